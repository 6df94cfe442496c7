import { expect } from '@open-wc/testing';
import { parseTimeline } from '../../../src/data/parse-timeline.js';

describe('the status in JSON-LD', () => {
  it('takes back what is cancelled, and keeps the word; our own status goes before', async () => {
    const table: readonly [eventStatus: unknown, status: string, read: string | undefined, tags: string[]][] =
      [
        ['https://schema.org/EventCancelled', '', 'retracted', ['cancelled']],
        [['EventPostponed', 'EventCancelled'], '', 'retracted', ['postponed', 'cancelled']],
        ['EventPostponed', '', undefined, ['postponed']],
        ['EventScheduled', '', undefined, []],
        ['EventCancelled', 'disputed', 'disputed', ['cancelled']],
      ];
    for (const [eventStatus, status, read, tags] of table) {
      const node = { '@type': 'Event', name: 'A', startDate: '2025', eventStatus, ...(status && { status }) };
      const { document } = await parseTimeline(JSON.stringify(node), { format: 'json-ld' });
      const [event] = document.events;
      expect([event!.status, event!.tags], JSON.stringify(node)).to.eql([read, tags]);
    }
  });
});
