import { css } from 'lit';

/** What of legend and summary can be pressed: as quiet as print. */
export const pressedStyles = css`
  .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .legend button {
    display: flex;
    gap: inherit;
    align-items: center;
    min-height: 1.5rem;
    border-radius: var(--_radius);
  }
  .legend button:hover bdi,
  .legend [aria-pressed='true'] bdi {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .legend [aria-pressed='true'],
  .told[aria-pressed='true'] {
    color: var(--_ink);
  }
  .told {
    min-height: 1.5rem;
    text-decoration: underline dotted;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .told:hover,
  .told[aria-pressed='true'] {
    text-decoration-style: solid;
  }
  /* Not bolder: nothing beside it moves. */
  .legend [aria-pressed='true'] bdi,
  .told[aria-pressed='true'] {
    text-decoration-thickness: 2px;
  }
  @media (forced-colors: active) {
    .legend li {
      --lane: CanvasText !important;
    }
  }
  @media print {
    .legend .count,
    .filter {
      display: none;
    }
    .told {
      text-decoration: none;
    }
  }
`;
