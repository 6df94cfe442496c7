import { css } from 'lit';

/** The look of the overview: a strip under the axis, the view as a window on it. */
export const overviewStyles = css`
  .stage.viewed {
    --_foot: calc(var(--_axis) + 44px);
  }
  .overview {
    position: absolute;
    inset: auto 0 4px;
    height: 32px;
    touch-action: none;
  }
  .overview > * {
    position: absolute;
    inset-block: 0;
    box-sizing: border-box;
  }
  .overview .strip {
    inset: 2px 0 1px;
    width: 100%;
    height: 28px;
    border-block-end: 1px solid var(--_hairline);
    fill: var(--_muted);
    fill-opacity: 0.45;
  }
  /* What matches, before all that there is. */
  .overview .searched {
    fill-opacity: 0.2;
  }
  .overview .matching {
    fill: var(--_ink);
    fill-opacity: 0.75;
  }
  [dir='rtl'] .strip {
    transform: scaleX(-1);
  }
  /* Beside the window the strip is dimmed, so that no line but its own must tell where it ends. */
  .overview-view {
    min-width: 2px;
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    pointer-events: none;
  }
  .overview-window {
    cursor: grab;
  }
  .overview-window:active {
    cursor: grabbing;
  }
  :is(.overview-start, .overview-end) {
    cursor: ew-resize;
  }
  :is(.overview-start, .overview-end)::after {
    content: '';
    position: absolute;
    inset: 9px 3px;
    inset-inline-end: auto;
    width: 3px;
    border-radius: var(--_radius);
    background: var(--_ink);
  }
  .overview-end::after {
    inset-inline: auto 3px;
  }
  .overview [role='slider']:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .overview .strip {
      fill: CanvasText;
    }
    .overview .matching {
      fill: Highlight;
      fill-opacity: 1;
    }
    .overview-view {
      border-color: Highlight;
    }
  }
`;
