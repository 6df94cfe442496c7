import { expect } from '@open-wc/testing';
import { calendar, event, readIcs } from './calendars.js';

describe('the status in iCalendar', () => {
  it('takes back what is cancelled, and keeps the word; our own status goes before', async () => {
    const table: readonly [lines: string[], status: string | undefined, tags: string[]][] = [
      [['STATUS:CANCELLED'], 'retracted', ['cancelled']],
      [['STATUS:cancelled'], 'retracted', ['cancelled']],
      [['STATUS:TENTATIVE'], undefined, ['tentative']],
      [['STATUS:CONFIRMED'], undefined, []],
      [['STATUS:CANCELLED', 'X-STATUS:disputed'], 'disputed', ['cancelled']],
    ];
    for (const [lines, status, tags] of table) {
      const { document, issues } = await readIcs(calendar(...event('DTSTART;VALUE=DATE:20240101', ...lines)));
      const [read] = document.events;
      expect([read!.status, read!.tags, issues], lines.join()).to.eql([status, tags, []]);
    }
  });
});
