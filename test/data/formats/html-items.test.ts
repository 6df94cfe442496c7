import { expect } from '@open-wc/testing';
import { readHtmlItems } from '../../../src/data/formats/html-items.js';
import { readMicroformat } from '../../../src/data/formats/microformats.js';
import { finish } from '../../../src/data/work.js';
import { readText } from '../../lib/browser-commands.js';
import { HOSTILE_TEXTS } from '../../render/hostile-texts.js';

const bodyOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
const read = (html: string) => finish(readHtmlItems(bodyOf(html)));
const recordsOf = (html: string) => read(html).document.events as Record<string, unknown>[];

describe('readHtmlItems(root) of nodes of the DOM', () => {
  it('reads what an item says', () => {
    const [event, ...others] = recordsOf(`<ol><li id="landing" data-lane="US; Moon" data-importance="0.9"
        data-tags="space, first" data-people="Armstrong, Aldrin" data-my-field="x">
      <h3><a href="https://example.org/landing">Moon landing</a></h3>
      <time datetime="1969-07-20T20:17Z">20 July 1969</time>: Two <em>astronauts</em>
      <a href="https://example.org/walk">walked</a>. <a href="#here">Here</a>
      <p>Second<br>line<ul><li>one<li>two</ul>
      <figure><img src="a.png" alt="Alt" width="20" height="10"><figcaption>A caption</figcaption></figure>
      <blockquote cite="https://example.org/said">One step <cite>Neil</cite></blockquote></li></ol>`);
    expect(others).to.eql([]);
    expect(event).to.eql({
      title: 'Moon landing',
      url: 'https://example.org/landing',
      date: '1969-07-20T20:17Z',
      summary: 'Two astronauts walked. Here\n\nSecond\nline\n\none\ntwo',
      sources: [
        { title: 'walked', url: 'https://example.org/walk' },
        { quote: 'One step', title: 'Neil', url: 'https://example.org/said' },
      ],
      media: [{ type: 'image', src: 'a.png', alt: 'Alt', width: 20, height: 10, caption: 'A caption' }],
      id: 'landing',
      lane: ['US', 'Moon'],
      importance: 0.9,
      tags: ['space', 'first'],
      people: ['Armstrong', 'Aldrin'],
      myField: 'x',
    });
  });

  it('finds a title, and leaves prose whole', () => {
    const table: readonly [item: string, title: string, summary?: string][] = [
      ['<time>2001</time> One line', 'One line'],
      ['First semester: <time>2001</time>', 'First semester'],
      ['Opened (<time>2001</time>–<time>2002</time>)', 'Opened'],
      ['<time>2001</time> – <b>Bold</b>: the rest', 'Bold', 'the rest'],
      ['<b>2001?</b><h4>Heading</h4><time>2001</time><p>Text', 'Heading', '2001?\n\nText'],
      ['They came in <time>2001</time> and went', 'They came in 2001 and went'],
      ['<h4>Rain</h4><p><time>2001</time> was wet.</p>', 'Rain', '2001 was wet.'],
      ['<h4>Rain</h4><p><time>2001</time></p><p>Wet.</p>', 'Rain', 'Wet.'],
      ['<time>2001</time><p>First</p><p>Second</p>', 'First', 'Second'],
      ['<time>2001</time> A <script>b</script><style>c</style><template>d</template><i hidden>e</i>', 'A'],
    ];
    for (const [item, title, summary] of table) {
      const [event] = recordsOf(`<ul><li>${item}</ul>`);
      expect([event!.title, event!.summary], item).to.eql([title, summary]);
    }
  });

  it('finds items in lists, terms, rows and articles, and those without a date beside them', () => {
    expect(
      recordsOf(`<nav><ul><li>Home</ul></nav>
        <ul><li><time>2001</time> A<li>B<li></ul>
        <dl><dt><time>2002</time><dd>C<dt>D<dd><time>2003</time></dl>
        <table><tr><th>Year<th>What<tr><td><time>2004</time><td>E</table>
        <article><h3>F</h3><time>2005</time><p>Text</article>
        <article><h2>Not one</h2><time>2006</time><ul><li><time>2007</time> G</ul></article>`).map(
        ({ title, date }) => [title, date],
      ),
    ).to.eql([
      ['A', '2001'],
      ['B', undefined],
      ['C', '2002'],
      ['D', '2003'],
      ['E', '2004'],
      ['F', '2005'],
      ['G', '2007'],
    ]);
  });

  it('takes headings for lanes, a single one for the title, and items in items for parts', () => {
    const item = '<ul><li><time>2001</time> A</ul>';
    expect(read(`<header><h2>All</h2></header>${item}`).document).to.deep.include({ title: 'All' });
    const lanesOf = (html: string) => recordsOf(html).map(({ lane }) => lane);
    expect(lanesOf(`<h2>All</h2>${item}`)).to.eql([undefined]);
    expect(lanesOf(`<h2>All</h2><section><h3>One</h3>${item}</section><h3>Two</h3>${item}`)).to.eql([
      'One',
      'Two',
    ]);
    expect(lanesOf(`<ul><li>One${item}<li>Two${item}</ul>`)).to.eql(['One', 'Two']);
    const [whole, part] = recordsOf(`<ul><li><time>2000</time> W<ol><li><time>2001</time> P</ol></ul>`);
    expect(whole).to.deep.include({ title: 'W', date: '2000' });
    expect(part!.links).to.eql([{ to: whole!.id, rel: 'part-of' }]);
  });

  it('lets microdata and data-* say more, in an item of their own and without', () => {
    const [scoped, plain] = recordsOf(`<ul>
      <li itemscope itemtype="https://schema.org/Event" data-lane="L" itemref="place"><b itemprop="name">N</b> on
        <time itemprop="startDate" datetime="2020">2020</time>. Free text. <meta itemprop="status" content="alleged"></li>
      <li><time datetime="2021">2021</time> P <meta itemprop="lane" content="Q"></li></ul>
      <i id="place" itemprop="location">Here</i>`);
    expect(scoped).to.deep.include({ title: 'N', date: '2020', lane: 'L', status: 'alleged', place: 'Here' });
    expect(scoped!.summary).to.equal('on 2020. Free text.');
    expect(plain).to.deep.include({ title: 'P', date: '2021', lane: 'Q' });
  });

  it('reads microformats as their own tests expect', async function () {
    for (const name of ['ampm', 'attendees', 'dates', 'time']) {
      const [page, expected] = await Promise.all(
        ['html', 'json'].map(type => readText(`../shared/fixtures/jsonld-html/mf2-h-event-${name}.${type}`)),
      );
      if (page == null || expected == null) {
        console.warn('skipped: no ../shared/fixtures');
        return this.skip();
      }
      const [{ properties }] = (
        JSON.parse(expected) as { items: [{ properties: Record<string, unknown[]> }] }
      ).items;
      const { name: title, start, end, location, attendee } = properties;
      const node = readMicroformat(bodyOf(page).querySelector('.h-event')!)!;
      expect([node.name, node.startDate, node.endDate, node.location], name).to.eql([
        title,
        start,
        end,
        location,
      ]);
      expect(node.attendee, name).to.eql(attendee?.map(card => (card as { value: string }).value));
    }
  });

  it('takes hostile texts for text, and follows no link that is none', () => {
    for (const text of HOSTILE_TEXTS) {
      const list = document.createElement('ol');
      const [item, title, link] = ['li', 'b', 'a'].map(name => document.createElement(name));
      title!.textContent = text;
      link!.setAttribute('href', text);
      link!.textContent = 'link';
      item!.setAttribute('data-date', '2001');
      item!.append(title!, link!);
      list.append(item!);
      const root = document.createElement('div');
      root.append(list);
      const [event] = finish(readHtmlItems(root)).document.events as Record<string, unknown>[];
      const words = text.replace(/[\0-\x20\x7f]+/g, ' ').trim();
      if (words) expect(event!.title).to.equal(words);
      for (const { url } of (event!.sources ?? []) as { url: string }[])
        expect(new URL(url, 'https://example.org').protocol).to.match(/^(https?|mailto):$/);
    }
  });
});
