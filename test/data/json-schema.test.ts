import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { EVENT } from '../../src/data/document-shape.js';
import { toJsonSchema } from '../../src/data/json-schema.js';
import { normalizeDocument } from '../../src/data/normalize-document.js';

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = toJsonSchema() as Schema;
const KNOWN = new Set(
  '$schema title description examples $defs $ref anyOf type enum properties required items pattern minimum maximum'.split(
    ' ',
  ),
);

/** Validates by the few keywords of 2020-12 that the schema uses. */
function accepts(schema: Schema, value: unknown): boolean {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (schema.$ref && !accepts(root.$defs![schema.$ref.replace('#/$defs/', '')]!, value)) return false;
  if (schema.anyOf && !schema.anyOf.some(option => accepts(option, value))) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (
    schema.type &&
    ![schema.type].flat().some(t => t === type || (t === 'integer' && Number.isInteger(value)))
  )
    return false;
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern, 'u').test(value))
    return false;
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    return false;
  if (Array.isArray(value)) return value.every(item => !schema.items || accepts(schema.items, item));
  if (type !== 'object') return true;
  const fields = value as Record<string, unknown>;
  return (
    (schema.required ?? []).every(key => Object.hasOwn(fields, key)) &&
    Object.entries(schema.properties ?? {}).every(
      ([key, property]) => !Object.hasOwn(fields, key) || accepts(property, fields[key]),
    )
  );
}

const schemas = (schema: Schema): Schema[] => [
  schema,
  ...[
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...Object.values({ ...schema.properties, ...schema.$defs }),
  ].flatMap(schemas),
];

describe('toJsonSchema()', () => {
  it('describes every definition and every field', () => {
    for (const definition of Object.values(root.$defs!)) {
      expect(definition).to.have.property('description').that.is.not.empty;
      if ('properties' in definition && 'description' in definition)
        for (const property of Object.values(definition.properties!))
          expect(property).to.have.property('description');
    }
    expect(Object.keys(root.$defs!.event!.properties!)).to.deep.equal(Object.keys(EVENT.fields));
  });

  it('uses no keyword that this test does not check', () => {
    for (const schema of schemas(root))
      expect(Object.keys(schema).filter(key => !KNOWN.has(key))).to.deep.equal([]);
    for (const { $ref } of schemas(root))
      if ($ref) expect(root.$defs).to.have.property($ref.replace('#/$defs/', ''));
  });

  it('accepts the story, and refuses what is none', async () => {
    expect(accepts(root, await (await fetch('/data/us-mexico-2025.json')).json())).to.equal(true);
    for (const wrong of [
      null,
      'x',
      {},
      { events: {} },
      [{}],
      [{ title: 'A', status: 'aleged' }],
      [{ title: 'A', links: [{}] }],
    ])
      expect(accepts(root, wrong), JSON.stringify(wrong)).to.equal(false);
  });

  it('accepts exactly what normalizeDocument(input) finds no fault of form with', () => {
    const junk = fc.constantFrom<unknown>(
      null,
      0,
      1,
      0.5,
      7,
      -1,
      true,
      '',
      'x',
      '2025',
      'alleged',
      'era',
      '3',
      '#fff',
      '#ff',
      [],
      ['x'],
      [1],
      [null],
      {},
      [{}],
      [{ to: 'a' }],
      [{ note: 'n' }],
      [{ src: 's' }],
      [{ src: 's', width: -1 }],
      [{ url: 1 }],
      { year: 2025 },
    );
    const junkOf = (shape: { fields: object }) =>
      fc.dictionary(fc.constantFrom(...Object.keys(shape.fields), 'other'), junk, { maxKeys: 4 });
    const record = fc
      .tuple(junkOf(EVENT), fc.boolean())
      .map(([fields, titled]) => (titled ? { ...fields, title: 'A' } : fields));
    // What a schema can't say: whether a date can be read, an id is taken, a link leads anywhere, a title is blank.
    const formless = new Set(['invalid-date', 'end-before-start', 'duplicate-id', 'unknown-link']);
    let accepted = 0;
    fc.assert(
      fc.property(record, fields => {
        const input = { events: [fields] };
        fc.pre(fields.title !== '' && !['date', 'start', 'end'].some(key => key in fields));
        const faults = normalizeDocument(input, { textual: true }).issues.filter(
          ({ code }) => !formless.has(code),
        );
        const isValid = accepts(root, input);
        expect(isValid, JSON.stringify([fields, faults])).to.equal(faults.length === 0);
        if (isValid) accepted++;
      }),
      { seed: 2025, numRuns: 3000 },
    );
    expect(accepted).to.be.above(100);
  });
});
