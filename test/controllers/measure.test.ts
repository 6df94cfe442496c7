import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { FontController } from '../../src/controllers/fonts.js';
import { TextMeasurer, type TextStyle } from '../../src/controllers/measure.js';
import { frames, makeHost, mount, until } from './host.js';

const styles = css`
  :host {
    display: block;
    font-family: sans-serif;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    white-space: pre;
  }
  .probe-title {
    font-size: 15px;
    font-weight: 600;
  }
  .probe-date {
    font-size: 13px;
  }
  .probe-note {
    font: italic 12.5px serif;
  }
`;
const probes = (text = 'Hamburgefonstiv 0123456789 Август') => html`
  <span class="probe probe-title">${text}</span>
  <span class="probe probe-date">${text}</span>
  <span class="probe probe-note">${text}</span>
`;
const plain = () => html`<div class="root">${probes()}</div>`;

/** A host with probes in a block of that style. */
async function fonts(style = '', render = plain) {
  let changes = 0;
  const host = makeHost({
    styles,
    render,
    controllers: host =>
      new FontController(host, { root: () => host.find('.root'), changed: () => changes++ }),
  });
  host.style.cssText = style;
  await mount(host);
  return { host, measure: host.controllers.measure, changes: () => changes };
}

const texts = [
  'i',
  'Memo sent',
  'The strikes begin',
  'AVATAR To Ty. fi ffl',
  'Ünïcödé – naïve “quotes”',
  'Úkol: příliš žluťoučký kůň',
  'Август 2025, сообщение',
  'Ελληνικά γράμματα',
  'مذكرة من المستشار القانوني',
  'לוח הזמנים של האירועים',
  '2025年11月19日の出来事',
  '시간표의 사건',
  'กำหนดการของเหตุการณ์',
  'समयरेखा की घटनाएँ',
  'e\u0301a\u0308o\u0302 combining',
  '👩‍👩‍👧‍👦 👍🏽 🇲🇽',
  '1,234,567 × 89 %',
  'no\u00A0break\u00A0here',
];

/** What the page itself gives a text. */
function widthInPage(host: Element, text: string, style: TextStyle): number {
  const probe = host.shadowRoot!.querySelector(`.probe-${style}`)!;
  const was = probe.textContent;
  probe.textContent = text;
  const range = document.createRange();
  range.selectNodeContents(probe);
  const { width } = range.getBoundingClientRect();
  probe.textContent = was;
  return width;
}

describe('TextMeasurer', () => {
  for (const [name, style] of [
    ['as it is', ''],
    ['with letter and word spacing of the page', 'letter-spacing: 0.12em; word-spacing: 0.16em'],
    ['in upper case', 'text-transform: uppercase'],
    ['with letters closer', 'letter-spacing: -0.4px'],
    ['in another font and size', 'font-family: serif, "No Such Font"; zoom: 1'],
    ['transformed by the page', 'transform: scale(2); transform-origin: 0 0'],
  ] as const)
    it(`measures what the page sets, ${name}`, async () => {
      const { host, measure } = await fonts(style);
      const scale = style.includes('scale(2)') ? 2 : 1;
      for (const text of texts)
        for (const kind of ['title', 'date', 'note'] as const) {
          const measured = measure(text, kind);
          expect(measured, `${kind}: ${text}`).to.be.closeTo(widthInPage(host, text, kind) / scale, 1);
          expect(measured % 0.5).to.equal(0);
        }
    });

  it('measures a title at the weight of its probe: that of a selected one', async () => {
    const { host, measure } = await fonts();
    const heavy = measure('Memo sent', 'title');
    host.find('.probe-title')!.style.fontWeight = '400';
    const measurer = new TextMeasurer();
    expect(measurer.readFonts(host.shadowRoot!)).to.equal(true);
    expect(measurer.measure('Memo sent', 'title')).to.be.lessThan(heavy);
    expect(measurer.readFonts(host.shadowRoot!)).to.equal(false);
  });

  it('answers from memory, and forgets when a font changes', async () => {
    const { host } = await fonts();
    const measurer = new TextMeasurer();
    measurer.readFonts(host.shadowRoot!);
    const { measureText } = CanvasRenderingContext2D.prototype;
    let asked = 0;
    CanvasRenderingContext2D.prototype.measureText = function (text) {
      asked++;
      return measureText.call(this, text);
    };
    try {
      const before = measurer.measure('Memo', 'date');
      for (let i = 0; i < 10; i++) measurer.measure('Memo', 'date');
      expect(asked).to.equal(1);
      host.style.fontSize = '26px';
      host.find('.probe-date')!.style.fontSize = 'inherit';
      expect(measurer.readFonts(host.shadowRoot!)).to.equal(true);
      expect(measurer.measure('Memo', 'date')).to.be.closeTo(before * 2, 2);
      asked = 0;
      for (let i = 0; i < 20_001; i++) measurer.measure(`${i}`, 'date');
      measurer.measure('Memo', 'date');
      expect(asked).to.equal(20_002);
    } finally {
      CanvasRenderingContext2D.prototype.measureText = measureText;
    }
  });

  it('asks the canvas for a word once, in however many texts it stands', async () => {
    const { measure } = await fonts();
    const { measureText } = CanvasRenderingContext2D.prototype;
    const asked: string[] = [];
    CanvasRenderingContext2D.prototype.measureText = function (text) {
      asked.push(text);
      return measureText.call(this, text);
    };
    try {
      const words = ['opening', 'of', 'the', 'canal', 'railway'];
      for (const a of words)
        for (const b of words) for (const c of words) measure(`${a} ${b}  ${c}`, 'title');
      expect(asked).to.have.members([...words, ' ']);
    } finally {
      CanvasRenderingContext2D.prototype.measureText = measureText;
    }
  });

  it('sees what the canvas knows nothing of: figures of one width, features, a hidden probe', async () => {
    for (const style of ['font-variant-numeric: tabular-nums', 'font-variant-caps: all-small-caps']) {
      const { host, measure } = await fonts(style);
      expect(measure('11 May 2011', 'date'), style).to.be.closeTo(
        widthInPage(host, '11 May 2011', 'date'),
        1,
      );
    }
    const { host, measure } = await fonts('display: none');
    host.style.display = '';
    expect(measure('Memo sent', 'date')).to.be.closeTo(widthInPage(host, 'Memo sent', 'date'), 1);
  });

  it('gives something before any font is known', () => {
    expect(new TextMeasurer().measure('Memo sent', 'title')).to.be.within(30, 120);
  });
});

describe('FontController', () => {
  it('lays nothing out for a font that the canvas sets as the page does', async () => {
    const children = async (style: string) => (await fonts(style)).host.find('.root')!.childElementCount;
    expect(await children('')).to.equal(3);
    expect(await children('letter-spacing: 1px')).to.equal(6);
  });

  it('has the fonts after the first render, without a word', async () => {
    const { host, measure, changes } = await fonts();
    expect(measure('Memo sent', 'title')).to.be.closeTo(widthInPage(host, 'Memo sent', 'title'), 1);
    await frames(3);
    expect(changes()).to.equal(0);
  });

  it('tells when the page’s font changes', async () => {
    const { host, measure, changes } = await fonts();
    await frames(3);
    const before = measure('Memo sent', 'date');
    host.style.letterSpacing = '2px';
    await until(changes, 'it told');
    expect(measure('Memo sent', 'date')).to.be.closeTo(before + 18, 1);
  });

  it('forgets all when a font has been loaded, and hears nothing once it has left', async () => {
    const { host, changes } = await fonts();
    await frames(3);
    document.fonts.dispatchEvent(new Event('loadingdone'));
    expect(changes()).to.equal(1);
    host.remove();
    document.fonts.dispatchEvent(new Event('loadingdone'));
    host.style.letterSpacing = '2px';
    await frames(3);
    expect(changes()).to.equal(1);
    document.body.append(host); // the font has changed meanwhile
    expect(changes()).to.equal(2);
  });
});
