import type { CSSResultOrNative } from 'lit';

/** Copies for other documents than that of the page that the element was defined in, by the sheet that they are of. */
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();
/** What a tree has been given: where it goes into another document, its sheets are lost. */
const given = new WeakMap<ShadowRoot, readonly CSSStyleSheet[]>();

/** The constructed style sheets of styles. */
export const sheetsOf = (styles: readonly CSSResultOrNative[]): CSSStyleSheet[] =>
  styles.map(style => (style instanceof CSSStyleSheet ? style : style.styleSheet!));

/** The style sheets that a tree has, in whatever document it is; `first` are those that it had before any others were given. */
export const sheetsIn = (root: ShadowRoot, first = root.adoptedStyleSheets): readonly CSSStyleSheet[] =>
  given.get(root) ?? first;

/** Gives a tree its style sheets; in another document, copies of them, as a document refuses what another one has made. */
export function adoptSheets(root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void {
  given.set(root, sheets);
  const { ownerDocument } = root;
  root.adoptedStyleSheets =
    ownerDocument === document ? [...sheets] : sheets.flatMap(sheet => copyFor(ownerDocument, sheet));
}

/** What no window shows needs none. */
function copyFor(owner: Document, sheet: CSSStyleSheet): CSSStyleSheet | [] {
  const known = copies.get(owner) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(owner, known);
  let copy = known.get(sheet);
  if (copy || !owner.defaultView) return copy ?? [];
  known.set(sheet, (copy = new owner.defaultView.CSSStyleSheet()));
  copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
  return copy;
}
