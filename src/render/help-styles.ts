import { css } from 'lit';

/** The list of keys. Loaded with it. */
export const helpStyles = css`
  .help {
    box-sizing: border-box;
    width: min(36rem, 100vw - 1rem);
    max-width: none;
    max-height: calc(100vh - 1rem);
    max-height: calc(100dvh - 1rem);
    padding: 0;
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    overscroll-behavior: contain;
  }
  .sheet {
    position: relative;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5) calc(var(--_space) * 5);
  }
  .help-title {
    width: fit-content;
    max-width: calc(100% - 3rem);
    margin-block-end: calc(var(--_space) * 3);
  }
  .help .close {
    inset-inline-end: 1.25rem;
  }
  .help dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_hairline);
  }
  .help dt {
    flex: 1 1 9rem;
    line-height: 1.6;
  }
  .help dd {
    flex: 3 1 16rem;
    font-size: var(--_label-size);
    line-height: 1.4;
  }
  .sheet dl + * {
    margin-block: calc(var(--_space) * 5) calc(var(--_space) * 3);
  }
  .pill {
    display: inline-flex;
    box-sizing: border-box;
    align-items: center;
    justify-content: center;
    min-width: 2.25rem;
    height: 24px;
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px solid var(--_muted);
    border-radius: var(--_corner);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
    --lane: var(--_muted);
  }
  kbd {
    display: inline-block;
    box-sizing: border-box;
    min-width: 1.625em;
    padding-inline: 0.375em;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    color: var(--_ink);
    font: inherit;
    text-align: center;
  }
  @media print {
    .help {
      display: none;
    }
  }
`;
