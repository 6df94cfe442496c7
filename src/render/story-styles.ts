import { css } from 'lit';

/** The look of the steps of a story: a line of small print under the picture; where text is read, at the foot of the window. */
export const storyStyles = css`
  .story {
    container-type: inline-size;
    margin-block-start: var(--_space);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, auto) 1fr;
    align-items: center;
    column-gap: calc(var(--_space) * 4);
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  .story button:focus-visible {
    outline-offset: -2px;
  }
  .view:has(.editor) > .story {
    display: none;
  }
  .story button {
    min-width: 44px;
    min-height: 44px;
    white-space: nowrap;
  }
  .story [data-step] {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }
  .story [data-step='1'] > .glyph {
    order: 1;
  }
  .story [data-step]:not([aria-disabled]):hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.4em;
  }
  .story [aria-disabled] {
    cursor: default;
    opacity: 0.6;
  }
  /* As wide as the longest of its texts, so that the buttons stay where they are. */
  .progress {
    display: grid;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .progress > * {
    grid-area: 1 / 1;
  }
  .progress > .room {
    visibility: hidden;
  }
  .steps > .text-button {
    justify-self: start;
  }
  /* What is read is longer than the window: the steps stay at hand, where they leave enough of it to read in. */
  @media (height >= 30em) {
    :is(.picture:has(> .column), .list) ~ .story {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      padding-block-end: env(safe-area-inset-bottom);
      border-block-start: 1px solid var(--_hairline);
      background: var(--_paper);
    }
    /* Nothing is scrolled to under them. */
    .stepped :is(.paragraph, .details, li, button, a, summary, [tabindex]) {
      scroll-margin-block-end: 3.75rem;
    }
  }
  @container (width < 480px) {
    .steps {
      grid-template-columns: auto 1fr auto;
    }
    .steps > [data-step='1'] {
      justify-content: end;
    }
    /* Over the line: the buttons stay where they are. */
    .steps > .text-button {
      grid-area: 1 / 1 / 2 / -1;
      justify-self: center;
    }
  }
`;
