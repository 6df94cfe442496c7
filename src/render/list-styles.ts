import { css } from 'lit';

/** The look of the list: dates in the margin, events under each other, heads that stay in sight. */
export const listStyles = css`
  .list {
    /* As high as a head, and a little more. */
    --_head: calc(var(--timeline-sticky-top, 0px) + var(--_heading-size) * 1.2 + var(--_space) * 3.5 + 6px);
    margin-block-start: calc(var(--_space) * 3);
  }
  .date-head {
    position: sticky;
    inset-block-start: var(--timeline-sticky-top, 0px);
    z-index: 1;
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
    border-block-start: 2px solid var(--_ink);
    border-block-end: 1px solid var(--_hairline);
    background: var(--_paper);
  }
  .date-head > * {
    font-size: var(--_heading-size);
    line-height: 1.2;
  }
  .date-head > ::first-letter {
    text-transform: uppercase;
  }
  .list li[part] {
    padding-block: calc(var(--_space) * 4.5);
    border-block-start: 1px solid var(--_hairline);
    /* What is focused is not under a head. */
    scroll-margin-block-start: var(--_head);
  }
  .date-head + ol > :first-child {
    border-block-start: 0;
  }
  .list :is(a, button) {
    scroll-margin-block-start: var(--_head);
  }
  .list [aria-current] {
    padding-inline-start: calc(var(--_space) * 3.5);
    border-inline-start: 3px solid var(--_accent);
  }
  /* Beside the text, which stays where it is read: all keep room for the line. */
  .followed .list li[part] {
    position: relative;
    padding-inline-start: calc(var(--_space) * 3.5);
    border-inline-start: 0;
  }
  .followed .list [aria-current]::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_space) * 4.5);
    inset-inline-start: 0;
    border-inline-start: 2px solid var(--_accent);
  }
  .list .text,
  .list .facts > div {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  @container (width >= 600px) {
    .list li[part] {
      display: grid;
      grid-template-columns: min(13rem, 35%) minmax(0, 1fr);
      gap: calc(var(--_space) * 8);
    }
    .followed .list li[part] {
      padding-inline-start: 0;
    }
    .followed .list [aria-current]::before {
      inset-inline-start: calc(min(13rem, 35%) + var(--_space) * 4 - 1px);
    }
  }
  @container (width >= 960px) {
    .list .columns {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_space) * 12);
    }
    .list .columns > .facts {
      flex: 0 0 17.5rem;
    }
  }
  .more {
    min-height: 44px;
    padding-inline: calc(var(--_space) * 4);
    border: 1px solid;
  }
  .unprinted {
    display: none;
  }
`;
