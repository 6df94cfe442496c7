import { css } from 'lit';

/** The look of what a text rests on: sources and their numbers, what contradicts it, the way back. */
export const evidenceStyles = css`
  .references {
    white-space: nowrap;
  }
  /* Raised, and yet no line is higher; the target is as large as any. */
  .references > button {
    min-width: 24px;
    min-height: 24px;
    margin-block: -6px;
    padding-inline: 2px;
    color: var(--_muted);
    font-size: 0.75rem;
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
    padding-block: 0.25rem;
    color: var(--_muted);
  }
  .uses li {
    margin-block: 0.1875rem;
  }
  .all-sources {
    margin-block-start: 1rem;
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .all-sources > summary {
    font-size: 0.75rem;
    font-weight: 600;
  }
  .all-sources > ol {
    columns: 22rem;
    column-gap: 2.5rem;
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
    margin-block: 0.25rem 0.75rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--_ink);
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .claims .verb {
    margin-block-end: 0.125rem;
    font-weight: 600;
  }
  .claims > ul > li + li {
    margin-block-start: 0.625rem;
  }
  .claims button {
    font-size: 0.9375rem;
  }
  .claims :is([data-status='refuted'], [data-status='retracted']) .title {
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
  }
  .claims .sources {
    margin-block: 0.25rem 0;
    padding-inline-start: 1.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    list-style: decimal;
  }
  .claims .sources > li {
    padding-block: 0.125rem;
  }
  .claim-lines {
    margin-block: 0 0.625rem;
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .back {
    margin-block-end: 0.5rem;
    font-size: 0.8125rem;
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
