import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { parseDate } from '../../src/time/parse-date.js';
import { projectSpan } from '../../src/time/project-span.js';

const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe', 'Mars/Base'];

function read(text: string, timeZone: string): DatedSpan {
  const result = parseDate(text, { timeZone });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

/** Times of a day on which clocks of New York are put back, with and without an offset, in any order. */
const time = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('', 'Z', '-05:00', '+05:30'),
  )
  .map(([h, m, offset]) => `2024-11-03T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}${offset}`);
const side = fc.oneof(time, fc.constantFrom('2024-11-03', '2024-11', '..', ''));
const date = fc.oneof(
  time,
  fc.tuple(side, side).map(sides => sides.join('/')),
);

describe('projectSpan', () => {
  it('gives what reading in that zone gives', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), (text, from, to) => {
        // Whether an end lies before its start can depend on the zone where one of them has none.
        fc.pre(parseDate(text, { timeZone: from }).ok && parseDate(text, { timeZone: to }).ok);
        expect(projectSpan(read(text, from), to), `${text}, ${from} → ${to}`).to.deep.equal(read(text, to));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('leaves dates without an offset as they are, as the same object', () => {
    for (const text of ['2024-11', '2024-11-03T01:30', '2024-11-03/..', '1850~', '../1914', '1985/']) {
      const span = read(text, 'UTC');
      expect(projectSpan(span, 'Pacific/Apia'), text).to.equal(span);
    }
  });

  it('moves the members of a set', () => {
    const member = read('2024-11-03T12:00Z', 'UTC');
    const day = read('2024-11-09', 'UTC');
    const set: DatedSpan = {
      ...day,
      kind: 'set',
      choice: 'all',
      members: [member, day],
      start: member.start,
    };
    const moved = projectSpan(set, 'Asia/Kolkata');
    expect(moved.members![0]!.start - member.start).to.equal(5.5 * 3_600_000);
    expect(moved.members![1]).to.equal(day);
    expect([moved.start, moved.end]).to.deep.equal([member.start + 5.5 * 3_600_000, day.end]);
  });
});
