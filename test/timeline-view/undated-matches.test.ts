import { expect } from '@open-wc/testing';
import { find, mount, parts, settled, textOf, until } from './mounted.js';

const events = [
  { id: 'a', date: '2025-03-05', title: 'Alpha' },
  { id: 'b', date: '2025-06-05', title: 'Beta' },
  { id: 'c', title: 'Gamma, some day' },
];

describe('a search that only undated events match', () => {
  for (const layout of ['horizontal', 'vertical'])
    it(`says so in the place of the picture, which is empty, and leads back to all: ${layout}`, async () => {
      const element = await mount({ events, query: 'Gamma' }, { attributes: { layout } });
      await until(() => find(element, '.no-match'));
      expect(textOf(find(element, '.no-match'))).to.include('undated');
      expect(parts(element, 'mark')).to.have.lengthOf(0);
      expect(textOf(find(element, '.undated'))).to.include('Gamma');
      find(element, '.no-match button')!.click();
      await until(() => parts(element, 'mark').length === 2);
      expect(find(element, '.no-match')).to.equal(null);
    });

  it('says nothing of the kind where some match that have a date, or in the list, which holds them', async () => {
    const element = await mount({ events, query: 'a' });
    await settled(element);
    expect(find(element, '.no-match')).to.equal(null);
    const list = await mount({ events, query: 'Gamma' }, { attributes: { layout: 'list' } });
    await settled(list);
    expect(find(list, '.no-match')).to.equal(null);
  });
});
