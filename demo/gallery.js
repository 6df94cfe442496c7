// Shows beneath each example the markup that makes it, as it stands in the page, and the rules of
// gallery.css that an example names. It runs before any example has changed anything.
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const RAW = new Set(['script', 'style']);
const WIDEST = 80;

const escaped = (text, more = /[&<]/g) =>
  text.replace(more, character => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[character]);

/** Writes an element as HTML, its attributes on lines of their own where one line is too short for them. */
function element(node, indent) {
  const name = node.localName;
  // The nonce belongs to the answer that brought the page, not to the markup.
  const attributes = [...node.attributes]
    .filter(attribute => attribute.name !== 'nonce')
    .map(({ name, value }) => (value ? `${name}="${escaped(value, /[&<"]/g)}"` : name));
  let tag = ['<' + name, ...attributes].join(' ') + '>';
  if (attributes.length > 1 && tag.length > WIDEST)
    tag = ['<' + name, ...attributes.map(attribute => `${indent}  ${attribute}`)].join('\n') + `\n${indent}>`;
  return VOID.has(name) ? tag : tag + content(node) + `</${name}>`;
}

function content(parent) {
  let written = '';
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE)
      written += RAW.has(parent.localName) ? node.data : escaped(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const [line] = /[^\n]*$/.exec(written);
      written += element(node, /^ */.exec(line)[0]);
    }
  }
  return written;
}

/** The text without the indentation that all its lines share, and without empty lines around it. */
function dedented(text) {
  const lines = text.replace(/^(\s*\n)+|\s+$/g, '').split('\n');
  const common = Math.min(...lines.filter(line => line.trim()).map(line => /^ */.exec(line)[0].length));
  return lines.map(line => line.slice(common)).join('\n');
}

/** The rules of the page's style sheets with exactly this selector. */
function rulesFor(selector) {
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
  return rules
    .filter(rule => rule.selectorText === selector)
    .map(({ style }) => style.cssText.split(/;\s*/).filter(Boolean))
    .map(declarations => `${selector} {\n${declarations.map(each => `  ${each};\n`).join('')}}`);
}

for (const live of document.querySelectorAll('.live')) {
  const { rule } = live.dataset;
  const texts = [dedented(content(live)), ...(rule ? rulesFor(rule) : [])];
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  code.textContent = texts.join('\n\n');
  pre.append(code);
  live.after(pre);
}
