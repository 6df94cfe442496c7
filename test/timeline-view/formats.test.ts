import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { openPage } from '../lib/guarded-page.js';

describe('formats beside the self-contained file', () => {
  it('are loaded under the policy that the element promises to run under, when such data turn up', async () => {
    const page = await openPage('/test/timeline-view/formats/page.html', { csp: true });
    const timelines = [...page.document.querySelectorAll<TimelineView>('timeline-view')];
    const loaded = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/cdn\/(\w+)\.js$/.exec(name)?.[1])
      .filter(Boolean);
    expect(loaded.sort()).to.deep.equal(['detect', 'formats', 'html', 'ics', 'markwhen']);
    for (const timeline of timelines) {
      expect(timeline.issues, timeline.src!).to.deep.equal([]);
      const [event] = timeline.visibleEvents();
      expect(event!.title, timeline.src!).to.equal('A day in August');
    }
    expect(page.notes()).to.deep.equal([]);
    page.close();
  });
});
