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
    padding-block: var(--_space);
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    line-height: 1.4;
  }
  .exports li {
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 3);
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
    font-size: var(--_small-size);
  }
  .exports [aria-checked] {
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: var(--_space);
  }
  .exports [aria-checked]::before {
    content: '☐ ' / '';
  }
  .exports [aria-checked='true']::before {
    content: '☑ ' / '';
  }
`;
