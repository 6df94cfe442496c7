import { css } from 'lit';

/** The look of what a text rests on: sources and their numbers, what contradicts it, the way back. */
export const evidenceStyles = css`
  .references {
    white-space: nowrap;
  }
  /* A word joiner: no line begins with a number alone. */
  .references::before {
    content: '\\2060' / '';
  }
  /* Raised, and yet no line is higher; the target is as large as any. */
  .references > button {
    min-width: 24px;
    min-height: 24px;
    margin-block: -6px;
    padding-inline: 2px;
    color: var(--_muted);
    font-size: var(--_small-size);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-align: start;
    vertical-align: 0.35em;
  }
  .references > button:hover {
    color: var(--_ink);
    text-decoration: underline;
  }
  .sources .unnumbered {
    list-style: none;
  }
  .uses > summary,
  .all-sources > summary {
    min-height: 24px;
    padding-block: var(--_space);
    color: var(--_muted);
  }
  .uses li {
    margin-block: 0.1875rem;
  }
  .all-sources {
    margin-block-start: calc(var(--_space) * 4);
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  .all-sources > summary {
    font-size: var(--_small-size);
    font-weight: var(--_strong);
  }
  .all-sources > ol {
    columns: 22rem;
    column-gap: calc(var(--_space) * 10);
    margin: 0;
    /* Five digits. */
    padding-inline-start: 2.75rem;
    list-style: decimal;
  }
  .all-sources > ol > li {
    break-inside: avoid;
    padding-block: 0.1875rem;
  }

  .claims {
    margin-block: var(--_space) calc(var(--_space) * 3);
    padding-inline-start: calc(var(--_space) * 3.5);
    border-inline-start: 3px solid var(--_ink);
    font-size: var(--_label-size);
    line-height: 1.4;
  }
  .claims .verb {
    margin-block-end: calc(var(--_space) * 0.5);
    font-weight: var(--_strong);
  }
  .claims > ul > li + li {
    margin-block-start: calc(var(--_space) * 2.5);
  }
  .claims button {
    font-size: var(--_text-size);
  }
  .claims :is([data-status='refuted'], [data-status='retracted']) .title,
  .text-button:is([data-status='refuted'], [data-status='retracted'])[data-to] > bdi {
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
  }
  .claims .sources {
    margin-block: var(--_space) 0;
    padding-inline-start: 1.5rem;
    color: var(--_muted);
    font-size: var(--_control-size);
    list-style: decimal;
  }
  .claims .sources > li {
    padding-block: calc(var(--_space) * 0.5);
  }
  .claim-lines {
    margin-block: 0 calc(var(--_space) * 2.5);
    font-size: var(--_label-size);
    line-height: 1.4;
  }
  .back {
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_control-size);
  }
  .back > button::before {
    content: '← ' / '';
  }
  [dir='rtl'] .back > button::before {
    content: '→ ' / '';
  }

  .label.own {
    overflow: hidden;
  }
  @media print {
    .back,
    .uses,
    .all-sources:not([open]) {
      display: none;
    }
    .references > button {
      min-width: 0;
    }
  }
`;
