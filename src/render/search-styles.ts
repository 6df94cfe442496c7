import { css } from 'lit';

/** The search row: one line under the heading, its field as quiet as a line on a form. Loaded with it. */
export const searchStyles = css`
  .search {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
    padding-block: var(--_space) calc(var(--_space) * 2);
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  .search .field {
    position: relative;
    display: flex;
    flex: 0 1 22rem;
    align-items: center;
    min-width: min(100%, 12rem);
    border-bottom: 1px solid var(--_muted);
  }
  .search label {
    display: grid;
  }
  .search input {
    flex: 1;
    min-width: 0;
    min-height: 2.25rem;
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 0;
    background: none;
    color: inherit;
    /* Phones zoom in on a field whose text is smaller. */
    font: inherit;
    font-size: max(var(--_text-size), 16px);
    appearance: none;
    outline: none;
  }
  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  .search .field:focus-within {
    border-bottom-color: transparent;
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .search .field:has(.clear:focus-visible) {
    border-bottom-color: var(--_muted);
    outline: none;
  }
  .search :is(.clear, .step) {
    display: grid;
    flex: none;
    place-content: center;
    width: 2.25rem;
    height: 2.25rem;
  }
  .search .clear::before {
    content: '×';
    font-size: var(--_heading-size);
    line-height: 1;
  }
  .search .step::before {
    width: 0.5rem;
    height: 0.5rem;
    border: solid currentcolor;
    border-width: 1.5px 0 0 1.5px;
    content: '';
    transform: translateY(2px) rotate(45deg);
  }
  .search .next::before {
    transform: translateY(-2px) rotate(225deg);
  }
  .search .step + .step {
    margin-inline-start: calc(var(--_space) * -3);
  }
  .search [aria-disabled] {
    cursor: default;
    opacity: 0.6;
  }
  .search .hits {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .search .unread {
    color: var(--_muted);
  }
  .unmatched {
    margin-block: var(--_space) calc(var(--_space) * 2.5);
  }
`;
