import type { EventTable } from '../data/event-table.js';
import { languageFor } from '../language/language.js';
import { Markup, markup } from './markup.js';
import { timelineMarkup } from './render.js';

/** The text as a page of a book, and the room that the timeline will take where one will come. */
const RULES = new Markup(`
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; background: light-dark(#fff, #16171b); color: light-dark(#1c1c26, #e9e7e2);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word }
h1, h2 { margin: 0; font-family: Charter, Cambria, Georgia, serif; line-height: 1.2; text-wrap: balance }
timeline-view :is(p, dl, figure, ul) { max-width: 42rem; margin: 0.5rem 0 0 }
timeline-view > ol { margin: 2rem 0; padding: 0; list-style: none }
timeline-view > ol > li { padding: 1.25rem 0; border-top: 1px solid light-dark(#dddbd5, #393a40); break-inside: avoid }
li > h2 { font-size: 1.25rem }
timeline-view li > p:first-child { margin: 0; font-size: 0.875rem; font-weight: 600; color: light-dark(#45464f, #bab9b6) }
timeline-view :is(ul, dl) { padding: 0; font-size: 0.875rem; list-style: none }
dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; column-gap: 1rem }
dd { grid-column: 2; margin: 0 }
dd > ol { margin: 0; padding: 0 0 0 1.25rem }
img, video { max-width: 100%; height: auto }
img:not([width][height]) { width: 24rem; aspect-ratio: 3 / 2; object-fit: scale-down }
a { color: inherit }
timeline-view { --timeline-heading-font: Charter, Cambria, Georgia, serif }
timeline-view:not(:defined) { display: block }
@media screen and (scripting: enabled) { timeline-view { min-height: 100svh } }
@media screen and (scripting: enabled) and (width >= 32rem) {
  timeline-view { min-height: max(46rem, 64rem - 22vw) }
  timeline-view:not(:defined) { height: max(46rem, 64rem - 22vw); overflow: auto }
}
`);

// eslint-disable-next-line no-restricted-syntax -- a page of its own: no policy is known that it stands under
const STYLE = markup`<style>${RULES}</style>`;

export interface PageOptions {
  /** The language of dates and words; default that of the document, else English. */
  readonly lang?: string;
  /** The address of the script that makes the timeline of the text. */
  readonly script: string;
}

/**
 * Returns a whole page with the timeline of a table. Where a script may come, the text has no more room than the picture that takes its
 * place, and scrolls in there; where none runs, and on paper, it has what it needs.
 */
export function pageOf(table: EventTable, { lang: asked, script }: PageOptions): string {
  const { title, summary, lang: own } = table.document;
  const lang = asked ?? own ?? 'en';
  const language = languageFor(lang);
  const name = title || language.say('timeline');
  const description = summary
    ? markup`<meta name="description" content="${summary.replace(/\s+/g, ' ')}">\n`
    : null;
  return markup`<!doctype html>
<html lang="${lang}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
${description}${STYLE}
${preload(script)}<script type="module" src="${script}"></script>
</head>
<body>
<main>
${timelineMarkup(table, { lang, headingLevel: 1, ...(title ? {} : { attributes: { label: name } }) })}</main>
</body>
</html>
`.toString();
}

/** What the self-contained file needs to read plain HTML stands beside it, and comes with it rather than after it. */
const preload = (script: string): Markup | null =>
  /(^|\/)timeline-view\.js$/.test(script)
    ? markup`<link rel="modulepreload" href="${script.replace(/timeline-view\.js$/, 'formats.js')}">\n`
    : null;
