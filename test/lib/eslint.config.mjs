import { fileURLToPath } from 'node:url';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { rooms } from './layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['**/src/**/*.ts', '**/test/**/*.ts'];
const only = config => ({ ...config, files });

/** What a Date says of the zone, or the language, of the machine. */
const LOCAL =
  '/^([gs]et(FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(Date|Time|Locale|LocaleDate|LocaleTime)String)$/';
const ZONE = 'The local zone of the reader never matters; use UTC or Intl with a zone.';
const PARSED = 'Dates are read by parseDate.';

/** Text that becomes HTML, or code; and time of the reader's own zone. */
const banned = [
  [
    'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic|innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|DOMParser|createContextualFragment|srcdoc)$/]',
    'Text from the data is never parsed as HTML.',
  ],
  [
    'Literal[value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    'Text from the data is never parsed as HTML.',
  ],
  [
    'CallExpression[callee.object.name="document"][callee.property.name=/^write/]',
    'Text is never parsed as HTML.',
  ],
  ['Identifier[name="createPolicy"]', 'The one policy of Trusted Types is that of Lit.'],
  ['CallExpression[callee.property.name="html"]', 'd3 .html() parses HTML.'],
  ['Identifier[name="eval"]', 'No code from text.'],
  ['NewExpression[callee.name="Function"]', 'No code from text.'],
  ['CallExpression[callee.name="Function"]', 'No code from text.'],
  ['NewExpression[callee.name="Worker"]', 'Trusted Types stop workers.'],
  [
    'Identifier[name="styleMap"]',
    'styleMap writes an inline style, which a policy blocks; use .style=${text}.',
  ],
  ['TemplateElement[value.raw=/\\sstyle=/]', 'An inline style is blocked by a policy; use .style=${text}.'],
  ['TemplateElement[value.raw=/<style/]', 'A <style> element is blocked by a policy; use static styles.'],
  [
    'CallExpression[callee.property.name=/^(attr|setAttribute)$/][arguments.0.value="style"]',
    'An inline style is blocked by a policy; use .style or style.setProperty.',
  ],
  ['MemberExpression[object.name="Date"]:matches([property.name="parse"], [property.value="parse"])', PARSED],
  ['VariableDeclarator[init.name="Date"]', PARSED],
  ['CallExpression[callee.name="Date"]', 'Date() is text in the local zone.'],
  [`MemberExpression[property.name=${LOCAL}]`, ZONE],
  [`Literal[value=${LOCAL}]`, ZONE],
  [`ObjectPattern > Property[key.name=${LOCAL}]`, ZONE],
  [
    ':matches(NewExpression, CallExpression)[callee.property.name="DateTimeFormat"]' +
      ':not(:has(Property[key.name="timeZone"])):not(MemberExpression[property.name="resolvedOptions"] > *)',
    ZONE,
  ],
  ['ExportDefaultDeclaration', 'No default exports.'],
];

/** `new Date(text)` reads text in ways that differ by engine and zone; `new Date(2025, 7)` is local. */
const dateFromNumber = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { text: 'new Date() takes one number: text is read by parseDate.' },
  },
  create: context => ({
    'NewExpression:matches([callee.name="Date"], [callee.property.name="Date"])[arguments.length>0]'(node) {
      const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
      const checker = program.getTypeChecker();
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node.arguments[0]));
      const isNumber =
        node.arguments[0].type !== 'SpreadElement' &&
        type !== checker.getAnyType() &&
        checker.isTypeAssignableTo(type, checker.getNumberType());
      if (node.arguments.length > 1 || !isNumber) context.report({ node, messageId: 'text' });
    },
  }),
};

const pureRooms = Object.entries(rooms)
  .filter(([, { dom }]) => !dom)
  .map(([name]) => (name.endsWith('.ts') ? `**/src/${name}` : `**/src/${name}/**/*.ts`));
const restrict = list => ['error', ...list.map(([selector, message]) => ({ selector, message }))];

export default ts.config(
  // Consumers are compiled where they are built, each with its own types.
  { ignores: ['**/dist/**', '**/node_modules/**', '**/test/consumers/**', '**/*.mjs'] },
  ...ts.configs.recommendedTypeChecked.map(only),
  { files, languageOptions: { parserOptions: { project: `${root}test/tsconfig.json` } } },
  only(lit['flat/recommended']),
  only(wc['flat/best-practice']),
  { files, plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  {
    files,
    rules: {
      '@typescript-eslint/unbound-method': 'off', // Lit binds @event=${this.method}
      '@typescript-eslint/require-await': 'off', // a promise may be the contract of a function that need not wait yet
      '@typescript-eslint/no-base-to-string': 'off', // whatever is given as a date or text is quoted in the message
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }], // event maps
      'lit-a11y/click-events-have-key-events': 'off', // one listener at the root hears the clicks of real buttons
      'lit-a11y/no-redundant-role': 'off', // VoiceOver wants role="list" where list-style is none
    },
  },
  {
    files: ['**/src/**/*.ts'],
    plugins: { project: { rules: { 'date-from-number': dateFromNumber } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'project/date-from-number': 'error',
      'no-restricted-syntax': restrict(banned),
    },
  },
  {
    // Rooms without DOM read no clock and write no log either.
    files: pureRooms,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': restrict([
        ...banned,
        ['NewExpression[callee.name="Date"][arguments.length=0]', 'The time is a parameter.'],
        ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'The time is a parameter.'],
        [
          'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
          'Same input, same output.',
        ],
      ]),
    },
  },
  {
    // chai: assertions are expressions, and chai-a11y-axe's types make every one of them look like a promise
    files: ['**/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
