import { css } from 'lit';

/**
 * The look on paper: black on white, whatever the page's scheme and colours; the list in the place of the picture, or under it.
 * Where nobody tells that the page is printed, paper has what the screen has, without what can only be pressed.
 */
export const printStyles = css`
  /* While it is printed, a picture goes on being seen. */
  .picture ~ .list,
  .on-paper {
    display: none;
  }
  @media print {
    .root {
      color-scheme: light;
    }
    .toolbar,
    .story,
    .overview,
    .hint,
    .peek,
    .vh,
    .close,
    .members,
    .search > :not(.on-paper),
    .more,
    .notice :is(button, details),
    .loading,
    details.notice,
    .printing:not(.pictured) .picture,
    .printing .view > :is(.opened, .undated, .legend) {
      display: none;
    }
    .picture ~ .list,
    .on-paper,
    .unprinted {
      display: block;
    }
    .load ~ #summary {
      visibility: visible;
    }

    /* The picture as it was drawn for the screen, made smaller where paper is: to its width, and to a page if that can be read. */
    .pictured .view {
      container-type: inline-size;
    }
    .picture {
      break-inside: avoid;
    }
    .picture,
    .on-paper {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .pictured .picture {
      --_foot: var(--_axis);
      --_whole: calc(var(--_drawn-height) + var(--_foot));
      --_shrink: min(1, tan(atan2(100cqi, var(--_drawn-width))), max(0.4, tan(atan2(80vh, var(--_whole)))));
      position: relative;
      height: calc(var(--_whole) * var(--_shrink));
      margin-block-end: 1rem;
    }
    .pictured .stage {
      --_foot: inherit;
      position: absolute;
      inset: 0 auto auto 0;
      contain: size;
      width: var(--_drawn-width);
      height: var(--_whole);
      transform: scale(var(--_shrink));
      transform-origin: 0 0;
    }
    [dir='rtl'] .stage {
      inset: 0 0 auto auto;
      transform-origin: 100% 0;
    }

    /* Sizes of print, from the title down. */
    .root #heading {
      font-size: 16pt;
    }
    .root .date-head {
      position: static;
      break-after: avoid;
      border-block-end: 0;
      font-size: 10pt;
    }
    .root .entry :is(h1, h2, h3, h4, h5, h6) {
      font-size: 11pt;
    }
    .root .text {
      font-size: 10pt;
      line-height: 1.4;
      orphans: 3;
      widows: 3;
    }
    .root :is(#summary, .note, .when, .facts, .list .relations, .aside, .source) {
      font-size: 8.5pt;
    }
    .facts ol > li,
    a,
    .relations :is(li, button) {
      margin-block: 0;
      padding-block: 0;
    }
    a,
    .relations button {
      text-decoration: none;
    }
    .list li[part] {
      break-inside: avoid;
      padding-block: 0.625rem;
    }
    .list [aria-current] {
      padding-inline-start: 0;
      border-inline-start: 0;
    }
    /* An address that is not the text itself stands after it. */
    a:not(.bare)::after {
      content: ' (' attr(href) ')';
    }
    .unprinted,
    .source {
      margin-block-start: 1rem;
      break-inside: avoid;
    }
    .unprinted {
      font-weight: var(--_strong);
    }
  }
`;
