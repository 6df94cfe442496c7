import { expect } from '@open-wc/testing';
import { editSheet } from '../../src/render/edit-styles.js';
import { theme } from '../../src/render/theme.js';
import { listFiles, readText } from '../lib/browser-commands.js';

/** What a rule says, and whether it does so on paper alone. */
interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly value: string;
  readonly isPrint: boolean;
}

const isSheet = (value: unknown): value is { styleSheet: CSSStyleSheet } =>
  (value as { styleSheet?: unknown } | null)?.styleSheet instanceof CSSStyleSheet;

/** Text of a rule's own declarations, one by one. */
function declarationsOf(rules: CSSRuleList, file: string, isPrint = false): Declaration[] {
  return [...rules].flatMap(rule => {
    const { style, cssRules, media } = rule as CSSStyleRule & CSSMediaRule;
    const own = (style as CSSStyleDeclaration | undefined)?.cssText.split(/;\s*(?![^(]*\))/) ?? [];
    return [
      ...own
        .map(text => /^\s*([-\w]+):\s*(.*)$/.exec(text))
        .filter(found => found !== null)
        .map(([, name, value]) => ({ file, name: name!, value: value!, isPrint })),
      ...(cssRules
        ? declarationsOf(cssRules, file, isPrint || /\bprint\b/.test(media?.mediaText ?? ''))
        : []),
    ];
  });
}

/** All that the style sheets say but those of the theme, which are the one place of colours, fonts and sizes. */
async function declarations(): Promise<Declaration[]> {
  const files = ((await listFiles('src/render')) ?? []).filter(file => file.endsWith('-styles.ts'));
  expect(files.length).to.be.greaterThan(12);
  const found: Declaration[] = [];
  for (const file of files) {
    const made = Object.values((await import(`/${file}`)) as object).filter(isSheet);
    found.push(
      ...made.flatMap(({ styleSheet }) => declarationsOf(styleSheet.cssRules, file.split('/').at(-1)!)),
    );
  }
  found.push(...declarationsOf(editSheet.cssRules, 'edit-styles.ts'));
  expect(found.length).to.be.greaterThan(1000);
  return found;
}

const SYSTEM =
  /^(?:canvas(?:text)?|linktext|visitedtext|button(?:face|text|border)|highlight(?:text)?|mark(?:text)?|graytext)$/i;

/** Colours that a value names by itself. Those of the reader's system, and none at all, are no choice of ours. */
function literalColors(value: string): string[] {
  const bare = value.replace(/var\([^()]*\)|"[^"]*"|'[^']*'/g, '');
  return [
    ...(bare.match(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\(/gi) ?? []),
    ...(bare.match(/(?<![-\w])[a-z]+(?![-\w(])/gi) ?? []).filter(
      word =>
        CSS.supports('color', word) &&
        !SYSTEM.test(word) &&
        !/^(?:transparent|currentcolor|inherit|initial|unset|revert)$/i.test(word),
    ),
  ];
}

/** Up to so many px are the width of a line, or what moves something by one. */
const HAIR = 3;

/** What no theme may change, by the reason. */
const FIXED = new Set([
  // The layout counts with them.
  'canvas-styles.ts padding-inline: 4px',
  'canvas-styles.ts padding-inline-end: 4px',
  'canvas-styles.ts gap: 8px',
  // A raised number is a target and makes no line higher; the way from a mark to its peek.
  'evidence-styles.ts margin-block: -6px',
  'frame-styles.ts padding-block: 6px',
  // A measure that nobody sees.
  'extent-styles.ts font-size: 1rem',
]);

/** Why a declaration would be hard to theme; empty where it would not. */
function fault({ file, name, value, isPrint }: Declaration): string {
  if (FIXED.has(`${file} ${name}: ${value}`)) return '';
  const isDerived = value.includes('var(--');
  // WebKit knows "text" as a colour, too.
  if (!name.endsWith('user-select') && literalColors(value).length) return 'a colour';
  if (name === 'font-family' && !/^(?:inherit$|var\()/.test(value)) return 'a font';
  if (name === 'font-size' && !isDerived && /[1-9](?:rem|px|pt)\b/.test(value) && !isPrint)
    return 'a size of text';
  if (name === 'font-weight' && /^[5-9]00$|bold/.test(value)) return 'a weight';
  if (/radius$/.test(name) && !isDerived) return 'a radius';
  if (!/^(?:margin|padding|gap|row-gap|column-gap)/.test(name) || isPrint) return '';
  // A line of text is made as high as a target by 3 px or by what is missing, and figures of a list hang in room of their own.
  if (name !== 'padding-inline-start' && /\d(?:rem|pt)\b/.test(value.replace(/0?\.1875rem|.*\dem\b.*/g, '')))
    return 'a space';
  const px = [...value.matchAll(/([\d.]+)px/g)].map(([, length]) => Number(length));
  return px.some(length => length > HAIR) ? 'a space' : '';
}

describe('style sheets', () => {
  it('have no colour, font, size of text, radius or space of their own', async () => {
    const faults = (await declarations()).flatMap(declaration => {
      const what = fault(declaration);
      const { file, name, value } = declaration;
      return what ? [`${file}: ${what}: ${name}: ${value}`] : [];
    });
    expect(faults).to.eql([]);
  });

  it('have them from the theme, as defaults of documented properties', async () => {
    const documented = (await readText('src/timeline-view.ts'))!.matchAll(/@cssprop \[?(--[\w-]+)/g);
    const known = new Set([...documented].map(([, name]) => name!));
    const { style } = theme.styleSheet!.cssRules[0] as CSSStyleRule;
    const own = [...style].filter(name => {
      const value = style.getPropertyValue(name).trim();
      const [, property] = /^var\((--timeline-[\w-]+),/.exec(value) ?? [];
      return property ? !known.has(property) : literalColors(value).length > 0;
    });
    expect([...style].length).to.be.greaterThan(20);
    // What has no lane has no colour to choose.
    expect(own).to.eql(['--_color-0']);
  });

  it('are found out where they have', () => {
    const faultOf = (name: string, value: string) => fault({ file: '', name, value, isPrint: false });
    expect(faultOf('color', '#123456')).to.equal('a colour');
    expect(faultOf('border', '1px solid rgb(1, 2, 3)')).to.equal('a colour');
    expect(faultOf('background', 'color-mix(in srgb, var(--_ink) 4%, white)')).to.equal('a colour');
    expect(faultOf('background', 'color-mix(in srgb, var(--_ink) 4%, transparent)')).to.equal('');
    expect(faultOf('outline', '2px solid Highlight')).to.equal('');
    expect(faultOf('font-family', 'serif')).to.equal('a font');
    expect(faultOf('font-size', '0.75rem')).to.equal('a size of text');
    expect(faultOf('font-weight', '600')).to.equal('a weight');
    expect(faultOf('border-radius', '4px')).to.equal('a radius');
    expect(faultOf('padding-block', '0.5rem')).to.equal('a space');
    expect(faultOf('padding-block', '4px')).to.equal('a space');
    expect(faultOf('padding-block', '3px')).to.equal('');
    expect(faultOf('padding-block', 'calc(2 * var(--_space))')).to.equal('');
  });
});
