import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseTimeline } from 'timeline-view/core.js';

const folder = new URL('../../../shared/fixtures/jsonld-html/', import.meta.url);
const absent = !existsSync(folder) && 'no ../shared/fixtures';
const fixture = name => readFileSync(new URL(name, folder), 'utf8');

const page = html => parseTimeline(html, { format: 'html' });
const ld = value => parseTimeline(JSON.stringify(value), { format: 'json-ld' });
const dateOf = event => event.span?.source ?? event.dateText;
const codes = issues => issues.map(({ code, path }) => `${code} ${path}`);
const list = (...items) => `<ol>${items.map(item => `<li>${item}</li>`).join('')}</ol>`;
const context = 'https://schema.org';

describe('pages', () => {
  it('of others have the events that they tell of', { skip: absent }, async () => {
    const counts = {
      'extruct-Event.001.html': 1,
      'extruct-Event.003.html': 1,
      'mdn-letter-time.html': 3,
      'mf1-hcalendar-ampm.html': 1,
      'mf2-changelog-time.html': 8,
      'mf2-h-event-ampm.html': 1,
      'mf2-h-event-attendees.html': 1,
      'mf2-h-event-dates.html': 1,
      'mf2-h-event-time.html': 1,
    };
    for (const [name, count] of Object.entries(counts)) {
      const { document, issues } = await page(fixture(name));
      assert.equal(document.events.length, count, name);
      assert.deepEqual(issues, [], name);
      for (const { title, span } of document.events) assert.ok(title && span, name);
    }
  });

  it('have their dates read, or a reason why not', { skip: absent }, async () => {
    for (const { value, verdict } of JSON.parse(fixture('html-datetime-attribute-cases.json'))) {
      const attribute = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const { document, issues } = await page(list(`<time datetime="${attribute}">when</time> What`));
      const [event] = document.events;
      assert.equal(event.title, 'What');
      assert.ok(event.span ? issues.length === 0 : issues.length === 1 && event.dateText, value);
      // Of what HTML allows, a mere duration is no date.
      if (verdict !== 'invalid') assert.equal(Boolean(event.span), !/^P/.test(value), value);
    }
  });

  it('date events as HTML does', async () => {
    const table = [
      ['<time datetime="2011-11">A</time>', '2011-11'],
      ['<time datetime="2011-11-18 14:54">A</time>', '2011-11-18T14:54'],
      ['<time datetime="2011-W46">A</time>', '[2011-11-14..2011-11-20]'],
      ['<time datetime="2020-W53">A</time>', '[2020-12-28..2021-01-03]'],
      ['<time datetime="2013-034">A</time>', '2013-02-03'],
      ['<time>2 May 1945</time>', '1945-05-02'],
      ['<time datetime="1914-07-28">A</time>–<time datetime="1918-11-11">B</time>', '1914-07-28/1918-11-11'],
      ['<time datetime="2020-01-02">A</time> <time datetime="10:00">B</time>', '2020-01-02T10:00'],
      [
        '<time datetime="2020-01-02">A</time> <time datetime="10:00">B</time>-<time datetime="12:30">C</time>',
        '2020-01-02T10:00/2020-01-02T12:30',
      ],
      [
        '<time datetime="2020-02-28T23:00+01:00">A</time> <time datetime="PT90M">B</time>',
        '2020-02-28T23:00+01:00/2020-02-29T00:30+01:00',
      ],
      ['<time datetime="2020-02-28">A</time> <time datetime="3d">B</time>', '2020-02-28/2020-03-01'],
      ['<time datetime="11-18">A</time>', 'XXXX-11-18'],
    ];
    for (const [times, date] of table) {
      const { document, issues } = await page(list(`${times} What`));
      assert.equal(dateOf(document.events[0]), date, times);
      assert.deepEqual(issues, [], times);
    }
  });

  it('are believed in the attribute where the text says otherwise, which is shown with a warning', async () => {
    const { document, issues } = await page(
      list(
        '<time datetime="0045-06">August 45 BCE</time> A',
        '<time datetime="-0300">300 BC</time> B',
        '<time datetime="2009-06-26">26 July</time> C',
        '<time datetime="1969-07-21T02:56Z">20 July 1969</time> D',
      ),
    );
    assert.deepEqual(document.events.map(dateOf), ['0045-06', '-0300', '2009-06-26', '1969-07-21T02:56Z']);
    assert.deepEqual(
      document.events.map(({ summary }) => summary),
      ['August 45 BCE', '300 BC', undefined, undefined],
    );
    assert.deepEqual(codes(issues), ['invalid-date events[0].date', 'invalid-date events[1].date']);
    assert.ok(issues.every(({ severity }) => severity === 'warning'));
  });

  it('tell one event once that they have as microdata and as JSON-LD', async () => {
    const script = value => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    const event = { '@context': context, '@type': 'Event', name: 'Gig', startDate: '2020-05-01T20:00' };
    const item = (
      name,
      more = '',
    ) => `<p itemscope itemtype="http://schema.org/MusicEvent"><b itemprop="name">${name}</b>
      <time itemprop="startDate" datetime="2020-05-01T20:00"></time>${more}</p>`;
    const { document } = await page(
      script({ ...event, url: 'https://example.org/gig' }) +
        item('Gig', '<a itemprop="url" href="/gig"></a><i itemprop="location">Hall</i>') +
        item('Another'),
    );
    assert.deepEqual(
      document.events.map(({ title, place, url }) => [title, place, url]),
      [
        ['Gig', 'Hall', 'https://example.org/gig'],
        ['Another', undefined, undefined],
      ],
    );
    const two = await page(item('Gig') + item('Gig'));
    assert.equal(two.document.events.length, 2, 'what one notation says twice is two');
  });

  it('tell each item of microdata once, however "itemref" leads to it', async () => {
    const item = (id, refs, property = '') =>
      `<div id="${id}" itemscope itemtype="https://schema.org/Event" itemref="${refs}" itemprop="${property}">
       <b itemprop="name">${id}</b><i id="about-${id}" itemprop="description">about ${id}</i></div>`;
    const table = [
      ['a,b < a', item('a', 'b') + item('b', 'a', 'subEvent')],
      ['b < a,a', item('b', '', 'subEvent') + item('a', 'b')],
      ['a,b < a', item('a', 'b', 'superEvent') + item('b', 'a', 'subEvent')],
      ['a,b < a,c < b', item('a', 'b') + item('b', 'c', 'subEvent') + item('c', 'b', 'subEvent')],
      ['a', item('a', 'a about-a nothing', 'subEvent')],
    ];
    for (const [expected, html] of table) {
      const { document, issues } = await page(html);
      const told = document.events.map(({ id, title, links }) => {
        assert.equal(id, title);
        return [id, ...links.map(({ to }) => `< ${to}`)].join(' ');
      });
      assert.equal(told.join(), expected);
      for (const { id, summary } of document.events) assert.equal(summary, `about ${id}`);
      assert.deepEqual(issues, []);
    }
  });

  it('have their addresses relative to where they were read, or to what they say', async () => {
    const told = `<ol><li><time>2000</time> <a href="a">A</a>
      <p>Says <a href="/b?c#d">B</a>, <a href="//e.org/">E</a>, <a href="mailto:f@g.example">F</a>, <a href="https://h.example/">H</a>
      <img src="../i.jpg"><video src="v.mp4" poster="p.png"></video><blockquote cite="q">Q</blockquote></ol>
      <p itemscope itemtype="https://schema.org/Event"><b itemprop="name">M</b><a itemprop="url" href="m"></a><img itemprop="image" src="m.png"></p>
      <p class="h-event"><a class="p-name u-url" href="n">N</a><img class="u-photo" src="n.png"></p>
      <script type="application/ld+json">{ "@type": "Event", "name": "L", "url": "l", "image": "l.png", "sameAs": "/s" }</script>`;
    const addressesOf = async (html, fileName) => {
      const { document, issues } = await parseTimeline(html, { format: 'html', fileName });
      assert.deepEqual(issues, []);
      const { title: _, ...addresses } = Object.fromEntries(
        document.events.map(({ title, url, media, sources }) => [
          title,
          [
            url,
            ...media.flatMap(({ src, poster }) => [src, poster]),
            ...sources.map(({ url }) => url),
          ].filter(Boolean),
        ]),
      );
      return addresses;
    };
    const relative = await addressesOf(told, 'page.html');
    assert.deepEqual(relative.L, ['l', 'l.png', '/s']);
    assert.deepEqual(relative.A.slice(0, 2), ['a', '../i.jpg']);
    for (const [base, fileName, folder, root] of [
      ['', 'https://example.org/x/y/page.html', 'https://example.org/x/y/', 'https://example.org'],
      ['z/', 'https://example.org/x/y/page.html', 'https://example.org/x/y/z/', 'https://example.org'],
      ['https://other.example/w/', 'page.html', 'https://other.example/w/', 'https://other.example'],
      ['data:,', 'https://example.org/x/page', 'https://example.org/x/', 'https://example.org'],
    ]) {
      const parts = await addressesOf(`${base && `<base href="${base}">`}${told}`, fileName);
      for (const [title, all] of Object.entries(relative))
        assert.deepEqual(
          parts[title],
          all.map(address => new URL(address, folder).href),
          title,
        );
      assert.equal(parts.L[0], `${folder}l`);
      assert.equal(parts.L[2], `${root}/s`);
    }
    const graph = await parseTimeline(
      '{ "@context": "https://schema.org", "@type": "Event", "name": "A", "url": "b" }',
      {
        fileName: 'https://example.org/x/a.jsonld',
      },
    );
    assert.equal(graph.document.events[0].url, 'https://example.org/x/b');
    const ours = await parseTimeline('[{ "title": "A", "url": "b" }]', {
      fileName: 'https://example.org/x/a.json',
    });
    assert.equal(ours.document.events[0].url, 'b', 'relative to the page that shows it');
  });

  it('have JSON-LD with comments, wrappers and raw control characters read, with a warning', async () => {
    const event = '"@type": "Event", "startDate": "2020", "url": "https://e.org/a//b"';
    const scripts = [
      `{ // why\n ${event}, /* "name": */ "name": "a" }`,
      `{ ${event}, "name": "a\u0001 b\nc\t\\"//<!--d" }`,
      `//<![CDATA[\n{ ${event}, "name": "a" }\n//]]>`,
      `/* <![CDATA[ */ { ${event}, "name": "a" } /* ]]> */`,
      `<![CDATA[{ ${event}, "name": "a ]]> b" }]]>`,
      `<!-- hidden\n{ ${event}, "name": "a" }\n// -->`,
      `<!-- { ${event}, "name": "a" } -->`,
    ];
    const titles = ['a', 'a b c "//<!--d', 'a', 'a', 'a ]]> b', 'a', 'a'];
    for (const [i, script] of scripts.entries()) {
      const { document, issues } = await page(`<script type="application/ld+json">${script}</script>`);
      const [{ title, url }, ...others] = document.events;
      assert.deepEqual(
        [title.replace(/[\x01\s]+/g, ' '), url, others],
        [titles[i], 'https://e.org/a//b', []],
        script,
      );
      assert.deepEqual(
        issues.map(({ code, severity }) => `${severity} ${code}`),
        ['warning invalid-json'],
      );
      assert.match(issues[0].message, /^JSON-LD script, line \d.*; read all the same$/);
    }
  });

  it('keep what is good beside JSON-LD that is broken', async () => {
    const { document, issues } = await page(
      `<script type="application/ld+json">{ // why\n "@type": "Event", }</script>
       <script type="application/ld+json">{ "@type": "Event", "name": "a }</script>
       <script type="application/ld+json">${'/*'.repeat(20_000)}${'//<![CDATA['.repeat(20_000)}</script>${list('<time>2000</time> A')}`,
    );
    assert.deepEqual(
      document.events.map(({ title }) => title),
      ['A'],
    );
    assert.deepEqual(
      issues.map(({ code, severity }) => `${severity} ${code}`),
      Array(3).fill('error invalid-json'),
    );
  });

  it('may be malformed, as deep as they like, or hold nothing', async () => {
    const deep = '<div>'.repeat(20_000);
    for (const html of [
      `${deep}<ol><li><time>2000</time> A`,
      `<ul>${'<li><ul>'.repeat(3000)}<li><time>2000</time> A`,
      '<select><option><li><time>1</time></select><p><b><ul><li><time>2000</b> A</time>',
      '<table><li><time>2000<table>A',
    ]) {
      const { document } = await page(html);
      assert.equal(document.events.length, 1, html.slice(0, 40));
    }
    const { document, issues } = await page('<h1>Nothing</h1><ul><li>here</ul>');
    assert.equal(document.events.length, 0);
    assert.deepEqual(codes(issues), ['invalid-document ']);
  });
});

describe('JSON-LD', () => {
  it('of the official examples has its events', { skip: absent }, async () => {
    const { document } = await parseTimeline(fixture('schemaorg-examples.json'));
    assert.equal(document.events.length, 21);
    const of = title => document.events.find(event => event.title === title);
    assert.equal(dateOf(of('Count Example')), '2016-12-24/2017-01-02');
    assert.equal(of('Example').span, null, 'a schedule without a beginning has no date');
    assert.equal(of('Rinse').place, 'Azrieli Studio, 1 Elgin Street, Ottawa, ON, K1P 5W1, CA');
    assert.deepEqual(of('B.B. King with Jonathon "Boogie" Long').tags, ['rescheduled']);
  });

  it('of PeriodO has its periods', { skip: absent }, async () => {
    const { document } = await parseTimeline(fixture('periodo-periods-a.json'));
    assert.equal(document.events.length, 896);
    assert.ok(document.events.filter(({ span }) => span).length >= 894);
    const period = document.events.find(({ title }) => title === 'Fase I');
    assert.equal(dateOf(period), '-0666~/-0566~');
    assert.match(period.summary, /^mid 7th century B\.C\./);
  });

  it('links parts to the whole, through references, lists and either end', async () => {
    const { document, issues } = await ld({
      '@context': context,
      '@graph': [
        { '@id': '#war', '@type': ['schema:Event'], name: 'War', subEvent: [{ '@id': '#battle' }, null] },
        { '@id': '#battle', '@type': 'https://schema.org/Event', name: 'Battle', startDate: '1914-08' },
        {
          '@type': 'SportsEvent',
          'schema:name': 'Final',
          superEvent: { '@type': 'Festival', name: 'Games', startDate: 1908 },
        },
      ],
    });
    assert.deepEqual(issues, []);
    const titleOf = id => document.events.find(event => event.id === id)?.title;
    assert.deepEqual(
      document.events.map(({ title, links }) => [
        title,
        ...links.map(({ to, rel }) => `${rel} ${titleOf(to)}`),
      ]),
      [['War'], ['Battle', 'part-of War'], ['Final', 'part-of Games'], ['Games']],
    );
  });

  it('says that a series is shown as one stretch, in a page too', async () => {
    const series = eventSchedule => ({
      '@context': context,
      '@type': 'Event',
      name: 'Market',
      eventSchedule,
    });
    const schedule = { '@type': 'Schedule', startDate: '2020-01-06', endDate: '2020-03-30' };
    const weekly = {
      ...schedule,
      'schema:repeatFrequency': 'P1W',
      byDay: ['https://schema.org/Monday', 'Friday'],
    };
    const { document, issues } = await ld([series(weekly), series([schedule]), series(null)]);
    assert.equal(dateOf(document.events[0]), '2020-01-06/2020-03-30');
    assert.deepEqual(
      issues.map(({ severity, message }) => `${severity} ${message}`),
      [
        'warning events[0].start: a schedule of repeats: "repeatFrequency P1W, byDay Monday Friday"; shown as one stretch from the first to the last; give each date as an event of its own',
      ],
    );
    const once = await ld(series({ startDate: '2020-01-06', repeatFrequency: 'P1W' }));
    assert.match(once.issues[0].message, /^events\[0\]\.date: .*; shown at the first; /);
    const pages = [
      `<script type="application/ld+json">${JSON.stringify(series(weekly))}</script>`,
      `<p itemscope itemtype="https://schema.org/Event"><b itemprop="name">A</b><i itemprop="eventSchedule" itemscope>
       <time itemprop="startDate" datetime="2020-01-06"></time><meta itemprop="repeatFrequency" content="P1W"></i></p>`,
    ];
    for (const html of pages)
      assert.deepEqual(
        (await page(html)).issues.map(({ code }) => code),
        ['invalid-date'],
        html,
      );
  });

  it('puts a claim where it was made, with the review as its source', async () => {
    const review = (alternateName, rating = {}) => ({
      '@context': context,
      '@type': 'ClaimReview',
      claimReviewed: 'It is so',
      datePublished: '2021-03-04',
      url: 'https://example.org/check',
      author: { '@type': 'Organization', name: 'Checkers' },
      itemReviewed: { '@type': 'Claim', datePublished: '2021-03-01', author: { name: 'Someone' } },
      reviewRating: { alternateName, ...rating },
    });
    const words = ['False', 'True', 'Half true', 'Mostly false', 'Pants on fire', 'Satire'];
    const { document } = await ld(words.map(word => review(word)));
    assert.deepEqual(
      document.events.map(({ status }) => status),
      ['refuted', 'confirmed', 'disputed', 'disputed', 'refuted', undefined],
    );
    const [event] = document.events;
    assert.equal(dateOf(event), '2021-03-01');
    assert.deepEqual(event.people, ['Someone']);
    assert.deepEqual(
      { ...event.sources[0] },
      { title: 'False', url: 'https://example.org/check', publisher: 'Checkers', date: '2021-03-04' },
    );
    const numbered = await ld(review('', { ratingValue: 1, bestRating: 5, worstRating: 1 }));
    assert.equal(numbered.document.events[0].status, 'refuted');
  });

  it('reads values in languages, dated works of lists, and says where there is no event', async () => {
    const work = (name, datePublished) => ({
      '@type': 'ListItem',
      item: { '@type': 'Article', name, datePublished },
    });
    const { document } = await ld({
      '@context': context,
      '@type': 'ItemList',
      name: 'Reports',
      itemListElement: [
        work(
          [
            { '@value': 'Un', '@language': 'fr' },
            { '@value': 'One', '@language': 'en' },
          ],
          '2001-02',
        ),
        work('No date'),
      ],
    });
    assert.equal(document.title, 'Reports');
    assert.deepEqual(
      document.events.map(event => [event.title, dateOf(event)]),
      [['Un', '2001-02']],
    );
    const none = await ld({ '@context': context, '@type': 'Recipe', name: 'Soup' });
    assert.deepEqual(codes(none.issues), ['invalid-document ']);
    assert.match(none.issues[0].message, /Recipe/);
  });
});
