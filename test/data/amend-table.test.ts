import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable } from '../../src/data/amend-table.js';
import type { EventTable } from '../../src/data/event-table.js';
import { projectTable } from '../../src/data/project-table.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { TableSource } from '../../src/index/table-source.js';
import { engineShare } from '../lib/engine-share.js';
import { distinct, looseRecord } from './records.js';

const tableOf = (events: readonly unknown[]) => finish(readTable({ events, timeZone: 'UTC' })).table;
const records = (prefix: string) =>
  fc.array(looseRecord, { maxLength: 15 }).map(all => distinct(all, prefix) as Record<string, unknown>[]);

/** All that a table says, in its own orders. */
function everything(table: EventTable) {
  const source = new TableSource(table);
  const { starts, ends, instants } = table.bounds;
  return {
    given: table.toDocument().events.map(event => ({ ...event, data: null })),
    dated: Array.from({ length: table.size }, (_, i) => table.event(i).id),
    columns: [table.starts, table.ends, starts, ends, instants].map(column => [...column]),
    positions: table.toDocument().events.map(({ id }) => table.indexOf(id)),
    undated: table.undated.map(({ id }) => id),
    reach: table.reach,
    tally: table.tally,
    used: source.lanes.map(({ id }) => id).sort(),
    named: table.toDocument().events.map(({ id }) =>
      source
        .namedBy(id)
        .map(({ event }) => event.id)
        .sort(),
    ),
  };
}

describe('amendTable(table, amendment)', () => {
  it('gives what reading all anew would, and keeps what did not change', () => {
    const arbitrary = fc.record({
      old: records('o'),
      add: records('n'),
      update: fc.array(fc.tuple(fc.nat(), looseRecord), { maxLength: 5 }),
      remove: fc.array(fc.nat(), { maxLength: 5 }),
      timeZone: fc.constantFrom('UTC', 'America/New_York'),
    });
    fc.assert(
      fc.property(arbitrary, ({ old, add, update, remove, timeZone }) => {
        const idAt = (n: number) => `o${n % Math.max(1, old.length)}`;
        const ids = [...new Set(remove.map(idAt))].filter(() => old.length > 0);
        const left = new Map(
          old.filter(({ id }) => !ids.includes(id as string)).map(record => [record.id, record]),
        );
        const changes = update
          .map(([n, record]): Record<string, unknown> => ({ ...record, id: idAt(n) }))
          .filter(({ id }) => left.has(id));
        for (const change of changes) left.set(change.id, { ...left.get(change.id), ...change });

        const before = projectTable(tableOf(old), timeZone);
        const made = before.toDocument().events;
        const was = everything(before);
        const { table, issues } = amendTable(before, { remove: ids, update: changes, add });
        const anew = projectTable(tableOf([...left.values(), ...add]), timeZone);
        expect(everything(table)).to.deep.equal(everything(anew));
        expect(everything(before), 'the table itself').to.deep.equal(was);
        expect(issues.filter(({ code }) => code === 'unknown-id' || code === 'duplicate-id')).to.deep.equal(
          [],
        );
        const touched = new Set<unknown>([...ids, ...changes.map(({ id }) => id)]);
        for (const event of made) {
          const isLinked = event.data.links !== undefined;
          if (!touched.has(event.id) && !isLinked) expect(table.get(event.id)).to.equal(event);
        }
      }),
      engineShare({ seed: 2025, numRuns: 200 }),
    );
  });

  it('stays as it is however often events come and go', () => {
    const numbered = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({
        id: (from + i) % 3 ? `e${from + i}` : undefined,
        date: `${1900 + ((from + i) % 90)}`,
        title: `${from + i}`,
        links: [`e${from + i + 1}`],
      }));
    let table = tableOf(numbered(0, 10));
    const kept = table.event(9);
    for (let step = 10; step < 200; step += 10) {
      const old = table.toDocument().events.filter(({ id }) => id !== kept.id);
      const remove = old.slice(0, old.length > 30 ? 25 : 5).map(({ id }) => id);
      table = amendTable(table, { remove, add: numbered(step, 10) }).table;
    }
    expect(table.get(kept.id)!.title).to.equal(kept.title);
    expect(table.rows.size).to.be.below(4 * table.total);
    const left = table.toDocument().events.map(({ id, data }) => ({ ...data, id }));
    expect(everything(table)).to.deep.equal(everything(tableOf(left)));
  });

  it('takes many times as many events as there were', () => {
    const named = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: `e${from + i}`, date: '2025', title: 'A' }));
    let table = tableOf(named(0, 12));
    for (const count of [60, 1, 1000]) {
      table = amendTable(table, { add: named(table.total, count) }).table;
      for (const { id } of named(0, table.total)) expect(table.get(id)!.id).to.equal(id);
      expect(table.get('none')).to.equal(undefined);
    }
    expect(table.total).to.equal(1073);
  });

  it('reports what it can not do, and does the rest', () => {
    const table = tableOf([{ id: 'a', date: '2025', title: 'A' }]);
    const { table: amended, issues } = amendTable(table, {
      remove: ['x'],
      update: [{ id: 'y', title: 'Y' }, 5, { title: 'no id' }, { id: 'a', date: 'soon' }],
      add: [{ id: 'a', title: 'again' }, null, { id: 'b', title: 'B', links: ['a', 'z'] }],
    });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'unknown-id remove[0]',
      'unknown-id update[0].id',
      'invalid-type update[1]',
      'unknown-id update[2].id',
      'invalid-date update[3].date',
      'duplicate-id add[0].id',
      'invalid-type add[1]',
      'unknown-link add[2].links[1]',
    ]);
    expect(amended.toDocument().events.map(({ id, title }) => [id, title])).to.deep.equal([
      ['a', 'A'],
      ['a~2', 'again'],
      ['b', 'B'],
    ]);
    expect(amended.get('a')!.dateText).to.equal('soon');
  });

  it('takes a number for Unix time, though the numbers of a text are none', () => {
    const { table } = finish(readTable([{ id: 'a', title: 'A', date: 2016 }], { textual: true }));
    const at = 1_500_000_000_000;
    const dated = (event: { span: { start: number } | null } | undefined) => event?.span?.start;
    const amended = amendTable(table, {
      add: [{ id: 'b', title: 'B', date: at }],
      update: [{ id: 'a', title: 'C' }],
    });
    expect(amended.issues.map(({ code }) => code)).to.deep.equal(['bare-year']);
    expect(dated(amended.table.get('a'))).to.equal(Date.UTC(2016, 0));
    expect(dated(amended.table.get('b'))).to.equal(at);
    expect(amended.table.starts).to.deep.equal(Float64Array.of(Date.UTC(2016, 0), at));
    const { table: again, issues } = amendTable(amended.table, {
      update: [
        { id: 'a', date: at - 1 },
        { id: 'b', title: 'D' },
      ],
    });
    expect([dated(again.get('a')), dated(again.get('b')), issues]).to.deep.equal([at - 1, at, []]);
    expect(again.starts).to.deep.equal(Float64Array.of(at - 1, at));
  });

  it('gives an id again once its event is gone, and leads links to whoever has it', () => {
    const first = tableOf([
      { id: 'a', date: '2025', title: 'A', links: ['b'] },
      { id: 'b', date: '2024', title: 'B', lane: 'x' },
    ]);
    const linked = first.get('a')!;
    const gone = amendTable(first, { remove: ['b'] }).table;
    expect(gone.get('a')!.links).to.deep.equal([]);
    const back = amendTable(gone, { add: [{ id: 'b', date: '2026', title: 'anew', lane: 'y' }] }).table;
    expect(back.get('a')!.links).to.deep.equal(linked.links);
    expect(back.get('b')).to.include({ title: 'anew' });
    expect([first.get('b')!.title, first.indexOf('b'), gone.get('b'), back.indexOf('b')]).to.deep.equal([
      'B',
      0,
      undefined,
      1,
    ]);
    expect(new TableSource(back).lanes.map(({ id }) => id)).to.deep.equal(['', 'y']);
  });

  it('merges fields, even those named as parts of objects, without touching what it was given', () => {
    const record = Object.freeze({ id: 'a', date: '2025', title: 'A', mine: Object.freeze([1]) });
    const table = tableOf([record]);
    const change = Object.freeze(
      JSON.parse('{ "id": "a", "title": "B", "__proto__": { "status": "alleged" } }'),
    );
    const event = amendTable(table, { update: [change] }).table.get('a')!;
    expect([event.title, event.status, event.data.mine]).to.deep.equal(['B', undefined, [1]]);
    expect(Object.hasOwn(event.data, '__proto__')).to.equal(true);
    expect(table.get('a')!.title).to.equal('A');
  });

  it('replaces whole records, so that what was there before can be had again to the letter', () => {
    fc.assert(
      fc.property(
        records('o'),
        fc.array(fc.tuple(fc.nat(), looseRecord), { maxLength: 5 }),
        (old, changes) => {
          fc.pre(old.length > 0);
          const before = tableOf(old);
          const replace = changes.map(([n, record]) => ({ id: old[n % old.length]!.id as string, record }));
          const { table } = amendTable(before, { replace });
          const last = new Map(replace.map(({ id, record }) => [id, record]));
          const anew = tableOf(
            old.map(record => ({ ...(last.get(record.id as string) ?? record), id: record.id })),
          );
          expect(everything(table)).to.deep.equal(everything(anew));
          const back = amendTable(table, {
            replace: old.map(record => ({ id: record.id as string, record })),
          }).table;
          expect(everything(back)).to.deep.equal(everything(before));
          for (const { id } of replace)
            expect(back.get(id)!.data).to.equal(old.find(record => record.id === id));
        },
      ),
      engineShare({ seed: 75, numRuns: 150 }),
    );
  });

  it('restores what was removed to the place that it had, in whatever order it comes back', () => {
    const arbitrary = fc.tuple(records('o'), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(arbitrary, ([old, numbers]) => {
        const before = tableOf(old);
        const ids = old.map(({ id }) => id as string);
        const remove = ids.filter(() => numbers.next().value! % 2);
        let table = remove.reduce((now, id) => amendTable(now, { remove: [id] }).table, before);
        for (let turn = 0; turn < 2; turn++) {
          table = amendTable(table, {
            remove: ids.filter(id => table.get(id) && numbers.next().value! % 3 === 0),
          }).table;
          const gone = ids.filter(id => !table.get(id)).sort(() => (numbers.next().value! % 2) - 0.5);
          for (const id of gone) {
            const restore = [{ id, record: before.get(id)!.data }];
            const amended = amendTable(table, { restore });
            expect(amended.issues.filter(({ code }) => code === 'duplicate-id')).to.deep.equal([]);
            table = amended.table;
          }
          expect(table.total).to.equal(before.total);
          expect(everything(table)).to.deep.equal(everything(before));
        }
      }),
      engineShare({ seed: 118, numRuns: 200 }),
    );
  });

  it('says of a replacement without an event that there is none', () => {
    const { issues } = amendTable(tableOf([{ id: 'a', date: '1985' }]), {
      replace: [{ id: 'b', record: { date: '1986' } }],
    });
    expect(issues.map(({ code, path }) => [code, path])).to.deep.equal([['unknown-id', 'replace[0].id']]);
  });
});
