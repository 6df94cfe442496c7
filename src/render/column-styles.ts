import { css } from 'lit';

/** The look of the vertical timeline: paragraphs beside a line. */
export const columnStyles = css`
  .stage.column {
    height: auto;
    overflow: visible;
    touch-action: auto;
    -webkit-user-select: auto;
    user-select: auto;
  }
  .root.confined {
    block-size: 100%;
    max-block-size: inherit;
    overflow-y: auto;
  }
  .periods {
    position: relative;
    /* Tracks stand between the line and the words. */
    --_rail: calc(2rem + var(--_tracks));
    padding-block: var(--_space) calc(var(--_space) * 9);
    /* Engines that keep in place what is in sight do not when its indent changes, and others never do. */
    overflow-anchor: none;
  }
  .rail,
  .rail > * {
    position: absolute;
    pointer-events: none;
  }
  .rail {
    inset: 0;
  }
  .rail .line {
    inset-block: 0;
    inset-inline-start: 11.5px;
    border-inline-start: 1px solid var(--_ink);
  }
  .era-wash {
    inset-inline-start: 0;
    width: calc(var(--_rail) - 6px);
    background: color-mix(in srgb, var(--lane) 10%, transparent);
  }
  .era-wash.faint {
    background: color-mix(in srgb, var(--lane) 5%, transparent);
  }
  /* Signs are drawn along a line that runs to the right. */
  .turned:not(.spot) {
    width: 0;
    height: 0;
  }
  .turned {
    display: block;
    transform: translateX(12px) rotate(90deg);
  }
  [dir='rtl'] .turned {
    transform: translateX(-12px) scaleX(-1) rotate(90deg);
  }
  .turned > .figure {
    position: absolute;
    top: 0;
    left: 0;
    direction: ltr;
  }
  [dir='rtl'] .turned > .figure {
    transform: none;
  }
  /* Beside the tracks, each as long as it holds: its number stays in sight. */
  .trackless {
    position: absolute;
    inset-inline-start: calc(var(--_rail) - 30px);
  }
  .trackless::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 11px;
    border-inline-start: 2px dotted var(--_muted);
  }
  .trackless > button {
    position: sticky;
    inset-block-start: calc(var(--timeline-sticky-top, 0px) + var(--_label-size) * 1.3 + var(--_space) * 4);
    min-width: 24px;
    height: 24px;
    background: var(--_paper);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
    text-align: center;
  }
  .trackless-list {
    box-sizing: border-box;
    inset: auto;
    width: min(22rem, 100vw - 2rem);
    max-height: min(24rem, 100vh - 2rem);
    overflow-y: auto;
    margin: var(--_space) calc(var(--_space) * 4);
    padding: 0 calc(var(--_space) * 4);
    border: 1px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
    position-area: block-end span-all;
    position-try: flip-block;
  }
  @supports not (position-area: end) {
    .trackless-list {
      inset: 0;
      margin: auto;
    }
  }
  .trackless-list > .members {
    margin: 0;
    border: 0;
  }
  .period-head {
    position: sticky;
    inset-block-start: var(--timeline-sticky-top, 0px);
    z-index: 1;
    margin-inline-start: var(--_rail);
    padding-block: calc(var(--_space) * 1.5);
    background: var(--_paper);
    /* What is read goes out of sight softly, not cut through its middle. */
    box-shadow: 0 0.5rem 0.375rem -0.25rem var(--_paper);
  }
  /* On the line, not on the head, which moves along while it sticks. */
  .tick {
    display: block;
    position: relative;
    height: 0;
  }
  .tick > i,
  .tick::before {
    position: absolute;
    inset-block-start: calc(var(--_space) * 1.5 + 0.65 * var(--_label-size));
  }
  .tick::before {
    content: '';
    inset-inline-start: 6px;
    width: 13px;
    border-block-start: 1px solid var(--_ink);
  }
  .period-head > * {
    font-size: var(--_label-size);
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
  }
  .paragraph {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    position: relative;
    padding-inline-start: var(--_rail);
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 3);
    /* Nothing is scrolled to under its date. */
    scroll-margin-block: calc(
        var(--timeline-sticky-top, 0px) + var(--_label-size) * 1.3 + var(--_space) * 4.5
      )
      1rem;
  }
  /* Read after the title, as a heading names what follows it; seen before, as a date does. */
  .paragraph > .note {
    order: -1;
    margin-block-end: calc(var(--_space) * 0.5);
  }
  .entry-title {
    display: block;
    width: 100%;
    /* A line is not as high as a target has to be. */
    min-height: 24px;
    margin-block: -1px;
    padding-block: 1px;
    font-size: var(--_title-size);
    font-weight: var(--_strong);
    line-height: 1.3;
    text-wrap: pretty;
  }
  .entry-title > [part] {
    display: block;
  }
  .entry-title:hover > [part],
  .trackless > button:hover {
    text-decoration-line: underline;
  }
  .entry-title:is([data-status='refuted'], [data-status='retracted']) > [part] {
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
  }
  /* In a text that flows it comes after the last word. */
  .entry .corrected::after {
    position: static;
    display: inline-block;
    margin-inline-start: var(--_space);
  }
  .spot.turned {
    transform: rotate(90deg);
  }
  .spot {
    position: absolute;
    /* Its middle is that of the first line. */
    inset-block-start: calc(var(--_space) * 2 + 0.7 * var(--_control-size) - 12px);
    left: 0;
    width: 24px;
    height: 24px;
  }
  /* A title has a direction of its own. */
  [dir='rtl'] .spot {
    right: 0;
    left: auto;
  }
  .entry .text {
    margin-block-start: var(--_space);
  }
  /* A text that runs the other way stands under its title. */
  [dir='rtl'] .entry .text > p {
    text-align: right;
  }
  .entry .text > p:last-child {
    margin-block-end: 0;
  }
  .entry .details {
    margin-block: calc(var(--_space) * 2) 0;
    padding-block: calc(var(--_space) * 2.5) 0;
  }
  /* At their end, where a reader gets to, and over nothing. */
  .entry .details > .close {
    position: static;
    display: block;
    margin-inline-start: auto;
  }
  .entry:is([aria-current], .related) > .paragraph::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_space) * 2);
    inset-inline-start: calc(var(--_rail) - 0.6875rem);
    border-inline-start: 2px solid var(--_accent);
  }
  /* What the selected one has to do with. */
  .entry.related > .paragraph::before {
    border-inline-start: 2px dotted var(--_muted);
  }
  .beyond {
    display: block;
    position: relative;
    min-height: 44px;
    margin-inline-start: var(--_rail);
    font-size: var(--_control-size);
  }
  .others {
    display: flex;
    gap: var(--_space) calc(var(--_space) * 4);
    margin-block-start: var(--_space);
    font-size: var(--_control-size);
  }
  .others > * {
    min-height: 24px;
  }
  .entry-title,
  .gathered {
    scroll-margin-block: calc(var(--timeline-sticky-top, 0px) + 4.5rem) 2rem;
  }
  .gathered {
    width: fit-content;
    min-height: 2.25rem;
    padding-inline: calc(var(--_space) * 3);
    border: 1px solid var(--_hairline);
    border-inline-start: 4px solid var(--lane);
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  .gathered:hover {
    border-color: var(--_ink);
    border-inline-start-color: var(--lane);
  }
  .now-row,
  .silence {
    position: relative;
    display: flex;
    align-items: center;
    font-size: var(--_control-size);
  }
  /* It crosses the line, and goes on beside its words. */
  .now-row {
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 2);
    font-weight: var(--_strong);
  }
  .now-row::before,
  .now-row::after {
    content: '';
    width: calc(var(--_rail) - var(--_space) * 2);
    border-block-start: 1px dashed var(--_ink);
  }
  .now-row::after {
    flex: 1;
  }
  .silence {
    margin-inline-start: var(--_rail);
    color: var(--_muted);
    font-style: italic;
  }
  .silence > svg {
    position: absolute;
    inset-inline-start: calc(0px - var(--_rail));
    fill: none;
    stroke: var(--_ink);
  }
  .silence .cover {
    fill: var(--_paper);
    stroke: none;
  }
  @media (forced-colors: active) {
    .turned,
    .spot,
    .era-wash {
      --lane: CanvasText !important;
    }
    /* Else its tint is taken away, as any background. */
    .era-wash {
      forced-color-adjust: none;
    }
    .rail .figure,
    .spot .figure {
      stroke-width: 2;
    }
  }
`;
