import { expect } from '@open-wc/testing';
import { ChildrenController } from '../../src/controllers/children.js';
import type { FormatResult } from '../../src/data/formats/format.js';
import { makeHost, mount, until } from './host.js';

describe('ChildrenController', () => {
  const script = (text: string, type = 'application/json') => {
    const element = document.createElement('script');
    element.type = type;
    element.textContent = text;
    return element;
  };
  function reader() {
    const read: (string | null)[] = [];
    const types: string[] = [];
    const issues: string[] = [];
    const host = makeHost({
      controllers: host =>
        new ChildrenController(host, {
          changed: child => {
            if (child && 'text' in child) types.push(child.contentType);
            else issues.push(...(child?.issues ?? []).map(({ message }) => message));
            read.push(child && ('text' in child ? child.text : told(child)));
          },
        }),
    });
    /** Waits for what a change sets off. */
    const settled = async () => {
      await tick();
      await host.controllers.settled;
    };
    return { host, read, types, issues, settled };
  }
  const tick = () => Promise.resolve();
  /** What was read of plain HTML, in a line. */
  const told = ({ document }: FormatResult) =>
    (document.events as Record<string, unknown>[])
      .map(({ title, date }) => `${String(title)} ${String(date)}`)
      .join();
  const list = (...items: [title: string, date: string][]) => {
    const element = document.createElement('ol');
    for (const [title, date] of items) {
      const [item, time] = [document.createElement('li'), document.createElement('time')];
      time.dateTime = date;
      item.append(time, title);
      element.append(item);
    }
    return element;
  };

  it('reads a direct child of the right type, and no other', async () => {
    const { host, read } = reader();
    const nested = document.createElement('div');
    nested.append(script('nested'));
    host.append(
      'text',
      nested,
      script('javascript', 'text/plain'),
      script('[1]', 'Application/JSON'),
      script('[2]'),
    );
    await mount(host);
    expect(read).to.eql(['[1]']);
  });

  it('says nothing while there is none, then follows what is added, changed and removed', async () => {
    const { host, read } = reader();
    await mount(host);
    await tick();
    expect(read).to.eql([]);
    const child = script('[1]');
    host.append(child);
    await tick();
    child.firstChild!.nodeValue = '[2]';
    await tick();
    child.textContent = '[3]';
    child.textContent = '[4]';
    await tick();
    child.append(' ');
    host.append('more');
    await tick();
    child.remove();
    await tick();
    expect(read).to.eql(['[1]', '[2]', '[4]', '[4] ', null]);
  });

  it('reads at once when it is asked to', async () => {
    const { host, read } = reader();
    await mount(host);
    host.append(script('[1]'));
    host.controllers.read();
    expect(read).to.eql(['[1]']);
    await tick();
    expect(read).to.eql(['[1]']);
  });

  it('lets go when the host leaves, and reads again when it comes back', async () => {
    const { host, read } = reader();
    host.append(script('[1]'));
    await mount(host);
    host.remove();
    host.querySelector('script')!.textContent = '[2]';
    await tick();
    expect(read).to.eql(['[1]']);
    document.body.append(host);
    expect(read).to.eql(['[1]', '[2]']);
  });

  it('waits for the end of a script that the parser is still in', async () => {
    const { host, read } = reader();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    try {
      const inside = frame.contentDocument!;
      inside.open();
      inside.write('<!doctype html><p>before</p>');
      inside.body.append(host);
      const child = script('{"ev');
      host.append(child);
      await tick();
      expect(inside.readyState).to.equal('loading');
      expect(read).to.eql([]);
      child.append('ents":[]}');
      await tick();
      expect(read).to.eql([]);
      inside.close();
      await until(() => read.length, 'it was read');
      expect(read).to.eql(['{"events":[]}']);
    } finally {
      frame.remove();
    }
  });

  it('reads every type of data, whatever its case and parameters', async () => {
    for (const type of [
      'text/csv; charset=utf-8',
      'Text/Calendar',
      'application/ld+json',
      'text/tab-separated-values',
    ]) {
      const { host, read, types } = reader();
      host.append(script('x', type));
      await mount(host);
      expect(read).to.eql(['x']);
      expect(types).to.eql([type.split(';')[0]!.toLowerCase()]);
    }
  });

  it('reads a script of another type where there is nothing else, and none that is run or a template', async () => {
    for (const type of ['text/plain', 'text/markwhen', 'text/x-data']) {
      const { host, read, types, settled } = reader();
      host.append(script('x', type));
      await mount(host);
      expect([read.splice(0), types]).to.eql([['x'], [type]]);
      host.append(list(['A', '2001']));
      await settled();
      if (type !== 'text/markwhen') expect(read).to.eql(['A 2001']);
    }
    for (const type of ['', 'module', 'text/javascript', 'importmap', 'text/html', 'text/x-template']) {
      const { host, read } = reader();
      host.append(script('{}', type));
      await mount(host);
      expect(read, type).to.eql([]);
    }
  });

  it('says of a list that it has no dates, and takes it back when it has', async () => {
    const { host, issues, read, settled } = reader();
    const events = list(['A', '2001']);
    const time = events.querySelector('time')!;
    time.replaceWith('2001');
    host.append(events);
    await mount(host);
    await settled();
    expect(issues.splice(0)).to.eql([
      'no dates in the list of the children; expected <time datetime="2025-08"> in its items',
    ]);
    events.firstElementChild!.append(time);
    await settled();
    expect([issues, read.at(-1)]).to.eql([[], '2001A 2001']);
  });

  it('reads plain HTML where there is no script, and keeps in step with it', async () => {
    const { host, read, settled } = reader();
    const events = list(['A', '2001']);
    host.append(events);
    const before = host.innerHTML;
    await mount(host);
    await settled();
    expect(read.splice(0)).to.eql(['A 2001']);
    expect(host.innerHTML).to.equal(before);
    const [item] = events.children;
    const steps: readonly [change: () => void, told?: string | null][] = [
      [() => events.append(...list(['B', '2002'], ['C', '2003']).children), 'A 2001,B 2002,C 2003'],
      [() => (item!.lastChild!.nodeValue = 'Z'), 'Z 2001,B 2002,C 2003'],
      [() => item!.querySelector('time')!.setAttribute('datetime', '1999'), 'Z 1999,B 2002,C 2003'],
      [() => item!.remove(), 'B 2002,C 2003'],
      [() => events.classList.add('styled')],
      [() => host.setAttribute('view', '2001/2002')],
      [() => host.prepend(script('[]')), '[]'],
      [() => host.querySelector('script')!.remove(), 'B 2002,C 2003'],
      [() => (events.slot = 'title'), null],
      [() => events.removeAttribute('slot'), 'B 2002,C 2003'],
      [() => events.remove(), null],
      [() => host.append('words', document.createElement('p'))],
    ];
    for (const [change, expected] of steps) {
      change();
      await settled();
      expect(read.splice(0), String(change)).to.eql(expected === undefined ? [] : [expected]);
    }
  });

  it('reads what changed while it was read, once', async () => {
    const { host, read, settled } = reader();
    const events = list(['A', '2001']);
    host.append(events);
    await mount(host);
    events.append(...list(['B', '2002']).children);
    await settled();
    expect(read).to.eql(['A 2001,B 2002']);
  });

  it('runs nothing that is in the children', async () => {
    const { host, read, settled } = reader();
    const [events, inner] = [list(['A', '2001']), document.createElement('script')];
    inner.type = 'text/plain';
    inner.textContent = 'globalThis.pwned = 1';
    events.firstElementChild!.append(inner);
    host.append(events);
    await mount(host);
    await settled();
    expect(read).to.eql(['A 2001']);
    expect('pwned' in globalThis).to.equal(false);
  });
});
