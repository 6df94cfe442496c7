import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { find, focused, mount, parts, settled, sleep, textOf, until } from './mounted.js';

const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
const events = 'abcdefgh'
  .split('')
  .map((id, i) => ({ id, date: `2025-0${i + 1}-10`, title: `Event ${id}`, lane: i % 2 ? 'one' : 'two' }));

/** What of an event can have the focus. */
const stopOf = (element: TimelineView, id: string): HTMLElement =>
  parts(element, element.layout === 'list' ? 'list-item' : 'mark').find(({ dataset }) => dataset.id === id)!;

/** Notes what the status line says. */
function overhear(element: TimelineView): string[] {
  const status = find(element, '[role="status"]')!;
  const said: string[] = [];
  const observer = new MutationObserver(() => said.push(textOf(status)));
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  after(() => observer.disconnect());
  return said;
}

for (const layout of LAYOUTS)
  describe(`in every layout: ${layout}`, () => {
    const open = () => mount({ events, layout }, { neighbours: true });

    async function stand(element: TimelineView): Promise<HTMLElement> {
      const stop = stopOf(element, 'd');
      stop.focus();
      await settled(element);
      expect(focused()).to.equal(stop);
      return stop;
    }

    it('the focus outlives moves, other data and another size; its stop, being hidden', async () => {
      const element = await open();
      const stop = await stand(element);
      for (const change of [
        () => element.zoomIn(),
        () => element.fit(),
        async () => (element.events = events.map(event => ({ ...event, title: `${event.title} anew` }))),
        async () => element.addEvents([{ id: 'z', date: '2025-01-01', title: 'Another' }]),
        async () => (element.parentElement!.style.width = '560px'),
      ]) {
        await change();
        await settled(element);
        expect(focused()?.dataset.id, String(change)).to.equal('d');
      }
      expect(focused()).to.equal(stop);
      // A picture keeps the event; a column, which has what is in view, gives the focus to one that is.
      await element.panBy(0.9);
      await settled(element);
      expect(focused()!.dataset.id).to.match(layout === 'vertical' ? /^[e-h]$/ : /^d$/);
      await element.fit();
      const { id } = (await stand(element)).dataset;
      element.style.display = 'none';
      await settled(element);
      element.style.display = '';
      await settled(element);
      element.focus();
      // A list has no stop to go back to: it is read from its beginning.
      expect(focused()!.dataset.id).to.equal(layout === 'list' ? 'z' : id);
    });

    it('a stream says one thing of many, those who listen elsewhere hear nothing', async () => {
      const element = await open();
      await sleep(600); // what is said of the load
      const said = overhear(element);
      const flow = async () => {
        for (let i = 0; i < 5; i++) {
          element.addEvents([{ date: `2025-03-${i + 10}`, title: `Late ${i} ${said.length}` }]);
          await sleep(100);
        }
        await settled(element);
      };
      await flow();
      expect(said, 'unasked').to.eql([]);
      await stand(element);
      await flow();
      await until(() => said.length > 0, 'a word');
      expect(said).to.have.length(1);
      expect(said[0]!.length).to.be.within(1, 80);
    });

    it('what an author set on the element stays, and nothing else is set', async () => {
      const attributes = { role: 'figure', tabindex: '-1', class: 'mine', 'aria-label': 'Mine', id: 'own' };
      const element = await mount({ events, layout }, { attributes });
      await stand(element);
      element.selected = 'd';
      await settled(element);
      const now = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
      expect(now).to.eql(attributes);
    });
  });
