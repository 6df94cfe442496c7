import { expect } from '@open-wc/testing';
import { amendTable } from '../../src/data/amend-table.js';
import type { EntryCount } from '../../src/data/issue-log.js';
import { readTimeline } from '../../src/data/parse-timeline.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';

const ics = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', ...events.map(lines => `BEGIN:VEVENT\n${lines}\nEND:VEVENT`), 'END:VCALENDAR'].join(
    '\n',
  );

describe('how many entries anything is wrong with', () => {
  const texts: Record<string, [text: string, count: EntryCount]> = {
    json: [
      '[{"date":"2025","title":"A"},{"date":"2025-13","status":"x"},{"date":"x","title":"C"},7]',
      { total: 4, faulty: 3 },
    ],
    jsonl: [
      '{"date":"2025","title":"A"}\n{"date":"2025-13","title":"B"}\n{broken\n{"date":"2026","title":"D"}',
      { total: 4, faulty: 2 },
    ],
    csv: [
      'title,date\nA,2025-01-01\nB,2025-02-30\nC,2025-13-01\nD,2025-04-01,more\n,2025-05-01',
      { total: 5, faulty: 4 },
    ],
    timelinejs: [
      '{"title":{"text":{"headline":"T"}},"events":[{"start_date":{"year":"2025"},"text":{"headline":"A"}},{"text":{"headline":"B"}}]}',
      { total: 2, faulty: 1 },
    ],
    ics: [
      ics(
        'SUMMARY:A\nDTSTART:20250101',
        'SUMMARY:B\nDTSTART:never',
        'SUMMARY:C\nDTSTART:20250105\nDTEND:20250101',
      ),
      { total: 3, faulty: 2 },
    ],
    markwhen: ['2025-01-01: A\n2025-02-30: B\n2025-03-01: C', { total: 3, faulty: 1 }],
  };

  for (const [format, [text, count]] of Object.entries(texts))
    it(`is known of ${format}`, async () => {
      const { entries, issues } = await readTimeline({ text }, { format: format as never });
      expect(entries, issues.map(({ message }) => message).join('\n')).to.deep.equal(count);
    });

  it('goes on where the issues are only counted', () => {
    const events = Array.from({ length: 3000 }, (_, i) => ({ date: i % 2 ? '2025' : 'never', title: 'A' }));
    const { entries, issues } = finish(readTable({ events }));
    expect(issues).to.have.length(1001);
    expect(entries).to.deep.equal({ total: 3000, faulty: 1500 });
  });

  it('leaves out what is no entry: the head, lanes, and ids of what is to go', () => {
    const { entries, issues, table } = finish(
      readTable({ timeZone: 'Nowhere', lanes: [7], events: [{ id: 'a', date: '2025', title: 'A' }] }),
    );
    expect(issues).to.have.length(2);
    expect(entries).to.deep.equal({ total: 1, faulty: 0 });
    const amended = amendTable(table, {
      remove: ['nobody'],
      update: [{ id: 'a', date: 'never' }],
      add: [
        { date: '2026', title: 'B' },
        { date: 'never', status: 'x' },
      ],
    });
    expect(amended.issues.map(({ path }) => path)).to.include('remove[0]');
    expect(amended.entries).to.deep.equal({ total: 3, faulty: 2 });
  });
});
