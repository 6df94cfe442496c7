import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { moveUpTo, whenEditor, type Grip } from '../../src/data/edit-when.js';
import type { Entry } from '../../src/data/read-shape.js';
import { engineShare } from '../lib/engine-share.js';

const context = { timeZone: 'UTC', textual: true };

function edited(record: Entry, grip: Grip, n: number): unknown {
  const editor = whenEditor(record, grip, context);
  if (typeof editor === 'string') return editor;
  const moved = editor.move(n);
  return typeof moved === 'string' ? moved : moved.record;
}

describe('whenEditor', () => {
  const cases: [record: Entry, grip: Grip, n: number, expected: unknown][] = [
    [{ date: '1985/1990~' }, 'whole', 1, { date: '1986/1991~' }],
    [{ date: '1985/..', title: 'a' }, 'whole', 1, { date: '1986/..', title: 'a' }],
    [{ date: '../1985' }, 'whole', -1, { date: '../1984' }],
    [{ date: '1985/' }, 'whole', 1, { date: '1986/' }],
    [{ start: '2020-05', end: '2021' }, 'whole', 1, { start: '2021-05', end: '2022' }],
    [{ end: '2021' }, 'whole', 1, { end: '2022' }],
    [{ start: '2020', end: '..' }, 'whole', 1, { start: '2021', end: '..' }],
    [{ date: '2020', end: '2021' }, 'end', 1, { date: '2020', end: '2022' }],
    [{ date: 1985 }, 'whole', 1, { date: '1986' }], // a year of a text whose quotes were forgotten
    [{ date: '1984~' }, 'end', 2, { date: '1984~/1986~' }],
    [{ date: '1984' }, 'start', -1, { date: '1983/1984' }],
    [{ date: '1984~/1986~' }, 'end', -2, { date: '1984~' }],
    [{ date: { year: 1984 } }, 'end', 1, { date: { year: 1984 }, end: { year: 1985 } }],
    [{ start: '1984' }, 'end', 1, { start: '1984', end: '1985' }],
    [{ date: '1984/..' }, 'end', 6, { date: '1984/1990' }],
    [{ date: '1984/1986' }, 'end', -3, 'reversed'],
    [{ date: '[1667,1668]' }, 'whole', 1, 'set'],
    [{ date: 'XXXX-12-25' }, 'whole', 1, 'unspecified'],
    [{ date: '../..' }, 'whole', 1, 'unspecified'],
    [{ date: 'soon' }, 'whole', 1, 'unspecified'],
    [{ title: 'a' }, 'whole', 1, 'undated'],
    [{ date: '1403', calendar: 'persian' }, 'whole', 1, 'calendar'],
    [{ date: 'Y999999999999' }, 'whole', 1, 'limit'],
  ];
  for (const [record, grip, n, expected] of cases)
    it(`moves the ${grip} of ${JSON.stringify(record)} by ${n}: ${JSON.stringify(expected)}`, () => {
      expect(edited(record, grip, n)).to.deep.equal(expected);
    });

  it('says which end it would close', () => {
    const closes = (date: string, grip: Grip) => {
      const editor = whenEditor({ date }, grip, context);
      return typeof editor === 'string' ? editor : editor.closes;
    };
    expect(closes('1985/..', 'end')).to.equal('open');
    expect(closes('1985/', 'end')).to.equal('unknown');
    expect(closes('../1985', 'start')).to.equal('open');
    expect(closes('../1985', 'end')).to.equal(null);
    expect(closes('1985', 'end')).to.equal(null);
    expect(closes('1985/..', 'whole')).to.equal(null);
  });

  it('counts the steps of an end without a date from the other one', () => {
    const editor = whenEditor({ date: '1985/..' }, 'end', context);
    if (typeof editor === 'string') throw new Error(editor);
    expect(editor.stepsTo(Date.UTC(1995, 0, 1), Infinity)).to.equal(9); // 1994 is the last year of it
  });

  it('never changes the record that it is given', () => {
    const record = Object.freeze({ date: '1985/1990', start: '1', title: 'a' });
    expect(edited(record, 'end', 1)).to.deep.equal({ ...record, date: '1985/1991' });
  });
});

describe('moveUpTo', () => {
  it('goes as far as it can, and no end goes before its start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 900 }), (length, back) => {
        const date = `1500/${1500 + length}`;
        const editor = whenEditor({ date }, 'end', context);
        if (typeof editor === 'string') throw new Error(editor);
        const { n, edited: moved } = moveUpTo(editor, -back);
        expect(n).to.equal(-Math.min(length, back) || 0);
        expect(moved).to.be.an('object');
      }),
      engineShare({ seed: 74, numRuns: 300 }),
    );
  });
});
