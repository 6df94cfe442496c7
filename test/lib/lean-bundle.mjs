// Plugins that make the self-contained file smaller without a change to what it does.
import ts from 'typescript';

const squeeze = {
  html: text => text.replace(/\s+/g, ' '),
  svg: text => text.replace(/\s+/g, ' '),
  css: text =>
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':'),
};

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
    let lean = code;
    for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
      lean = lean.slice(0, start) + text + lean.slice(end);
    return { code: lean, map: null };
  },
};

/**
 * d3-scale 4 can go between colours, dates and texts too, and brings 5 kB (gzip) of d3-interpolate and d3-color for
 * it. The time scale goes between numbers alone.
 */
export const interpolateNumbersOnly = {
  name: 'interpolate-numbers-only',
  enforce: 'pre',
  resolveId: id => (id === 'd3-interpolate' ? '\0numbers-only' : null),
  load: id =>
    id === '\0numbers-only'
      ? `export const interpolate = (a, b) => (a = +a, b = +b, t => a * (1 - t) + b * t);
         export const interpolateRound = (a, b) => (a = +a, b = +b, t => Math.round(a * (1 - t) + b * t));
         export { interpolate as interpolateNumber, interpolate as piecewise };`
      : null,
};

/** Methods of a selection that neither d3-axis nor anything here calls; their code then falls away (2 kB gzip). */
const UNCALLED =
  'selectChild selectChildren sort size empty style property classed html raise lower clone datum on dispatch';

export const calledSelectionOnly = {
  name: 'called-selection-only',
  transform(code, id) {
    if (!/d3-selection\/.*\.(mjs|js)$/.test(id)) return null;
    const lean = UNCALLED.split(' ').reduce((text, method) => {
      const entry = `  ${method}: selection_${method},\n`;
      if (!text.includes(entry))
        throw new Error(`d3-selection no longer has "${entry.trim()}": adapt the list`);
      return text.replace(entry, '');
    }, code);
    return { code: lean, map: null };
  },
};

/** d3-scale brings d3-format (2 kB gzip) for `tickFormat`, which nothing calls: texts come from `Intl`. */
export const noNumberFormats = {
  name: 'no-number-formats',
  enforce: 'pre',
  resolveId: id => (id === 'd3-format' ? '\0no-formats' : null),
  load: id =>
    id === '\0no-formats'
      ? `export const format = () => String;
         export { format as formatPrefix, format as formatSpecifier, format as precisionFixed,
                  format as precisionPrefix, format as precisionRound };`
      : null,
};
