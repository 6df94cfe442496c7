import { css } from 'lit';

/** The look of everything around the stage: type on paper, hairlines, nothing boxed. */
export const frameStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    /* No margin that a reader adds reaches out of it, as then it would be higher than the element. */
    display: flow-root;
    position: relative;
    background: var(--_paper);
    color: var(--_ink);
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :where(button) {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  :where(button, select, a, summary, li, [tabindex]):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  :where(h1, h2, h3, h4, h5, h6, p, dl, dd, ol, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 1em;
    overflow-wrap: anywhere;
  }
  :where(h1, h2, h3, h4, h5, h6) {
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  a,
  .text-button {
    padding-block: 0.1875rem;
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  :is(a, .text-button):hover {
    text-decoration-thickness: 2px;
  }
  /* The small print. */
  #summary,
  .toolbar,
  .note,
  .when,
  .facts,
  .aside,
  .undated,
  .notice,
  .card,
  .list .relations {
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  #summary,
  .note,
  .when,
  .notice,
  .source,
  .legend,
  .relations .aside,
  .members .date,
  .verb,
  dt {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .source,
  .legend,
  .verb,
  dt,
  #undated-title {
    font-size: 0.75rem;
    line-height: 1.4;
  }
  .note .date,
  .when,
  .verb,
  dt {
    font-weight: 600;
  }

  .header,
  .list,
  .details {
    container-type: inline-size;
  }
  .headline,
  .toolbar,
  .toolbar button,
  .details .facts,
  .list .facts > div,
  .list .relations,
  .undated,
  .undated ul,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1.25rem;
  }
  .summary {
    flex: 1 1 16rem;
  }
  /* Under its heading where it is as narrow as a phone. */
  .undated ul {
    flex: 1 1 20rem;
    row-gap: 0.25rem;
  }
  /* What is loading or has failed stands where the summary stood, and nothing moves. */
  .summary {
    display: grid;
    align-items: start;
    min-height: 1.25rem;
  }
  .summary > * {
    grid-area: 1 / 1;
    min-width: 0;
  }
  .load {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.75rem;
  }
  .load > details[open] {
    flex-basis: 100%;
  }
  .load .text-button,
  .load summary {
    margin-block: -0.1875rem;
  }
  /* A line without words has a baseline too. */
  #summary:empty::before {
    content: '\\200b';
    /* And no words for those who listen, as its section is described by it. */
    content: '\\200b' / '';
  }
  .load ~ #summary {
    visibility: hidden;
  }
  .loading ~ #summary {
    animation: vanish 1ms 300ms both;
  }
  .toolbar {
    gap: 0;
    align-items: center;
    margin-inline-start: auto;
  }
  .toolbar button {
    place-content: center;
    align-items: center;
    gap: 0.375rem;
    min-width: 44px;
    min-height: 44px;
    padding-inline: 0.625rem;
    white-space: nowrap;
  }
  .toolbar button:where(:first-child:not(:only-child)) {
    justify-content: start;
    padding-inline-start: 0;
  }
  .toolbar button:last-child {
    justify-content: end;
    padding-inline-end: 0;
  }
  .count-from {
    display: block;
    min-height: 24px;
    margin-block-start: 0.75rem;
    font-size: 0.8125rem;
  }
  /* As quiet as a button, whatever the page's system draws. */
  .choice {
    position: relative;
  }
  .choice::after {
    content: '▾';
    position: absolute;
    inset: 0 0.5rem 0 auto;
    align-content: center;
    pointer-events: none;
  }
  [dir='rtl'] .choice::after {
    inset: 0 auto 0 0.5rem;
  }
  .choice select {
    appearance: none;
    min-height: 44px;
    margin: 0;
    padding: 0 1.5rem 0 0.625rem;
    padding-inline: 0.625rem 1.5rem;
    field-sizing: content;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .choice option {
    background: var(--_paper);
    color: var(--_ink);
  }
  .toolbar [aria-pressed='true'],
  .toolbar :not([aria-disabled]):hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.4em;
  }
  .toolbar [aria-disabled] {
    cursor: default;
    opacity: 0.6;
  }
  .toolbar [aria-pressed='true'],
  .count-from[aria-pressed='true'],
  .undated [aria-expanded='true'] {
    font-weight: 600;
  }
  /* As generated content it is no part of a name that would have to be said. */
  .glyph::before {
    content: attr(data-glyph);
  }
  .glyph {
    font-size: 1.125em;
    line-height: 1;
  }
  [data-action='later'] .glyph {
    order: 1;
  }
  :is([data-action^='zoom'], [data-action='help'], [data-action='search']) .word,
  [data-action='export'] .glyph {
    display: none;
  }
  .exporting {
    display: flex;
    position: relative;
  }
  .exporting button[data-action] {
    justify-content: center;
    padding-inline: 0.625rem;
  }
  @container (width < 1120px) {
    .summary {
      flex-basis: 100%;
      order: 1;
    }
  }
  @container (width < 480px) {
    /* Two lines, as most summaries need. */
    .summary {
      order: 0;
      min-height: 2.5rem;
    }
    .toolbar {
      flex: 1;
    }
    .toolbar button {
      padding-inline: 0.25rem;
    }
    /* Glyphs in even steps. */
    .toolbar button:has(.glyph) {
      justify-content: center;
      padding-inline: 0;
    }
    /* Two lines: one to move by, one of all else. */
    .toolbar::after {
      content: '';
      flex-basis: 100%;
      order: 1;
    }
    .toolbar
      > :not(
        :is([data-action='earlier'], [data-action='later'], [data-action^='zoom'], [data-action='fit'])
      ) {
      order: 2;
    }
    .toolbar > .exporting,
    .toolbar > button:not(.exporting ~ *)[data-action='help'] {
      margin-inline-start: auto;
    }
    [data-action='export'] .glyph {
      display: inline;
    }
    .toolbar:has([data-action='help']) .exports {
      inset-inline-end: -44px;
    }
    .glyph + .word {
      display: none;
    }
  }

  :is(.note, .when)::first-letter {
    text-transform: uppercase;
  }
  :is(.details, .list, .undated, .peek, .paragraph) .status {
    font-style: italic;
  }
  .sign {
    margin-inline-end: 0.25rem;
  }
  .sign svg {
    vertical-align: -2px;
  }
  .details:is([data-status='refuted'], [data-status='retracted']) #details-title,
  :is(.list, .undated, .peek, .members)
    :is([data-status='refuted'], [data-status='retracted'])
    :is(h2, h3, h4, h5, h6, .title) {
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
  }
  .text {
    max-inline-size: 58ch;
    font-size: 0.9375rem;
    line-height: 1.5;
  }
  .text > p {
    margin-block-end: 0.625rem;
    white-space: pre-line;
    hyphens: auto;
  }
  .relations {
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .relations li {
    margin-block-end: 0.25rem;
  }
  .relations button {
    margin-inline-end: 0.25rem;
  }
  .relations .aside {
    display: inline-block;
  }
  .group {
    margin-block: 0.375rem;
  }
  .facts > div {
    min-width: 0;
  }
  .facts ol,
  .notice ol {
    padding-inline-start: 1.5rem;
    list-style: decimal;
  }
  /* Links beneath each other are 24 px apart. */
  .facts ol > li {
    padding-block: 0.1875rem;
  }
  .facts a {
    display: inline-block;
    margin-block: -0.1875rem;
  }
  /* Three digits. */
  .notice ol {
    padding-inline-start: 2.25rem;
  }

  .details,
  .members {
    position: relative;
    margin-block-start: 1rem;
    padding-block: 1rem 0.5rem;
    border-block-start: 1px solid var(--_hairline);
  }
  /* Not underlined with what leads there, nor is the blank before it, which its name has too. */
  .members .note {
    display: inline-block;
    padding-inline-start: 0.25rem;
    white-space: pre-wrap;
  }
  .notched::before {
    content: '';
    position: absolute;
    inset-block-start: -6px;
    inset-inline-start: clamp(0px, var(--_notch) - 5px, 100% - 12px);
    width: 10px;
    height: 10px;
    border: solid var(--_hairline);
    border-width: 1px 0 0 1px;
    background: var(--_paper);
    rotate: 45deg;
  }
  .details > :is(.note, #details-title) {
    padding-inline-end: 3rem;
  }
  #details-title {
    margin-block: 0.125rem 0.5rem;
    font-family: var(--timeline-heading-font, inherit);
    font-size: 1.375rem;
    line-height: 1.25;
  }
  .details .facts {
    gap: 0.75rem 2.5rem;
    margin-block-start: 1rem;
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    margin-block: 0.75rem 0;
    font-size: 0.8125rem;
  }
  .share span {
    color: var(--_muted);
  }
  .share input {
    box-sizing: border-box;
    flex: 1 1 16rem;
    min-width: 0;
    max-width: 40rem;
    min-height: 2rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_muted);
    border-radius: 0;
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }
  .close::before {
    content: '×';
  }
  .close {
    position: absolute;
    inset-block-start: 0.25rem;
    inset-inline-end: 0;
    width: 44px;
    height: 44px;
    font-size: 1.375rem;
    line-height: 1;
    text-align: end;
  }
  @container (width >= 700px) {
    .details .columns {
      display: flex;
      justify-content: space-between;
      gap: 3rem;
      max-width: 64rem;
    }
    .details .text {
      flex: 1;
    }
    .details .facts {
      flex: 0 1 17.5rem;
      flex-direction: column;
      align-items: start;
      margin: 0.25rem 0 0;
    }
  }

  .undated {
    margin-block-start: 0.5rem;
  }
  .undated button {
    min-height: 2rem;
  }
  .undated :hover > .title {
    text-decoration-line: underline;
  }

  .legend {
    gap: 0 1.25rem;
    margin-block-start: 0.5rem;
  }
  .legend li {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    --lane: var(--_muted);
  }
  .sample {
    position: relative;
    width: 32px;
    height: 24px;
  }
  .sample:has(> .corrected),
  :is([data-sign^='status-'], [data-sign^='color-']) .sample {
    width: 16px;
  }
  .sample .corrected::after {
    inset: 12px auto auto 6px;
  }
  .sample .figure {
    position: absolute;
    inset-inline-start: 0;
  }
  .notice {
    overflow-wrap: anywhere;
  }
  .notice:not(.load) {
    padding-block: 0.375rem;
  }
  .notice summary + * {
    margin-block-start: 0.375rem;
  }
  .issues {
    max-block-size: 12rem;
    overflow-y: auto;
  }
  .stage.bare {
    height: auto;
    min-height: var(--_height);
  }
  .bare .notice {
    position: relative;
    z-index: 1;
    -webkit-user-select: text;
    user-select: text;
  }
  .bare .axis {
    background: var(--_ink);
  }
  /* How long the title, how wide the toolbar and how high the header will be depends on the data: until they come, nothing is seen that would move. */
  .awaiting :is(#heading, .toolbar:not(:focus-within)) {
    opacity: 0;
  }
  .awaiting :is(.view, .summary) {
    visibility: hidden;
  }
  .awaiting :is(.load, .skeleton) {
    visibility: visible;
  }
  /* A text is as long as it is: what comes after it is not seen before. */
  .awaiting .column {
    min-height: 100svh;
  }
  .skeleton {
    position: absolute;
    inset: 0 0 var(--_foot);
    display: flex;
    justify-content: space-evenly;
  }
  .skeleton i {
    border-inline-start: 1px solid var(--_grid);
  }
  summary {
    width: fit-content;
    padding-block: 0.1875rem;
    cursor: pointer;
  }
  /* WebKit 2.50 goes on with an animation that is no longer asked for, unless none is asked for. */
  .load {
    animation: none;
  }
  .load.loading {
    animation: appear 1ms 300ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes vanish {
    from {
      visibility: visible;
    }
  }
  progress {
    width: 8rem;
    height: 0.75rem;
    margin-inline: 0.5rem 0;
    vertical-align: middle;
    accent-color: var(--_ink);
  }
  .source {
    margin-block-start: 0.75rem;
  }

  .peek {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 3;
    width: max-content;
    max-width: min(18rem, 100%);
    padding-block: 6px;
  }
  .card {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_hairline);
    background: var(--_paper);
  }
`;
