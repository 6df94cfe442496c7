import { expect, waitUntil } from '@open-wc/testing';
import {
  drag,
  engineName,
  keys,
  listFiles,
  media,
  pinch,
  type Point,
  readText,
  timezone,
  viewport,
  wheel,
} from './browser-commands.js';
import { openPage } from './guarded-page.js';

const soon = (so: () => boolean) => waitUntil(so, undefined, { timeout: 10_000 });

/** Notes the trusted events of the given types at a box in the page's corner. */
function listenInBox(...types: string[]) {
  const box = document.createElement('div');
  box.tabIndex = 0;
  box.style.cssText =
    'position: fixed; inset: 0 auto auto 0; width: 400px; height: 300px; touch-action: none';
  const seen: Event[] = [];
  for (const type of types)
    box.addEventListener(type, event => {
      expect(event.isTrusted).to.equal(true);
      if (event instanceof WheelEvent && event.ctrlKey) event.preventDefault();
      seen.push(event);
    });
  document.body.append(box);
  box.focus();
  return { seen, remove: () => box.remove() };
}

describe('the runner', () => {
  it('drags', async () => {
    const { seen, remove } = listenInBox('pointerdown', 'pointermove', 'pointerup');
    await drag([50, 50], [150, 80], 4);
    await soon(() => seen.at(-1)?.type === 'pointerup');
    const last = seen.at(-1) as PointerEvent;
    expect([last.clientX, last.clientY]).to.deep.equal([150, 80]);
    expect(seen.filter(({ type }) => type === 'pointermove').length).to.be.at.least(3);
    remove();
  });

  it('turns the wheel, also with Control', async () => {
    const { seen, remove } = listenInBox('wheel');
    const at: Point = [60, 60];
    await wheel(at, { deltaY: 100 });
    await soon(() => seen.length > 0);
    expect((seen[0] as WheelEvent).deltaY).to.be.above(0);
    expect((seen[0] as WheelEvent).ctrlKey).to.equal(false);
    seen.length = 0;
    const done = await wheel(at, { deltaY: 100, ctrl: true });
    expect(done).to.equal(engineName() !== 'webkit');
    if (done) await soon(() => seen.length > 0);
    if (done) expect((seen[0] as WheelEvent).ctrlKey).to.equal(true);
    remove();
  });

  it('presses keys alone and together', async () => {
    const { seen, remove } = listenInBox('keydown');
    await keys('ArrowLeft', '+', 'Shift+Home');
    await soon(() => seen.some(event => (event as KeyboardEvent).key === 'Home'));
    const pressed = (seen as KeyboardEvent[]).filter(({ key }) => key !== 'Shift');
    expect(pressed.map(({ key, shiftKey }) => (shiftKey ? `Shift+${key}` : key)).join(' ')).to.match(
      /^ArrowLeft (Shift\+)?\+ Shift\+Home$/,
    );
    remove();
  });

  it('pinches with two touches', async function () {
    const { seen, remove } = listenInBox('pointerdown');
    const done = await pinch([200, 150], 50, 150);
    expect(done).to.equal(engineName() !== 'webkit');
    if (!done) this.skip();
    await soon(() => seen.length === 2);
    expect((seen as PointerEvent[]).every(({ pointerType }) => pointerType === 'touch')).to.equal(true);
    remove();
  });

  it('sets the time zone', async function () {
    const done = await timezone('Pacific/Kiritimati');
    if (!done) {
      expect(engineName()).to.not.equal('chromium');
      this.skip();
    }
    expect(new Date(Date.UTC(2025, 0, 1)).getHours()).to.equal(14);
    await timezone(null);
  });

  it('sets media features', async function () {
    if (!(await media({ 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce' }))) {
      expect(engineName()).to.not.equal('chromium');
      this.skip();
    }
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
  });

  it('sets the size of the page', async () => {
    await viewport({ width: 640, height: 480 });
    await soon(() => innerWidth === 640);
    await viewport({ width: 800, height: 600 });
    await soon(() => innerWidth === 800);
  });

  it('reads files, and only those of the repository', async () => {
    expect(await readText('LICENSE')).to.include('MIT');
    expect(await readText('no-such-file')).to.equal(null);
    expect(await listFiles('test')).to.include('test/all.test.ts');
    expect(await listFiles('no-such-folder')).to.equal(null);
    let message = '';
    await readText('../../secret').catch(error => (message = String(error)));
    expect(message).to.include('not a file of the tests');
  });

  it('answers slowly and wrongly when asked', async () => {
    expect((await fetch('/test-data/404')).status).to.equal(404);
    const slow = (await (await fetch('/test-data/slow?ms=50&id=a')).json()) as { events: { id: string }[] };
    expect(slow.events[0]?.id).to.equal('a');
    const end = new AbortController();
    const endless = await fetch('/test-data/endless', { signal: end.signal });
    expect(endless.ok).to.equal(true);
    end.abort();
  });

  it('notes what a page does wrong', async () => {
    const page = await openPage('/test/lib/naughty.html', { csp: true });
    await soon(() => page.notes().length >= 5);
    const notes = page.notes().join('\n');
    page.close();
    expect(notes).to.match(/policy: style-src/);
    expect(notes).to.match(/console.log: a message/);
    expect(notes).to.match(/failed: 404/);
    expect(notes).to.match(/policy: require-trusted-types-for/);
  });
});
