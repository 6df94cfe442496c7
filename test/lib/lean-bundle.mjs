// Plugins that make the self-contained file smaller without a change to what it does.
import { readFileSync, readdirSync } from 'node:fs';
import { minify } from 'terser';
import ts from 'typescript';

/** White space is one space, an attribute without a value to compute needs no quotes. */
const squeezeMarkup = text => text.replace(/\s+/g, ' ').replace(/(?<= [\w-]+=)"([\w-]+)"(?=[ >])/g, '$1');

const squeeze = {
  html: squeezeMarkup,
  svg: squeezeMarkup,
  css: text =>
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/\) \* (?=[\d.v])/g, ')*')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .replace(/(?<![\w.])0(?=\.\d)/g, ''),
};

/** A text with stretches of it replaced. */
const applied = (code, edits) =>
  edits
    .sort((a, b) => b.start - a.start)
    .reduce((lean, { start, end, text }) => lean.slice(0, start) + text + lean.slice(end), code);

/** White space in Lit's templates and styles: the minifier takes it for text. */
export const squeezeTemplates = {
  name: 'squeeze-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|svg|css)`/.test(code)) return null;
    const edits = [];
    const visit = node => {
      const pieces = ts.isTaggedTemplateExpression(node) ? squeeze[node.tag.getText()] : undefined;
      if (pieces) {
        const { template } = node;
        const literals = template.templateSpans
          ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
          : [template];
        for (const literal of literals) {
          const start = literal.getStart() + 1;
          const end = literal.getEnd() - (literal.getText().endsWith('${') ? 2 : 1);
          edits.push({ start, end, text: pieces(code.slice(start, end)) });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
    return { code: applied(code, edits), map: null };
  },
};

/** Custom properties of the element's own, each of which nobody outside reads; the same in all files that are made of the sources. */
const OWN_PROPERTY = /--_[a-z-]+/g;
const source = new URL('../../src/', import.meta.url);
const texts = readdirSync(source, { recursive: true })
  .filter(file => file.endsWith('.ts'))
  .sort()
  .map(file => readFileSync(new URL(file, source), 'utf8'));
const ownProperties = [...new Set(texts.join().match(OWN_PROPERTY))];

/** Those by shorter names (0.2 kB gzip). */
export const shortProperties = {
  name: 'short-properties',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && code.includes('--_')
      ? {
          code: code.replace(OWN_PROPERTY, name => `--_${ownProperties.indexOf(name).toString(36)}`),
          map: null,
        }
      : null,
};

/** What stands in for a whole module, by the end of its address. */
const INSTEAD = {
  // d3-scale 4 can go between colours, dates and texts too; the time scale goes between numbers alone (5 kB gzip).
  'd3-interpolate': `
    export const interpolate = (a, b) => (a = +a, b = +b, t => a * (1 - t) + b * t);
    export const interpolateRound = (a, b) => (a = +a, b = +b, t => Math.round(a * (1 - t) + b * t));
    export { interpolate as interpolateNumber, interpolate as piecewise };`,
  // Lit's `css` for engines with `adoptedStyleSheets`: all that can read the file (0.5 kB gzip).
  './css-tag.js': `
    export class CSSResult {
      _$cssResult$ = true;
      constructor(cssText) { this.cssText = cssText; }
      get styleSheet() {
        if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
        return this.sheet;
      }
      toString() { return this.cssText; }
    }
    export const unsafeCSS = text => new CSSResult(String(text));
    export const css = (strings, ...values) => unsafeCSS(String.raw({ raw: strings }, ...values));
    export const adoptStyles = (root, styles) => {
      root.adoptedStyleSheets = styles.map(style => style.styleSheet ?? style);
    };
    export const getCompatibleStyle = style => style;
    export const supportsAdoptingStyleSheets = true;`,
};

/** Serves `INSTEAD`. */
export const lighterModules = {
  name: 'lighter-modules',
  enforce: 'pre',
  resolveId: id => (id in INSTEAD ? `\0${id}` : null),
  load: id => INSTEAD[id.slice(1)] ?? null,
};

/** What is cut out of a module, as it is written there: nothing calls it, and what only it needs falls away with it. */
const CUTS = {
  // 2.9 kB gzip.
  'd3-selection': [
    ...'join call nodes selectChild selectChildren sort size empty style property classed html raise lower clone datum on dispatch node'
      .split(' ')
      .map(method => `  ${method}: selection_${method},\n`),
    // No name of an attribute or element has a namespace before it, and no attribute is read.
    [/function namespace\(name\) \{[^]*?\n\}/, 'const namespace = String;'],
    [/\(fullname\.local\s*\? creatorFixed\s*: creatorInherit\)/, 'creatorInherit'],
    ['(fullname.local ? attrRemoveNS : attrRemove)', 'attrRemove'],
    ['(fullname.local ? attrFunctionNS : attrFunction)', 'attrFunction'],
    ['(fullname.local ? attrConstantNS : attrConstant)', 'attrConstant'],
    [/if \(arguments\.length < 2\) \{\s*var node[^]*?\n  \}/, ''],
    // An axis writes all that it says of its ticks in each frame of a zoom: what is so already costs the page as much as a change.
    [
      'this.setAttribute(name, value);',
      'if (this.getAttribute(name) != value) this.setAttribute(name, value);',
    ],
    ['this.textContent = v == null ? "" : v;', 'if (this.textContent !== v) this.textContent = v;'],
    // An axis is a selection of elements; it names what it selects and makes, reads nothing, and takes no attribute away.
    ['[Symbol.iterator]: selection_iterator', ''],
    [/Local\.prototype = [^]*?\n\};/, ''],
    ['if (typeof select === "function") select = arrayAll(select);\n  else', ''],
    ['if (typeof match !== "function") match = matcher(match);', ''],
    ['context.selection ? context.selection() : context', 'context'],
    ['if (!arguments.length) return Array.from(this, datum);', ''],
    [/value == null\s*\? attrRemove : /, ''],
    [
      /(?<=function selection_text\(value\) \{\s*)return [^]*?(?=\n\})/,
      'return this.each(textFunction(value));',
    ],
    [/typeof name === "function" \? name : (?=creator)/g, ''],
    [/before == null [^]*?(?=selector\(before\))/, ''],
    [/uri === xhtml && [^]*?: (?=document\.createElementNS)/, ''],
    [/typeof selector === "string"[^]*?: (?=new Selection\(\[\[selector)/, ''],
    ['selector == null ? none : ', ''],
    ['selector == null ? empty : ', ''],
  ],
  // Ticks come from `scale/ticks.ts`, texts from `Intl` (3 kB gzip with the d3-format and d3-array that are for them).
  'd3-scale': [
    [/(?<=function linear\(\) \{[^]*?)return linearish\(scale\);/, 'return scale;'],
    // One stretch of time, one of px: neither has pieces.
    ['n > 2 ? polymap : bimap', 'bimap'],
    ['if (clamp !== identity$1) clamp = clamper(domain[0], domain[n - 1]);', ''],
    ['transformer$2()(identity$1, identity$1)', 'transformer$2()()'],
    ['transform = t, untransform = u;', ''],
    ['untransform,', 'untransform = identity$1,'],
    ['transform,', 'transform = identity$1,'],
    ...'rangeRound clamp unknown'
      .split(' ')
      .map(method => new RegExp(`(?<=function transformer\\$2[^]*?)  scale\\.${method} = [^]*?\\n  \\};\\n`)),
    /(?<=function copy\$1[^]*?)\s*\.clamp\(source\.clamp\(\)\)\s*\.unknown\(source\.unknown\(\)\)/,
  ],
  // 0.3 kB gzip.
  'd3-axis': [
    // One side.
    ['function axis(orient, scale) {', 'function axis(side, scale) { const orient = bottom;'],
    /    if \(context !== selection\) \{[^]*?\n    \}\n/,
    ['context.selection ? context.selection() : context', 'context'],
    // Its ticks are given, with their texts, on a scale of time.
    [/(?<=values = )tickValues == null \? .*: (?=tickValues,)/, ''],
    [/(?<=format = )tickFormat == null \? .*: (?=tickFormat,)/, ''],
    ['scale.bandwidth ? center : number', 'number'],
    ...'scale ticks tickArguments tickSize tickSizeOuter offset'
      .split(' ')
      .map(method => new RegExp(`  axis\\.${method} = [^]*?\\n  \\};\\n`)),
  ],
};

/** Cuts `CUTS`; a cut that no longer fits stops the build. */
export const uncalled = {
  name: 'uncalled',
  transform(code, id) {
    const cuts = CUTS[/node_modules\/(d3-[a-z]+)\//.exec(id)?.[1]];
    if (!cuts) return null;
    const lean = cuts.reduce((text, cut) => {
      const [from, to = ''] = [cut].flat();
      const left = text.replace(from, to);
      if (left === text) throw new Error(`${id} no longer has "${from}": adapt what is cut`);
      return left;
    }, code);
    return { code: lean, map: null };
  },
};

/**
 * Terser before the bundler's own minifier: the one puts functions and values where they are used, the other finds
 * shorter names and forms (1 kB gzip less than either alone). Getters may have effects here (`#bounded`), so that
 * nothing "unsafe" of Terser is on. Of the comments it keeps the banner, which names the licences.
 */
export const inlined = {
  name: 'inlined',
  async renderChunk(code) {
    const { code: lean, map } = await minify(code, {
      module: true,
      ecma: 2022,
      compress: { passes: 2 },
      mangle: false,
      format: { comments: /^!/ },
      sourceMap: { asObject: true },
    });
    return { code: lean, map };
  },
};

/** Lit's `@property` as the `static properties` it stands for: no helper, no call for each. */
export const staticProperties = {
  name: 'static-properties',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !code.includes('@property(')) return null;
    const edits = [];
    const visit = node => {
      if (ts.isClassDeclaration(node)) {
        const entries = node.members.flatMap(member => {
          const decorator = ts.getDecorators(member)?.[0];
          if (!decorator) return [];
          edits.push({ start: decorator.getStart(), end: decorator.getEnd(), text: '' });
          const [options] = decorator.expression.arguments;
          return `${member.name.getText()}: ${options?.getText() ?? '{}'}`;
        });
        const at = node.members.pos;
        edits.push({ start: at, end: at, text: ` static override properties = { ${entries.join(', ')} };` });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
    return { code: applied(code, edits), map: null };
  },
};
