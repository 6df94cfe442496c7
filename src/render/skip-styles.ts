import { css } from 'lit';

/** The way past the events. */
export const skipStyles = css`
  /* Over what it leads past, so that nothing moves. */
  .view {
    position: relative;
  }
  :is(.skip, .skipped):focus {
    z-index: 4;
    width: auto;
    height: auto;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_ink);
    background: var(--_paper);
    clip-path: none;
    font-size: var(--_label-size);
    line-height: 1.4;
  }
  :is(.skip, .skipped):focus-visible {
    outline-offset: -4px;
  }
  @media print {
    .skip,
    .skipped {
      display: none;
    }
  }
`;
