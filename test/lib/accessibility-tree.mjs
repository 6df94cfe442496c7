// What assistive technology is told of a page in Chromium, a line for each: `- role "name" [state]`, what it holds below.
// A text that only repeats the name of what it stands in is left out.

/** What is told beside role, name and description: by the tree itself, and what only the attributes have. */
const PROPERTIES = [
  'level',
  'busy',
  'disabled',
  'expanded',
  'pressed',
  'selected',
  'hasPopup',
  'valuetext',
  'roledescription',
];
const ATTRIBUTES = ['aria-current', 'aria-posinset', 'aria-setsize', 'aria-keyshortcuts', 'lang', 'dir'];
/** Roles that mean nothing; what they hold stands in their place. */
const TRANSPARENT = new Set(['generic', 'none', 'RootWebArea']);

/** Attributes of each element of the page, by the number under which the tree speaks of it. */
async function attributesByNode(session) {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found = new Map();
  const visit = ({ backendNodeId, attributes = [], children = [], shadowRoots = [] }) => {
    const pairs = attributes.flatMap((name, i) => (i % 2 ? [] : [[name, attributes[i + 1]]]));
    found.set(backendNodeId, new Map(pairs));
    [...shadowRoots, ...children].forEach(visit);
  };
  visit(root);
  return found;
}

const oneLine = text => text.replace(/\s+/g, ' ').trim();
const quoted = text => JSON.stringify(oneLine(String(text)));

function states({ properties = [], description, value }, attributes = new Map()) {
  const told = new Map(properties.map(({ name, value }) => [name, value.value]));
  return [
    ...PROPERTIES.filter(name => told.has(name)).map(name => [name, told.get(name)]),
    ...ATTRIBUTES.filter(name => attributes.has(name)).map(name => [
      name.replace('aria-', ''),
      attributes.get(name),
    ]),
    ...(value?.value === undefined ? [] : [['value', value.value]]),
    ...(description?.value ? [['description', description.value]] : []),
  ]
    .filter(([name, value]) => value !== '' && (value !== false || name === 'expanded'))
    .map(([name, value]) => ` [${name}=${typeof value === 'string' ? quoted(value) : value}]`)
    .join('');
}

/** The tree of the page of a DevTools session. */
export async function accessibilityTree(session) {
  const attributes = await attributesByNode(session);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.send('Accessibility.disable');
  const byId = new Map(nodes.map(node => [node.nodeId, node]));

  /** Lines of a node; `name` is that of the next above it that is told. */
  function lines(node, depth, name) {
    const role = node.role?.value;
    const below = (deeper, name) =>
      (node.childIds ?? []).flatMap(id => (byId.has(id) ? lines(byId.get(id), deeper, name) : []));
    if (node.ignored || TRANSPARENT.has(role)) return below(depth, name);
    const indent = '  '.repeat(depth);
    const own = oneLine(node.name?.value ?? '');
    if (role === 'StaticText') return own && own !== name ? [`${indent}- text: ${quoted(own)}`] : [];
    if (role === 'InlineTextBox' || role === 'ListMarker' || role === 'LineBreak') return [];
    const inner = below(depth + 1, own);
    const head = `${indent}- ${role}${own && ` ${quoted(own)}`}${states(node, attributes.get(node.backendDOMNodeId))}`;
    return [head + (inner.length ? ':' : ''), ...inner];
  }

  return lines(nodes[0], 0, '').join('\n') + '\n';
}
