import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { css, html } from 'lit';
import { GestureController, type WheelMode } from '../../src/controllers/gestures.js';
import { drag, pinch, wheel } from '../lib/browser-commands.js';
import { frames, makeHost, mount, until, wait } from './host.js';

const styles = css`
  :host {
    position: absolute;
    inset: 100px auto auto 50px;
  }
  .surface {
    width: 600px;
    height: 200px;
    padding-inline: 20px 0;
    border-inline-start: 5px solid;
    background: #eee;
    touch-action: pan-y;
    user-select: none;
  }
  button {
    margin: 40px 0 0 100px;
    width: 80px;
    height: 40px;
  }
`;

/** Pages are long, so that a wheel that is let through scrolls. */
const tall = document.createElement('div');
tall.style.height = '4000px';
before(() => document.body.append(tall));
after(() => {
  tall.remove();
  scrollTo(0, 0);
});
beforeEach(async () => {
  scrollTo(0, 0);
  await wait(160); // the last test's wheel is at rest
});

/** What was called, in order: a name and rounded numbers. */
async function surface({ mode = 'modifier', rtl = false }: { mode?: WheelMode; rtl?: boolean } = {}) {
  const calls: [name: string, ...args: number[]][] = [];
  const clicks: string[] = [];
  const host = makeHost({
    styles,
    render: () => html`<div class="surface"><button>Mark</button></div>`,
    controllers: host =>
      new GestureController(host, {
        surface: () => host.find('.surface'),
        mode: () => mode,
        rtl: () => rtl,
        press: () => calls.push(['press']),
        panStart: () => calls.push(['panStart']),
        pan: dx => calls.push(['pan', dx]),
        panEnd: velocity => calls.push(['panEnd', velocity]),
        zoom: (factor, anchor) => calls.push(['zoom', factor, anchor]),
        zoomStep: (factor, anchor) => calls.push(['zoomStep', factor, anchor]),
        wheelHint: () => calls.push(['wheelHint']),
      }),
  });
  if (rtl) host.dir = 'rtl';
  await mount(host);
  await frames(2); // WebKit's scrolling thread knows of the listener with a frame
  const box = host.find('.surface')!;
  box.addEventListener('click', event => clicks.push((event.target as Element).localName));
  const named = (name: string) => calls.filter(([called]) => called === name).map(([, ...args]) => args);
  return {
    host,
    box,
    calls,
    clicks,
    named,
    names: () => calls.map(([name]) => name),
    panned: () => named('pan').reduce((sum, [dx]) => sum + dx!, 0),
    zoomed: () => named('zoom').reduce((product, [factor]) => product * factor!, 1),
    settled: () => until(() => named('panEnd').length, 'the gesture ended'),
  };
}

/** Where on the page; the content of the surface begins at x = 75 and y = 100. */
const EMPTY = [400, 250] as const;
const MARK = [215, 160] as const;

describe('GestureController: mouse', () => {
  it('pans by what the pointer moved, in one gesture that ends', async () => {
    const { panned, names, calls } = await surface();
    await drag(EMPTY, [300, 250]);
    expect(panned()).to.equal(-100);
    expect(names().slice(0, 2)).to.eql(['press', 'panStart']);
    expect(names().filter(name => name === 'panStart')).to.have.length(1);
    expect(names().at(-1)).to.equal('panEnd');
    expect(Number.isFinite(calls.at(-1)![1])).to.equal(true);
  });

  it('mirrors where the page runs from right to left', async () => {
    const { panned, box } = await surface({ rtl: true });
    expect(getComputedStyle(box).direction).to.equal('rtl');
    await drag(EMPTY, [300, 250]);
    expect(panned()).to.equal(100);
  });

  it('goes on outside the surface', async () => {
    const { panned, names } = await surface();
    await drag(EMPTY, [600, 500]);
    expect(panned()).to.equal(200);
    expect(names().at(-1)).to.equal('panEnd');
  });

  it('lets a click through to a mark, and swallows the one that ends a drag', async () => {
    const { clicks, names, panned } = await surface();
    await sendMouse({ type: 'click', position: [...MARK] });
    expect(clicks).to.eql(['button']);
    await drag(MARK, [MARK[0] + 30, MARK[1]]);
    expect(panned()).to.equal(30);
    expect(clicks).to.eql(['button']);
    await sendMouse({ type: 'click', position: [...MARK] });
    expect(clicks).to.eql(['button', 'button']);
    expect(names().filter(name => name === 'panStart')).to.have.length(1);
  });

  it('never swallows a click of the keyboard', async () => {
    const { clicks, host } = await surface();
    await drag(MARK, [MARK[0] + 30, MARK[1]]);
    host.find('button')!.click(); // as Enter does: without detail
    expect(clicks).to.eql(['button']);
  });

  it('leaves other buttons than the first alone, and a second one pressed meanwhile', async () => {
    const { box, calls, names } = await surface();
    const mouse = (type: string, init: PointerEventInit) =>
      box.dispatchEvent(
        new PointerEvent(type, { isPrimary: true, pointerType: 'mouse', bubbles: true, ...init }),
      );
    mouse('pointerdown', { button: 1, buttons: 4, clientX: 400 });
    mouse('pointermove', { button: -1, buttons: 4, clientX: 300 });
    mouse('pointerdown', { button: 0, buttons: 1, clientX: 400, ctrlKey: true }); // a Mac's second button
    mouse('pointermove', { button: -1, buttons: 1, clientX: 300 });
    expect(calls).to.eql([]);
    mouse('pointerdown', { button: 0, buttons: 1, clientX: 400 });
    mouse('pointermove', { button: 2, buttons: 3, clientX: 300 });
    mouse('pointermove', { button: 0, buttons: 2, clientX: 290 }); // the first is released, the second held
    mouse('pointermove', { button: -1, buttons: 2, clientX: 200 });
    expect(names()).to.eql(['press', 'panStart', 'pan', 'panEnd']);
  });

  it('tells the velocity of a flick, and 0 after a rest', async () => {
    const { box, named, settled, calls } = await surface();
    await sendMouse({ type: 'move', position: [...EMPTY] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [300, 250] });
    await wait(120);
    await sendMouse({ type: 'up' });
    await settled();
    expect(named('panEnd')).to.eql([[0]]);
    calls.length = 0;
    const mouse = (type: string, clientX: number) =>
      box.dispatchEvent(new PointerEvent(type, { isPrimary: true, buttons: 1, clientX, bubbles: true }));
    mouse('pointerdown', 400);
    for (const x of [390, 370, 340]) mouse('pointermove', x);
    mouse('pointerup', 340);
    // 50 px since the first of the last moves, in less than a frame
    expect(named('panEnd')[0]![0]).to.be.within(-50 / 16, -50 / 80);
  });

  it('ends one that was released outside before it was captured', async () => {
    const { names } = await surface();
    await drag([652, 299], [652, 302], 1);
    await sendMouse({ type: 'move', position: [500, 250] });
    expect(names()).to.eql(['press']);
  });

  it('zooms in on a double click that hits nothing, out with Shift, and not on a mark', async () => {
    const { named, box, host } = await surface();
    const twice = async (at: readonly [number, number]) => {
      await sendMouse({ type: 'click', position: [...at] });
      await sendMouse({ type: 'click', position: [...at] });
    };
    const both = (target: Element, init: MouseEventInit) => {
      for (const type of ['click', 'click', 'dblclick'])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, detail: 1, clientX: 375, ...init }));
    };
    both(box, {});
    both(box, { shiftKey: true });
    both(host.find('button')!, {});
    expect(named('zoomStep')).to.eql([
      [2, 300],
      [0.5, 300],
    ]);
    // The first click hit a mark that is gone when the second comes.
    host.find('button')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    box.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    box.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, detail: 2 }));
    expect(named('zoomStep')).to.have.length(2);
    await twice(MARK);
    expect(named('zoomStep')).to.have.length(2);
  });
});

describe('GestureController: wheel', () => {
  /** Whether the last wheel event was kept from the page. */
  const watch = (box: HTMLElement) => {
    const kept: boolean[] = [];
    box.addEventListener('wheel', event => kept.push(event.defaultPrevented));
    return kept;
  };

  it('leaves a plain wheel to the page, and hints', async () => {
    const { box, names } = await surface();
    const kept = watch(box);
    await wheel(EMPTY, { deltaY: 120 });
    await until(() => scrollY > 0, 'the page scrolled');
    expect(kept).not.to.include(true);
    expect(names()).to.eql(['wheelHint']);
  });

  it('zooms about the pointer with Ctrl, and the page stands', async function () {
    const { box, named, zoomed, settled, names } = await surface();
    const kept = watch(box);
    if (!(await wheel(EMPTY, { deltaY: -100, ctrl: true }))) return this.skip();
    await settled();
    expect(kept).not.to.include(false);
    expect(scrollY).to.equal(0);
    expect(zoomed()).to.be.within(1.2, 2);
    for (const [, anchor] of named('zoom')) expect(anchor).to.be.closeTo(EMPTY[0] - 75, 0.01);
    expect(names()[0]).to.equal('panStart');
    expect(named('panEnd')).to.eql([[0]]);
  });

  it('takes the anchor from the content’s start edge, also from right to left', async () => {
    const { box, named, settled } = await surface({ rtl: true });
    const { right } = box.getBoundingClientRect();
    box.dispatchEvent(new WheelEvent('wheel', { deltaY: -5, ctrlKey: true, clientX: 400, cancelable: true }));
    await settled();
    expect(named('zoom')[0]![1]).to.be.closeTo(right - 25 - 400, 0.01);
  });

  it('pans with a sideways wheel and with Shift', async () => {
    const { box, panned, settled, calls } = await surface();
    const kept = watch(box);
    await wheel(EMPTY, { deltaX: 60 });
    await settled();
    expect(panned()).to.equal(-60);
    expect(kept).not.to.include(false);
    calls.length = 0;
    box.dispatchEvent(new WheelEvent('wheel', { deltaY: 40, shiftKey: true, cancelable: true }));
    expect(panned()).to.equal(-40);
    expect(kept.at(-1)).to.equal(true);
  });

  it('counts lines and pages as px', async () => {
    const { box, named, zoomed, calls } = await surface();
    const turn = (init: WheelEventInit) =>
      box.dispatchEvent(new WheelEvent('wheel', { ...init, cancelable: true }));
    turn({ deltaX: 3, deltaMode: 1 });
    turn({ deltaX: 1, deltaMode: 2 });
    expect(named('pan')).to.eql([[-48], [-box.clientWidth]]);
    calls.length = 0;
    turn({ deltaY: -10, ctrlKey: true });
    expect(zoomed()).to.be.closeTo(Math.exp(0.1), 1e-9);
    turn({ deltaY: 10, ctrlKey: true });
    expect(zoomed()).to.be.closeTo(1, 1e-9);
  });

  it('gives the page a sideways drift of a scroll that began as the page’s', async () => {
    const { box, named } = await surface();
    const kept = watch(box);
    for (const [deltaX, deltaY] of [
      [0, 20],
      [3, 2],
      [1, 8],
    ] as const)
      box.dispatchEvent(new WheelEvent('wheel', { deltaX, deltaY, cancelable: true }));
    expect(kept).to.eql([false, false, false]);
    expect(named('pan')).to.eql([]);
    expect(named('wheelHint')).to.have.length(1);
    await wait(120);
    box.dispatchEvent(new WheelEvent('wheel', { deltaX: 30, cancelable: true }));
    expect(named('pan')).to.eql([[-30]]);
  });

  it('zooms without a key in mode "zoom", and does nothing in mode "none"', async () => {
    const zooms = await surface({ mode: 'zoom' });
    await wheel(EMPTY, { deltaY: -100 });
    await zooms.settled();
    expect(zooms.zoomed()).to.be.within(1.2, 1.4);
    expect(scrollY).to.equal(0);
    zooms.host.remove();

    const none = await surface({ mode: 'none' });
    const kept = watch(none.box);
    none.box.dispatchEvent(new WheelEvent('wheel', { deltaX: 50, cancelable: true }));
    none.box.dispatchEvent(new WheelEvent('wheel', { deltaY: 50, ctrlKey: true, cancelable: true }));
    expect(none.calls).to.eql([]);
    expect(kept).to.eql([false, false]);
  });
});

describe('GestureController: touch', () => {
  it('pinches about the fingers', async function () {
    const { zoomed, named, names, panned } = await surface();
    if (!(await pinch([375, 250], 100, 200))) return this.skip();
    await frames(2);
    expect(zoomed()).to.be.closeTo(2, 0.02);
    // One finger's move comes after the other's, so the middle sways, but comes back.
    expect(panned()).to.be.closeTo(0, 1);
    for (const [, anchor] of named('zoom')) expect(anchor).to.be.closeTo(300, 10);
    expect(names().filter(name => name === 'panStart')).to.have.length(1);
    expect(named('panEnd')).to.have.length(1);
  });

  /** As a finger's events come, where the engine can't be asked for a finger. */
  const touch = (box: Element, type: string, pointerId: number, x: number, y: number, isPrimary = true) =>
    box.dispatchEvent(
      new PointerEvent(type, {
        pointerId,
        isPrimary,
        pointerType: 'touch',
        buttons: type === 'pointerup' ? 0 : 1,
        clientX: x,
        clientY: y,
        bubbles: true,
      }),
    );

  it('keeps what the fingers hold under them, and drags on with the last', async () => {
    const { box, calls, panned, zoomed, names } = await surface();
    touch(box, 'pointerdown', 11, 300, 200);
    touch(box, 'pointerdown', 12, 400, 200, false);
    touch(box, 'pointermove', 12, 500, 200, false);
    expect(calls.slice(-2)).to.eql([
      ['pan', 50],
      ['zoom', 2, 325],
    ]);
    touch(box, 'pointerup', 11, 300, 200);
    expect(names()).not.to.include('panEnd');
    calls.length = 0;
    touch(box, 'pointermove', 12, 480, 200, false);
    expect(panned()).to.equal(-20);
    expect(zoomed()).to.equal(1);
    touch(box, 'pointerup', 12, 480, 200, false);
    expect(names().at(-1)).to.equal('panEnd');
  });

  it('leaves a vertical swipe to the page, and ends what the page takes over', async () => {
    const { box, names, named, calls } = await surface();
    touch(box, 'pointerdown', 11, 300, 200);
    touch(box, 'pointermove', 11, 306, 220);
    touch(box, 'pointercancel', 11, 306, 220);
    expect(names()).to.eql(['press']);
    calls.length = 0;
    touch(box, 'pointerdown', 12, 300, 200);
    touch(box, 'pointermove', 12, 340, 205);
    touch(box, 'pointercancel', 12, 340, 205);
    expect(named('pan')).to.eql([[40]]);
    expect(named('panEnd')).to.eql([[0]]);
  });

  it('forgets a finger whose end was never heard of', async () => {
    const { box, names, zoomed } = await surface();
    touch(box, 'pointerdown', 11, 300, 200);
    touch(box, 'pointermove', 11, 340, 200);
    touch(box, 'pointerdown', 12, 300, 200);
    expect(names()).to.include('panEnd');
    touch(box, 'pointermove', 12, 360, 200);
    expect(zoomed()).to.equal(1);
  });
});

describe('GestureController: life', () => {
  it('ends what is going on when the host leaves, and hears nothing afterwards', async () => {
    const { host, box, calls, names } = await surface();
    const all = () => {
      for (const type of ['pointerdown', 'pointermove', 'pointerup'])
        box.dispatchEvent(
          new PointerEvent(type, {
            isPrimary: true,
            buttons: 1,
            clientX: 300 + calls.length * 9,
            bubbles: true,
          }),
        );
      box.dispatchEvent(new WheelEvent('wheel', { deltaX: 50, cancelable: true }));
    };
    all();
    expect(names()).to.include('pan');
    const before = names().filter(name => name === 'panEnd').length;
    host.remove();
    expect(names().filter(name => name === 'panEnd')).to.have.length(before + 1);
    calls.length = 0;
    all();
    await wait(200);
    expect(calls).to.eql([]);
    document.body.append(host);
    all();
    expect(names()).to.include('pan');
    host.remove();
  });

  it('follows a surface that is replaced', async () => {
    const { host, box, calls } = await surface();
    const next = document.createElement('div');
    next.className = 'surface';
    box.replaceWith(next);
    host.requestUpdate();
    await host.updateComplete;
    box.dispatchEvent(new WheelEvent('wheel', { deltaX: 50 }));
    expect(calls).to.eql([]);
    next.dispatchEvent(new WheelEvent('wheel', { deltaX: 50 }));
    expect(calls).to.eql([['panStart'], ['pan', -50]]);
  });
});
