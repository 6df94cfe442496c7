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
    font-family: var(--timeline-font, inherit);
  }
  /* It tells how round signs are: see Drawing.corner. */
  .corner {
    position: absolute;
    width: calc(1px + var(--_corner));
    pointer-events: none;
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
    font-family: var(--timeline-heading-font, inherit);
    font-size: var(--_title-size);
    font-weight: var(--_strong);
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
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  #summary,
  .note,
  .when,
  .notice,
  .source,
  .legend,
  .relations .aside,
  .claim-lines .status,
  .members .date,
  .verb,
  dt {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .note,
  .when,
  .source,
  .legend,
  .verb,
  dt,
  #undated-title {
    font-family: var(--timeline-small-font, inherit);
  }
  .source,
  .legend,
  .verb,
  dt,
  #undated-title {
    font-size: var(--_small-size);
    line-height: 1.4;
  }
  .note .date,
  .when,
  .verb,
  dt {
    font-weight: var(--_strong);
  }

  .header,
  .list,
  .members,
  .column,
  .details {
    container-type: inline-size;
  }
  .headline,
  .toolbar,
  .toolbar button,
  .details .facts,
  .list .facts > div,
  .list .relations,
  .share,
  .undated,
  .undated ul,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 5);
  }
  /* Under its heading where it is as narrow as a phone. */
  .undated ul {
    flex: 1 1 20rem;
    row-gap: var(--_space);
  }
  /* What is loading or has failed stands where the summary stood, and nothing moves. */
  .summary {
    display: grid;
    flex: 1 1 16rem;
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
    column-gap: calc(var(--_space) * 3);
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
    justify-content: end;
    margin-inline-start: auto;
  }
  .toolbar button {
    place-content: center;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-width: 44px;
    min-height: 44px;
    padding-inline: 0.75em;
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
    margin-block-start: calc(var(--_space) * 3);
    font-size: var(--_control-size);
  }
  /* As quiet as a button, whatever the page's system draws. */
  .choice {
    position: relative;
  }
  .choice::after {
    content: '▾';
    position: absolute;
    inset: 0 0.6em 0 auto;
    align-content: center;
    pointer-events: none;
  }
  [dir='rtl'] .choice::after {
    inset: 0 auto 0 0.6em;
  }
  .choice select {
    appearance: none;
    min-height: 44px;
    margin: 0;
    padding: 0 1.85em 0 0.75em;
    padding-inline: 0.75em 1.85em;
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
    font-weight: var(--_strong);
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
    padding-inline: 0.75em;
  }
  @container (width < 1120px) {
    .summary {
      flex-basis: 100%;
      order: 1;
    }
  }
  @container (width < 640px) {
    .toolbar button {
      padding-inline: var(--_space);
    }
    /* Glyphs in even steps. */
    .toolbar button:has(.glyph) {
      justify-content: center;
      padding-inline: 0;
    }
    [data-action='export'] .glyph {
      display: inline;
    }
    .glyph + .word {
      display: none;
    }
  }
  @container (width < 520px) {
    /* Two lines, as most summaries need. */
    .summary {
      order: 0;
      min-height: 2.5rem;
    }
    .toolbar {
      flex: 1;
      justify-content: start;
    }
    /* Two lines: one to move by, one of all else, each from edge to edge. */
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
    .toolbar > [data-action='fit'],
    .toolbar > button:not(.exporting ~ *)[data-action='help'] {
      margin-inline-start: auto;
    }
    .toolbar > [data-action='fit'] {
      padding-inline-end: 0;
    }
    .toolbar > button[data-action='earlier'],
    .toolbar > button[data-action='search']:not([data-action='redo'] ~ *) {
      justify-content: start;
    }
    .toolbar > button[data-action='help'] {
      justify-content: end;
    }
    .toolbar:has([data-action='help']) .exports {
      inset-inline-end: -44px;
    }
  }

  :is(.note, .when)::first-letter {
    text-transform: uppercase;
  }
  :is(.details, .list, .undated, .peek, .paragraph) .status {
    font-style: italic;
  }
  /* Nothing parts a word of ours from its sign. */
  .status[data-status] {
    white-space: nowrap;
  }
  .sign {
    margin-inline-end: var(--_space);
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
    font-size: var(--_text-size);
    line-height: 1.5;
  }
  .text > p {
    margin-block-end: calc(var(--_space) * 2.5);
    white-space: pre-line;
    hyphens: auto;
  }
  .relations {
    font-size: var(--_label-size);
    line-height: 1.4;
  }
  .relations li {
    margin-block-end: calc(var(--_space) * 2);
  }
  .relations button {
    margin-inline-end: var(--_space);
  }
  .relations .aside {
    display: inline-block;
  }
  .group {
    margin-block: calc(var(--_space) * 1.5);
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
    margin-block-start: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
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
    padding-inline-end: calc(var(--_space) * 12);
  }
  #details-title {
    margin-block: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    font-size: var(--_heading-size);
    line-height: 1.25;
  }
  .details .facts {
    gap: calc(var(--_space) * 3) calc(var(--_space) * 10);
    margin-block-start: calc(var(--_space) * 4);
  }
  .share {
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 3) 0;
    font-size: var(--_control-size);
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
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
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
    font-size: var(--_heading-size);
    line-height: 1;
    text-align: end;
  }
  /* Where a page gives them padding, it stands within that. */
  .details > .close {
    padding-inline-end: inherit;
  }
  @container (width >= 700px) {
    .details .columns {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_space) * 12);
      max-width: 64rem;
    }
    .details .text {
      flex: 1;
    }
    .details .facts {
      flex: 0 1 17.5rem;
      flex-direction: column;
      align-items: start;
      margin: var(--_space) 0 0;
    }
  }

  .undated {
    margin-block-start: calc(var(--_space) * 2);
  }
  .undated button {
    min-height: 2rem;
    scroll-margin-block: calc(var(--_space) * 2);
  }
  .undated :hover > .title {
    text-decoration-line: underline;
  }

  .legend {
    gap: 0 calc(var(--_space) * 5);
    margin-block-start: calc(var(--_space) * 2);
  }
  .legend li {
    display: flex;
    gap: calc(var(--_space) * 2);
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
    inset: 12px auto auto 4px;
  }
  .sample .figure {
    position: absolute;
    inset-inline-start: 0;
  }
  .notice {
    overflow-wrap: anywhere;
  }
  .notice:not(.load) {
    padding-block: calc(var(--_space) * 1.5);
  }
  .notice summary + * {
    margin-block-start: calc(var(--_space) * 1.5);
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
    margin-inline: calc(var(--_space) * 2) 0;
    vertical-align: middle;
    accent-color: var(--_ink);
  }
  .source {
    margin-block-start: calc(var(--_space) * 3);
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
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
`;
