import { expect } from '@open-wc/testing';
import type { DocumentRecord } from '../../src/core.js';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import { render } from '../../src/html/render.js';
import { readText } from '../lib/browser-commands.js';
import { marksOf, mount, settled } from './mounted.js';

/** What stands in a rendered tag. */
const childrenOf = (html: string): Node[] => [
  ...new DOMParser().parseFromString(html, 'text/html').querySelector('timeline-view')!.childNodes,
];

describe('the HTML that render() gives, in the element', () => {
  const documents = async () => {
    const read = async (name: string) => JSON.parse((await readText(`data/${name}.json`))!) as object;
    const chapters = Object.entries(await read('every-kind-of-date')).filter(
      ([, chapter]) => 'events' in chapter,
    );
    return [['story', await read('us-mexico-2025')], ...chapters] as [string, DocumentRecord][];
  };

  it('is the same timeline as its document', async () => {
    for (const [name, data] of await documents()) {
      const html = render(normalizeDocument(data, { textual: true }).document);
      const [told, inline] = [await mount({ data }), await mount({}, { children: childrenOf(html) })];
      await settled(inline);
      const drawn = (element: typeof told) =>
        marksOf(element).map(({ node }) => [
          node.dataset.id,
          node.dataset.lane,
          node.dataset.start,
          node.dataset.end,
        ]);
      expect(inline.issues, name).to.eql(told.issues);
      expect(inline.view, name).to.eql(told.view);
      expect(drawn(inline), name).to.eql(drawn(told));
      const byId = ({ events }: ReturnType<typeof told.toJSON>) =>
        new Map(events.map(event => [event.id, event]));
      expect(byId(inline.toJSON()), name).to.eql(byId(told.toJSON()));
    }
  });

  it('follows what is changed in it', async () => {
    const html = render([{ id: 'a', title: 'A', date: '2020', place: 'Here' }]);
    const element = await mount({}, { children: childrenOf(html) });
    await settled(element);
    expect(element.getEvent('a')).to.include({ title: 'A', place: 'Here' });
    element.querySelector('li')!.setAttribute('data-record', '{ "place": "There" }');
    await Promise.resolve();
    await settled(element);
    expect(element.getEvent('a')!.place).to.equal('There');
  });
});
