/** The beginning or the end of an element, or a comment. */
export interface Tag {
  /** In lower case; `!` for a comment. */
  readonly name: string;
  readonly isEnd: boolean;
  /** As written, up to the `>`. */
  readonly attributes: string;
  /** What stands in its place in a plain text. */
  readonly inText: string;
}

/** Nothing that the element holds is text to read. */
const SKIPPED = '-';

/** All elements of HTML by what stands in a plain text where they begin or end. */
const ELEMENTS: readonly (readonly [inText: string, names: string])[] = [
  [
    '\n\n',
    'address article aside blockquote body center details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav p pre section table',
  ],
  ['\n', 'br caption dd div dt figcaption menu ol optgroup option summary tr ul'],
  [' ', 'td th'],
  [
    '',
    'a abbr acronym area audio b base bdi bdo big button canvas cite code col colgroup data datalist del dfn dialog em embed font i img input ins kbd label legend li link map mark marquee meta meter nobr noscript object output param picture progress q rp rt ruby s samp select small source span strike strong sub sup tbody textarea tfoot thead time title track tt u var video wbr',
  ],
  [SKIPPED, 'head iframe math script style svg template'],
];

let elements: Map<string, string> | undefined;

const readElements = (): Map<string, string> =>
  new Map(ELEMENTS.flatMap(([inText, names]) => names.split(' ').map(name => [name, inText] as const)));

const COMMENT: Tag = { name: '!', isEnd: false, attributes: '', inText: '' };
const DOCTYPE = /<!doctype\s[^<>]*>/iy;
const NAME = /<(\/?)([a-z][^\s/<>]*)/iy;
// A value in quotes may hold anything; a quote without its other half is a character like any other.
const ATTRIBUTES = /[^<>=]+|=\s*(?:"[^"]*"|'[^']*')?/y;

/**
 * Cuts a text into its tags and the stretches of text between them, entities and all. What scripts, styles and
 * frames hold is left out. Only the elements of HTML count, `<y>` is text; so are a tag without its
 * `>`, one with a `<` outside of quotes, and `<b and c>`: a name of one letter comes with attributes proper or
 * with none. Linear in the length of the text: where a tag fails, the search goes on from there.
 */
export function* tagsOf(html: string): Generator<string | Tag, void> {
  elements ??= readElements();
  const lastComment = html.lastIndexOf('-->');
  /** Names of elements of which no more end is to come. */
  const endless = new Set<string>();
  let done = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const start = at;
    const comment = html[at + 1] === '!' ? commentEnd(html, at, lastComment) : 0;
    if (comment) {
      yield html.slice(done, start);
      yield COMMENT;
      done = at = comment;
      continue;
    }
    NAME.lastIndex = at++;
    const m = NAME.exec(html);
    if (!m) continue;
    const from = NAME.lastIndex;
    for (at = from; (ATTRIBUTES.lastIndex = at), ATTRIBUTES.test(html);) at = ATTRIBUTES.lastIndex;
    const name = m[2]!.toLowerCase();
    const isEnd = m[1] !== '';
    const attributes = html.slice(from, at);
    const inText = elements.get(name);
    if (html[at] !== '>' || inText === undefined || !isProper(name, isEnd, attributes)) continue;
    yield html.slice(done, start);
    yield { name, isEnd, attributes, inText: inText === SKIPPED ? '' : inText };
    at++;
    if (inText === SKIPPED && !isEnd && !endless.has(name)) {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = at;
      const found = end.exec(html);
      if (found) at = found.index;
      else endless.add(name);
    }
    done = at;
  }
  yield html.slice(done);
}

function commentEnd(html: string, at: number, lastComment: number): number {
  if (html.startsWith('<!--', at)) return at < lastComment ? html.indexOf('-->', at + 2) + 3 : 0;
  DOCTYPE.lastIndex = at;
  return DOCTYPE.test(html) ? DOCTYPE.lastIndex : 0;
}

const isProper = (name: string, isEnd: boolean, attributes: string): boolean =>
  isEnd || name.length > 1 || /^\s*\/?$|=/.test(attributes);
