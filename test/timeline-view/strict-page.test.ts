import { expect } from '@open-wc/testing';
import { newKey, put, stored } from '../controllers/server.js';
import { listFiles } from '../lib/browser-commands.js';
import { openPage } from '../lib/guarded-page.js';
import { useEveryFeature } from './every-feature.js';
import { marksOf, settled } from './mounted.js';

/** A text of each format that has a file of its own, or shares one with others. */
const TEXTS = {
  jsonl: '{"title":"A","date":"2025-01"}\n',
  csv: 'title,start\nA,2025-01\n',
  ics: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20250101T000000Z\r\nDTSTART;VALUE=DATE:20250101\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  markwhen: '2025-01-01: A\n',
  html: '<!doctype html><ol><li><time datetime="2025-01">January</time> A</li></ol>',
} as const;

describe('under the policy that the element promises to run under', () => {
  it('nothing is reported while all there is is used; every file is loaded, and one policy made', async function () {
    this.timeout(240_000);
    const page = await openPage('/test/timeline-view/everything.html', {
      csp: true,
      frames: true,
      width: 900,
    });
    after(() => page.close());
    const element = page.document.querySelector('timeline-view')!;
    expect(await useEveryFeature(element), 'of no effect').to.eql([]);
    element.data = null;
    for (const format of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
      const key = newKey();
      await put(key, TEXTS[format]);
      Object.assign(element, { format, src: stored(key) });
      await settled(element);
      expect(element.issues, format).to.eql([]);
      expect(marksOf(element), format).to.have.length(1);
    }
    expect(page.notes()).to.eql([]);
    if ('trustedTypes' in page.window) expect(page.policies).to.eql(['lit-html']);

    const loaded = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.slice(1));
    const files = (await listFiles('dist/cdn'))!.filter(file => /cdn\/[^/]+\.js$/.test(file));
    expect(files).to.have.length.above(10);
    expect(loaded).to.include.members([...files, 'dist/cdn/translations/de.js']);
  });
});
