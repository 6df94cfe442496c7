import { css } from 'lit';

/** What matches, what does not, and the button to look for something. */
export const matchStyles = css`
  .icon {
    flex: none;
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  /* What does not match stands back: its sign pales, its words are small print, which anybody can read. */
  [data-dimmed] > .figure,
  [data-dimmed] :is(.sign, .spot) > .figure {
    opacity: 0.4;
  }
  [data-dimmed] :is(.title, .date, bdi, h1, h2, h3, h4, h5, h6, .entry, .text, .status),
  .cluster[data-matches='0'],
  .gathered[data-matches='0'] {
    color: var(--_muted);
    font-weight: 400;
  }
  .cluster[data-matches='0'] {
    border-style: dashed;
  }
  @media (forced-colors: active) {
    [data-dimmed] :is(.title, .date, bdi, h1, h2, h3, h4, h5, h6, .entry, .text, .status),
    .cluster[data-matches='0'],
    .gathered[data-matches='0'] {
      color: GrayText;
    }
  }
  /* An element that might have hits has one more style to be found: only those have, while anything is looked for. */
  .sought ::highlight(timeline-view-hit) {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  @media (forced-colors: active) {
    .sought ::highlight(timeline-view-hit) {
      background: Mark;
      color: MarkText;
    }
  }
  .no-match {
    padding-block: calc(var(--_space) * 2);
    text-align: center;
  }
  .no-match button {
    margin-inline-start: var(--_space);
  }
  /* In the midst of a picture that has nothing but lanes. */
  .stage:not(.column) > .no-match {
    position: absolute;
    inset-block-start: 40%;
    inset-inline: 0;
    z-index: 2;
    width: fit-content;
    margin-inline: auto;
    padding-inline: calc(var(--_space) * 3);
    background: var(--_paper);
  }
`;
