import { css } from 'lit';

/** The menu of exports. Loaded with it. */
export const exportMenuStyles = css`
  /* Over what stands below the header. */
  .header:has(.exports) {
    position: relative;
    z-index: 5;
  }
  .exports {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    box-sizing: border-box;
    width: max-content;
    max-width: min(24rem, 100cqi);
    padding-block: 0.25rem;
    border: 1px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
    line-height: 1.4;
  }
  .exports li {
    padding: 0.4375rem 0.75rem;
    cursor: pointer;
  }
  .exports li:is(:hover, :focus) {
    background: var(--_grid);
  }
  .exports li:focus-visible {
    outline-offset: -2px;
  }
  .exports .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .exports [aria-checked] {
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: 0.25rem;
  }
  .exports [aria-checked]::before {
    content: '☐ ' / '';
  }
  .exports [aria-checked='true']::before {
    content: '☑ ' / '';
  }
`;
