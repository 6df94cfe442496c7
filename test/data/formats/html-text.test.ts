import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { htmlToText, looksLikeHtml } from '../../../src/data/formats/html-text.js';
import { readText } from '../../lib/browser-commands.js';
import { HOSTILE_TEXTS } from '../../render/hostile-texts.js';

const FIXTURES = '../shared/fixtures/nasty/';
const textOf = (html: string) => htmlToText(html).text;
const linksOf = (html: string) => htmlToText(html).links.map(({ title, url }) => [title, url]);

describe('htmlToText(html)', () => {
  it('leaves what is no HTML as it is', () => {
    for (const text of [
      '',
      ' two  blanks\n\nand lines ',
      'a < b and c > d',
      'x<y>z',
      'a<b and c>d',
      '<bob@example.org> wrote',
      'if (a <b',
      'AT&T; R&D &c.; &unheardof; &#; &#xg;',
      '?a=1&copy=2&reg=3',
      '<3 & <-- -->',
      '<foo bar="1">',
    ]) {
      expect(looksLikeHtml(text), text).to.equal(false);
      expect(htmlToText(text), text).to.eql({ text, links: [] });
    }
  });

  const table: Record<string, readonly [html: string, text: string][]> = {
    'drops tags and keeps the words': [
      ['a <b>bold</b> <i class="x">word</i>', 'a bold word'],
      ['<p title="a > b">text</p>', 'text'],
      ["<a title='it&apos;s > so' >x</a>", 'x'],
      ['<B>upper</B >', 'upper'],
      ['<p>never <em>closed', 'never closed'],
      ['<p>x<y>z</p>', 'x<y>z'],
      ['<p>1 < 2</p>', '1 < 2'],
      ['before<!-- <b>no</b> -->after', 'beforeafter'],
      ['<p>an <b open', 'an <b open'],
      ['<p>an <!-- open', 'an <!-- open'],
      ['<a href="open>x</a>y', 'xy'],
    ],
    'drops what scripts, styles and frames hold': [
      ['a<script>if (a < b) "<p>";</script>b', 'ab'],
      ['a<STYLE>p { }</style >b', 'ab'],
      ['a<iframe src="/x">no frames</iframe>b', 'ab'],
      ['a<script>never closed', 'anever closed'],
    ],
    'makes lines of breaks and paragraphs of blocks': [
      ['one<br>two<br/>three', 'one\ntwo\nthree'],
      ['<p>one</p>\n\n  <p>two</p>', 'one\n\ntwo'],
      ['<div>one</div><div>two</div>', 'one\n\ntwo'],
      ['<h2>Head</h2>text<blockquote>said</blockquote>', 'Head\n\ntext\n\nsaid'],
      ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
      ['Todo:<ul>\n<li>one</li>\n<li>two</li></ul>', 'Todo:\n\n• one\n• two'],
    ],
    'takes white space together as HTML does, where there are tags': [
      ['<p>one\n   two\t three</p>', 'one two three'],
      ['one&nbsp;&nbsp;<i>two</i>', 'one\u00a0\u00a0two'],
      ['Fish &amp; chips\n\n  second', 'Fish & chips\n\n  second'],
    ],
    'decodes entities, once': [
      ['&lt;b&gt; &amp;lt; &amp;amp;', '<b> &lt; &amp;'],
      ['&#8217;&#x2019;&#X2019;&rsquo;', '’’’’'],
      ['&#150;&#128;', '–€'],
      ['&#0;&#xd800;&#x110000;&#x1F600;', '���😀'],
      ['&eacute;&Eacute;&scaron;&Lstrok;&ouml;&oslash;&ntilde;&ogon;', 'éÉšŁöøñ&ogon;'],
      ['&alpha;&Omega;&omega;&frac12;&ndash;&hellip;&bull;&trade;&sdot;', 'αΩω½–…•™⋅'],
      ['&amp;&nosuchname;&toString;&xconstructor;', '&&nosuchname;&toString;&xconstructor;'],
      ['<p title="&quot;>">&quot;</p>', '"'],
    ],
    'keeps what pictures are said to show': [['<img src="x.png" alt="A &amp; B"> and', 'A & B and']],
  };
  for (const [claim, cases] of Object.entries(table))
    it(claim, () => {
      for (const [html, text] of cases) expect(textOf(html), html).to.equal(text);
    });

  it('keeps links to pages and mail, with their words', () => {
    expect(
      linksOf(
        '<a href="https://a.example/?x=1&amp;y=2">the <b>first</b></a> <a href=//b.example>second</a> <A HREF=\'mailto:c@example.org\'>mail</A>',
      ),
    ).to.eql([
      ['the first', 'https://a.example/?x=1&y=2'],
      ['second', 'https://b.example'],
      ['mail', 'mailto:c@example.org'],
    ]);
    expect(linksOf('<a href="https://a.example">never closed')).to.eql([
      ['never closed', 'https://a.example'],
    ]);
    expect(linksOf('<a href="https://a.example"></a>x')).to.eql([['https://a.example', 'https://a.example']]);
    expect(linksOf('<a href="https://a.example">a<a href="https://b.example">b</a>')).to.eql([
      ['a', 'https://a.example'],
      ['b', 'https://b.example'],
    ]);
  });

  it('makes links of frames and players, which are no text', () => {
    expect(
      linksOf(
        '<iframe src="https://a.example" title="A film">no</iframe><video src=https://b.example/v.mp4></video>',
      ),
    ).to.eql([
      ['A film', 'https://a.example'],
      ['https://b.example/v.mp4', 'https://b.example/v.mp4'],
    ]);
  });

  it('leaves other addresses out, and the words in', () => {
    for (const url of [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      '&#106;avascript:alert(1)',
      'data:text/html,x',
      'page.html',
      '#top',
      'https://',
      '',
    ])
      expect(htmlToText(`<a href="${url}">go</a>`), url).to.eql({ text: 'go', links: [] });
  });

  it('never throws, and what it made is no more HTML than before', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '"',
        "'",
        '=',
        '&',
        ';',
        '<!--',
        '-->',
        '<p',
        '<a href=',
        'script',
        '<script>',
        '&lt;',
        '<br>',
        ' ',
        'x',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const html = pieces.join('');
        const { text, links } = htmlToText(html);
        expect(text.length).to.be.at.most(html.length + 1);
        for (const { url } of links) expect(url).to.match(/^(https?:\/\/|mailto:)/i);
        if (!looksLikeHtml(html)) expect(text).to.equal(html);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('is linear: ten thousands of unfinished tags take no longer than the test may', () => {
    for (const piece of [
      '<',
      '<a ',
      '<a href="',
      '="<a "',
      '<!--',
      '<script>',
      '<script></script ',
      '&a',
      '&#1',
      ' <b> </b>',
      '<p>',
    ])
      for (const [before, after] of [
        ['', ''],
        ['<a x="', '>'],
        ['', '">-->'],
      ]) {
        const html = before + piece.repeat(20_000) + after;
        expect(textOf(html)).to.be.a('string');
      }
  }).timeout(30_000);

  it('makes mere text of the attack strings of others', async function () {
    const files = ['dompurify-fixtures-a.json', 'xss-payloads-sample.json', 'blns-half.json'];
    const texts = await Promise.all(files.map(file => readText(FIXTURES + file)));
    if (texts.some(text => text === null)) return this.skip();
    const payloads = texts.flatMap(text =>
      (JSON.parse(text!) as (string | { payload: string })[]).map(item =>
        typeof item === 'string' ? item : item.payload,
      ),
    );
    expect(payloads.length).to.be.greaterThan(1000);
    for (const html of [...payloads, ...HOSTILE_TEXTS]) {
      const { text, links } = htmlToText(html);
      for (const { url } of links) expect(url, html).to.match(/^(https?:\/\/|mailto:)/i);
      if (!/<\/?[a-z]|<!|&[a-z#]/i.test(html)) expect(text, html).to.equal(html);
    }
  });
});
