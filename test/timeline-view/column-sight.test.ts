import { expect } from '@open-wc/testing';
import { keys } from '../lib/browser-commands.js';
import { focused, mount, settled } from './mounted.js';

/** Events with texts of several lines; every third is longer than the others. */
const events = Array.from({ length: 12 }, (_, i) => ({
  id: `e${i}`,
  date: `20${String(10 + i)}-03-05`,
  title: `What happened in the year number ${i}`,
  summary: 'It is told in words that take some room. '.repeat(i % 3 ? 6 : 14),
}));

describe('keys in the column', () => {
  it('bring the whole text of an event into sight, or as much as goes, its title at any rate', async () => {
    const element = await mount({ events }, { width: 360, attributes: { layout: 'vertical' } });
    element.focus();
    await settled(element);
    for (const key of [...events.slice(1).map(() => 'ArrowDown'), ...events.slice(1).map(() => 'ArrowUp')]) {
      await keys(key);
      await settled(element);
      const title = focused()!;
      const [own, text] = [title, title.closest('.paragraph')!].map(node => node.getBoundingClientRect());
      expect(own!.top, title.dataset.id).to.be.at.least(0);
      expect(own!.bottom, title.dataset.id).to.be.at.most(innerHeight);
      if (text!.height < innerHeight - 120)
        expect(text!.bottom, title.dataset.id).to.be.at.most(innerHeight + 1);
    }
  });
});
