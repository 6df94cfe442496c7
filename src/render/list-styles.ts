import { css } from 'lit';

/** The look of the list: dates in the margin, events under each other, heads that stay in sight. */
export const listStyles = css`
  .list {
    margin-block-start: 0.75rem;
  }
  .date-head {
    position: sticky;
    inset-block-start: var(--timeline-sticky-top, 0px);
    z-index: 1;
    padding-block: 0.5rem 0.375rem;
    border-block-start: 2px solid var(--_ink);
    border-block-end: 1px solid var(--_hairline);
    background: var(--_paper);
  }
  .date-head > * {
    font-size: 1.25rem;
    line-height: 1.2;
  }
  .date-head > ::first-letter {
    text-transform: uppercase;
  }
  .list li[part] {
    padding-block: 1.125rem;
    border-block-start: 1px solid var(--_hairline);
    /* What is focused is not under a head. */
    scroll-margin-block-start: 2.75rem;
  }
  .date-head + ol > :first-child {
    border-block-start: 0;
  }
  .list :is(a, button) {
    scroll-margin-block-start: 2.75rem;
  }
  .list [aria-current] {
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--_accent);
  }
  /* Beside the text, which stays where it is read: all keep room for the line. */
  .followed .list li[part] {
    position: relative;
    padding-inline-start: 0.875rem;
    border-inline-start: 0;
  }
  .followed .list [aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 1.125rem;
    inset-inline-start: 0;
    border-inline-start: 2px solid var(--_accent);
  }
  .list .text,
  .list .facts > div {
    margin-block-start: 0.375rem;
  }
  @container (width >= 600px) {
    .list li[part] {
      display: grid;
      grid-template-columns: min(13rem, 35%) minmax(0, 1fr);
      gap: 2rem;
    }
    .followed .list li[part] {
      padding-inline-start: 0;
    }
    .followed .list [aria-current]::before {
      inset-inline-start: calc(min(13rem, 35%) + 1rem - 1px);
    }
  }
  @container (width >= 960px) {
    .list .columns {
      display: flex;
      justify-content: space-between;
      gap: 3rem;
    }
    .list .columns > .facts {
      flex: 0 0 17.5rem;
    }
  }
  .more {
    min-height: 44px;
    padding-inline: 1rem;
    border: 1px solid;
  }
  .unprinted {
    display: none;
  }
`;
