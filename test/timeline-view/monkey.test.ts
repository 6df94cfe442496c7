import { expect } from '@open-wc/testing';
import { randomRecords, seeded } from '../layout/sample.js';
import { engineName, monkeySteps, viewport } from '../lib/browser-commands.js';
import { broken } from './monkey-invariants.js';
import { step, type Cage, type Known } from './monkey-steps.js';
import { mount, parts, serialized, settled } from './mounted.js';

/** So many steps are done before all is looked at. */
const ROUND = 10;
/** Each engine goes another way. */
const SEEDS = { chromium: 1, firefox: 2, webkit: 3 };

async function cageOf(seed: number): Promise<Cage> {
  await viewport({ width: 1300, height: 800 });
  const records = randomRecords(40, seed) as unknown as Known[];
  const element = await mount({ events: records }, { attributes: { lang: 'en' } });
  const other = await mount({ events: records.slice(0, 9) }, { attributes: { sync: 'cage', lang: 'en' } });
  const home = element.parentElement!;
  home.style.minHeight = '100px';
  const [shadow, frame] = [document.createElement('div'), document.createElement('iframe')];
  document.body.append(shadow, frame);
  after(() => [shadow, frame, other].forEach(node => node.remove()));
  const known = new Map(records.map(record => [record.id, record]));
  element.addEventListener('timeline-edit', ({ detail: { id, after } }) => {
    if (after) known.set(id, after as Known);
    else known.delete(id);
  });
  const elsewhere = [shadow, shadow.attachShadow({ mode: 'open' }), frame.contentDocument!.body];
  return { element, home, elsewhere, known, random: seeded(seed) };
}

describe('whatever is done to it', () => {
  it('nothing throws, and at rest all holds that must hold', async function () {
    const count = await monkeySteps();
    this.timeout(30_000 + count * 1000);
    const cage = await cageOf(SEEDS[engineName()]);
    const faults: string[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
      const error: unknown = 'reason' in event ? event.reason : event.error;
      faults.push(String((error as Error | null)?.stack ?? ('message' in event ? event.message : error)));
    };
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const done: string[] = [];
    try {
      for (let i = 1; i <= count; i++) {
        done.push(await step(cage));
        if (i % ROUND === 0) faults.push(...(await broken(cage)));
        expect(faults, `after step ${i}: ${done.slice(-2 * ROUND).join('; ')}`).to.eql([]);
      }
    } finally {
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    }

    // And nothing of it is left where all is as at first.
    const { element, home } = cage;
    const events = randomRecords(60, 4) as unknown as Known[];
    const fresh = await mount({ events }, { attributes: { lang: 'en' } });
    for (const { name } of [...element.attributes])
      if (name !== 'lang' && name !== 'class') element.removeAttribute(name);
    element.lang = 'en';
    home.style.cssText = fresh.parentElement!.style.cssText;
    // What its reader has chosen is in no attribute.
    const chosen = { query: null, filter: null, selected: null, layout: 'auto', scale: 'time', zero: null };
    Object.assign(element, chosen, { laneBy: null, colorBy: null, view: '', data: null, events });
    await settled(element);
    await settled(fresh);
    (element.shadowRoot!.activeElement as HTMLElement | null)?.blur();
    await element.fit();
    await settled(element);
    for (const part of ['canvas', 'axis'])
      expect(parts(element, part).map(serialized)).to.eql(parts(fresh, part).map(serialized));
  });
});
