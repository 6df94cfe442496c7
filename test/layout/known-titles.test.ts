import { expect } from '@open-wc/testing';
import { KnownTitles } from '../../src/layout/known-titles.js';
import { wrapTitle } from '../../src/layout/wrap-title.js';

const measured = (pxPerLetter: number, asked: string[] = []) => ({
  measure: (text: string) => {
    asked.push(text);
    return text.length * pxPerLetter;
  },
  lineHeight: 18,
  locale: 'en',
});

describe('KnownTitles', () => {
  it('wraps as wrapTitle does, and each title once', () => {
    const asked: string[] = [];
    const metrics = measured(7, asked);
    const titles = new KnownTitles();
    for (const title of ['An order', 'An order of the council on the border', 'x'.repeat(90)])
      expect(titles.wrap(title, 200, metrics)).to.eql(wrapTitle(title, 200, metrics));
    asked.length = 0;
    expect(titles.wrap('An order', 200, metrics)[0]!.lines).to.eql(['An order']);
    expect(asked).to.eql([]);
  });

  it('forgets them where they may be as wide as something else, or have other room', () => {
    const titles = new KnownTitles();
    const title = 'An order of the council on the border';
    const [narrow, wide] = [measured(5), measured(9)];
    titles.follow([narrow]);
    expect(titles.wrap(title, 200, narrow)).to.eql(wrapTitle(title, 200, narrow));
    titles.follow([wide]);
    expect(titles.wrap(title, 200, wide)).to.eql(wrapTitle(title, 200, wide));
    expect(titles.wrap(title, 150, wide)).to.eql(wrapTitle(title, 150, wide));
    titles.follow([wide]);
    expect(titles.wrap(title, 150, wide)).to.equal(titles.wrap(title, 150, wide));
  });
});
