import { css } from 'lit';

/** What is chosen, and the panels to choose in: as quiet as print. Loaded with them. */
export const facetStyles = css`
  .search .filter,
  .chips .text-button {
    min-height: 2.25rem;
  }
  /* Under the word alone, and not under the blank before its sign. */
  .search .filter {
    text-decoration-line: none;
  }
  .filter span {
    text-decoration: underline;
    text-decoration-thickness: inherit;
  }
  .filter::after {
    display: inline-block;
    margin-inline-start: calc(var(--_space) * 1.5);
    content: '▾';
  }
  .filter[aria-expanded='true']::after {
    transform: rotate(180deg);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: center;
  }
  .chip {
    max-width: 100%;
    min-height: 1.75rem;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border: 1px solid var(--_muted);
    border-radius: var(--_corner);
    text-align: start;
  }
  .chip::after {
    margin-inline-start: calc(var(--_space) * 1.5);
    content: '×';
  }
  .chip:hover {
    border-color: var(--_ink);
  }
  .arrange {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 6);
    padding-block: var(--_space);
    font-size: var(--_control-size);
  }
  .arrange label {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    max-width: 100%;
  }
  .arrange select {
    min-width: 0;
    max-width: 100%;
    min-height: 2.25rem;
    padding-inline: var(--_space);
    border: 0;
    border-bottom: 1px solid var(--_muted);
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }
  .arrange select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .facets {
    display: flex;
    flex: 0 0 100%;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 8);
    padding-block: calc(var(--_space) * 2);
    border-block: 1px solid var(--_hairline);
  }
  .facets fieldset {
    flex: 1 1 10rem;
    min-width: min(100%, 10rem);
    max-width: 20rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .facets legend {
    padding: 0;
    font-size: var(--_small-size);
    font-weight: var(--_strong);
  }
  .facets legend::first-letter {
    text-transform: capitalize;
  }
  .facets input[type='search'] {
    box-sizing: border-box;
    width: 100%;
    min-height: 2rem;
    padding: calc(var(--_space) * 0.5) 0;
    border-bottom: 1px solid var(--_muted);
  }
  .facets input[type='search']:focus {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .facets ul {
    max-height: 20rem;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .facets label {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: baseline;
    box-sizing: border-box;
    min-height: 1.75rem;
    padding: calc((1.75rem - 1.4em) / 2) 3px;
    cursor: pointer;
  }
  .facets label bdi {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .facets input[type='checkbox'] {
    flex: none;
    align-self: start;
    width: 1rem;
    height: 1rem;
    min-height: 0;
    margin: calc((1.4em - 1rem) / 2) 0;
    font-size: inherit;
    accent-color: var(--_ink);
    appearance: auto;
  }
  .facets input[type='checkbox']:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .facets [data-none] {
    color: var(--_muted);
  }
  .facets .text-button {
    min-height: 1.75rem;
    margin-inline-end: calc(var(--_space) * 4);
  }
`;
