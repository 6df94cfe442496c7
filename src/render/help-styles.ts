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
    background: var(--_paper);
    color: var(--_ink);
    overscroll-behavior: contain;
  }
  .sheet {
    position: relative;
    padding: 1rem 1.25rem 1.25rem;
  }
  .help-title {
    width: fit-content;
    max-width: calc(100% - 3rem);
    margin-block-end: 0.75rem;
  }
  .help .close {
    inset-inline-end: 1.25rem;
  }
  .help dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    padding-block: 0.3125rem;
    border-block-start: 1px solid var(--_hairline);
  }
  .help dt {
    flex: 1 1 9rem;
    line-height: 1.6;
  }
  .help dd {
    flex: 3 1 16rem;
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .sheet dl + * {
    margin-block: 1.25rem 0.75rem;
  }
  .pill {
    display: inline-flex;
    box-sizing: border-box;
    align-items: center;
    justify-content: center;
    min-width: 2.25rem;
    height: 24px;
    padding-inline: 0.375rem;
    border: 1px solid var(--_muted);
    border-radius: 12px;
    font-size: 0.75rem;
    font-weight: 600;
    --lane: var(--_muted);
  }
  kbd {
    display: inline-block;
    box-sizing: border-box;
    min-width: 1.625em;
    padding-inline: 0.375em;
    border: 1px solid var(--_hairline);
    border-radius: 3px;
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
