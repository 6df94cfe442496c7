import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Announcer } from '../../src/controllers/announcer.js';
import { keyAction, KeyController, type KeyAction } from '../../src/controllers/keys.js';
import { keys } from '../lib/browser-commands.js';
import { makeHost, mount, until, wait } from './host.js';

const LTR = { rtl: false, vertical: false };
const RTL = { rtl: true, vertical: false };

describe('keyAction', () => {
  const press = (key: string, held: Partial<Parameters<typeof keyAction>[0]> = {}) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...held,
  });
  const table: [key: string, ltr: KeyAction | null, rtl?: KeyAction | null][] = [
    ['ArrowRight', 'next', 'previous'],
    ['ArrowLeft', 'previous', 'next'],
    ['ArrowDown', 'lane-next'],
    ['ArrowUp', 'lane-previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['PageDown', 'page-later'],
    ['PageUp', 'page-earlier'],
    ['+', 'zoom-in'],
    ['=', 'zoom-in'],
    ['-', 'zoom-out'],
    ['−', 'zoom-out'],
    ['0', 'fit'],
    ['Escape', 'escape'],
    ['Enter', null],
    [' ', null],
    ['Tab', null],
    ['a', null],
    ['F5', null],
    ['constructor', null],
  ];

  it('knows the table, mirrored where the axis is', () => {
    for (const [key, ltr, rtl = ltr] of table) {
      expect(keyAction(press(key), LTR), key).to.equal(ltr);
      expect(keyAction(press(key), RTL), key).to.equal(rtl);
    }
  });

  it('turns with the axis: where time runs down, down is later, and lanes lie to the sides', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'End'];
    const down = (rtl: boolean) => keys.map(key => keyAction(press(key), { rtl, vertical: true }));
    expect(down(false)).to.eql(['next', 'previous', 'lane-next', 'lane-previous', 'last']);
    expect(down(true)).to.eql(['next', 'previous', 'lane-previous', 'lane-next', 'last']);
    expect(keyAction(press('ArrowUp', { shiftKey: true }), { rtl: false, vertical: true })).to.equal(null);
  });

  it('ignores what is held with Alt, Ctrl or Meta, and with Shift but for a "+"', () => {
    for (const [key] of table)
      for (const held of ['altKey', 'ctrlKey', 'metaKey'])
        expect(keyAction(press(key, { [held]: true }), LTR), `${held} ${key}`).to.equal(null);
    expect(keyAction(press('ArrowRight', { shiftKey: true }), LTR)).to.equal(null);
    expect(keyAction(press('+', { shiftKey: true }), LTR)).to.equal('zoom-in');
  });
});

describe('KeyController', () => {
  async function stage({ rtl = false, acts = true } = {}) {
    const actions: KeyAction[] = [];
    const clicks: string[] = [];
    const reached: [key: string, prevented: boolean][] = [];
    const host = makeHost({
      render: () =>
        html`<div class="stage">
          <button @click=${() => clicks.push('click')}>Mark</button><input aria-label="Note" />
        </div>`,
      controllers: host =>
        new KeyController(host, {
          target: () => host.find('.stage'),
          directions: () => ({ rtl, vertical: false }),
          act: action => {
            actions.push(action);
            return acts;
          },
        }),
    });
    await mount(host);
    const listen = (event: KeyboardEvent) => void reached.push([event.key, event.defaultPrevented]);
    host.addEventListener('keydown', listen);
    host.find('button')!.focus();
    return { host, actions, clicks, reached };
  }

  it('acts on its keys, and keeps them from the page', async () => {
    const { actions, reached } = await stage();
    await keys('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', '0', '-', 'Escape');
    expect(actions).to.eql('next previous lane-next lane-previous first last fit zoom-out escape'.split(' '));
    expect(reached).to.eql([]);
  });

  it('mirrors', async () => {
    const { actions } = await stage({ rtl: true });
    await keys('ArrowRight', 'ArrowLeft');
    expect(actions).to.eql(['previous', 'next']);
  });

  it('lets through what there was nothing to do for', async () => {
    const { actions, reached } = await stage({ acts: false });
    await keys('Escape', 'ArrowRight');
    expect(actions).to.eql(['escape', 'next']);
    expect(reached).to.eql([
      ['Escape', false],
      ['ArrowRight', false],
    ]);
  });

  it('leaves Enter and Space to the button, once each', async () => {
    const { actions, clicks } = await stage();
    await keys('Enter', ' ');
    await until(() => clicks.length >= 2, 'the button was clicked');
    await wait(30);
    expect(clicks).to.have.length(2);
    expect(actions).to.eql([]);
  });

  it('leaves a field, and what others have taken, alone', async () => {
    const { host, actions } = await stage();
    host.find('input')!.focus();
    await keys('0', 'Home');
    expect(host.find('input')).to.have.property('value', '0');
    const taken = new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true });
    taken.preventDefault();
    host.find('button')!.dispatchEvent(taken);
    const composing = new KeyboardEvent('keydown', { key: 'Home', bubbles: true, isComposing: true });
    host.find('button')!.dispatchEvent(composing);
    expect(actions).to.eql([]);
  });

  it('hears nothing when the host has left, and again when it is back', async () => {
    const { host, actions } = await stage();
    const button = host.find('button')!;
    const home = () => button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    host.remove();
    home();
    expect(actions).to.eql([]);
    document.body.append(host);
    home();
    expect(actions).to.eql(['first']);
  });
});

describe('Announcer', () => {
  async function speaker({ focus = true } = {}) {
    const host = makeHost({
      render: () =>
        html`<button>Mark</button>
          <div role="status"></div>`,
      controllers: host => new Announcer(host, { status: () => host.find('[role=status]') }),
    });
    await mount(host);
    const said: string[] = [];
    const status = host.find('[role=status]')!;
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    if (focus) host.find('button')!.focus();
    return { host, said, announcer: host.controllers };
  }

  it('says one thing, the last, 500 ms after things settled', async () => {
    const { said, announcer } = await speaker();
    let last = 0;
    for (let i = 0; i < 5; i++) {
      last = performance.now();
      announcer.say(() => `Showing ${i} after ${performance.now() - last >= 490}`);
      await wait(20);
    }
    await until(() => said.length, 'it was said');
    await wait(50);
    expect(said).to.eql(['Showing 4 after true']);
  });

  it('answers the reader at once, in place of what waited', async () => {
    const { said, announcer } = await speaker();
    announcer.say('Showing 1914 to 1918');
    announcer.say('Details closed', 'now');
    await wait(600);
    expect(said).to.eql(['Details closed']);
  });

  it('says nothing while focus is elsewhere', async () => {
    const { said, announcer, host } = await speaker({ focus: false });
    announcer.say('one', 'now');
    announcer.say('two');
    await wait(550);
    host.find('button')!.focus();
    announcer.say('three');
    host.find('button')!.blur();
    await wait(550);
    expect(said).to.eql([]);
  });

  it('keeps 5 s between what a stream says, yet is not silenced by it', async () => {
    const { said, announcer } = await speaker();
    const times: number[] = [];
    const end = performance.now() + 15_000;
    for (let i = 0; said.length < 2 && performance.now() < end; i++) {
      announcer.say(`${i} events`, 'streamed');
      await wait(100);
      if (said.length > times.length) times.push(performance.now());
    }
    expect(said).to.have.length(2);
    expect(times[1]! - times[0]!).to.be.within(4_800, 15_000);
  }).timeout(20_000);

  it('cuts after a whole word at 80 characters', async () => {
    const { said, announcer } = await speaker();
    const say = async (text: string) => {
      announcer.say(text, 'now');
      await wait(0);
      return said.at(-1)!;
    };
    expect(await say('a'.repeat(80))).to.equal('a'.repeat(80));
    const long = await say(
      'Showing 1914 to 1918, 37 events, and very much more than anyone wants to hear of it',
    );
    expect(long.length).to.be.at.most(80);
    expect(long).to.match(/ of…$|hear…$/);
    expect([...(await say('😀'.repeat(100)))]).to.have.length(80);
  });

  it('says nothing after the host has left', async () => {
    const { said, announcer, host } = await speaker();
    announcer.say('late');
    host.remove();
    await wait(550);
    expect(said).to.eql([]);
  });
});
