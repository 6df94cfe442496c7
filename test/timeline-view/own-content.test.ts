import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { find, markOf, mount, parts, settled, textOf, until } from './mounted.js';

const events = [
  { id: 'a', date: '2025-03-05', title: 'Alpha', summary: 'The first.', lane: ['one', 'two'] },
  { id: 'b', date: '2025-06-05', title: 'Beta', summary: 'The second.' },
];
const bold = (text: string): HTMLElement => {
  const node = document.createElement('b');
  node.textContent = text;
  return node;
};

describe('renderEvent(event, where)', () => {
  it('makes labels, details and list of its own, in boxes that stay as they are', async () => {
    const plain = await mount({ events });
    const boxes = (element: typeof plain) =>
      parts(element, 'label').map(label => {
        const { width, height } = label.getBoundingClientRect();
        return [width, height];
      });
    const element = await mount({
      events,
      selected: 'a',
      renderEvent: (event, where) =>
        where === 'label'
          ? bold(`${event.title}, at much more length than there is room`)
          : html`<em>${where}</em>`,
    });
    expect(boxes(element).length).to.equal(3);
    expect(boxes(element)).to.eql(boxes(plain));
    for (const label of parts(element, 'label')) {
      expect(label.querySelector('b')).to.not.equal(null);
      expect(getComputedStyle(label).overflow).to.equal('hidden');
    }
    expect(markOf(element, 'a')!.node.ariaLabel, 'the name stays').to.match(/^Alpha/);
    expect(textOf(find(element, '.details em'))).to.equal('details');
    expect(textOf(find(element, '.details')))
      .to.include('Alpha')
      .and.not.to.include('The first.');
    element.layout = 'list';
    await settled(element);
    expect(parts(element, 'list-item').map(item => textOf(item.querySelector('em')))).to.eql([
      'list',
      'list',
    ]);
    element.layout = 'vertical';
    await settled(element);
    expect(textOf(find(element, '.entry-title b'))).to.match(/^Alpha, at much/);
    expect(textOf(find(element, '.details em'))).to.equal('details');
    element.renderEvent = null;
    await settled(element);
    expect(find(element, 'b, em')).to.equal(null);
  });

  it('leaves what is built in where it makes nothing, throws, or makes what is none: one issue', async () => {
    const element = await mount({ events, selected: 'a', renderEvent: () => null });
    const [details] = parts(element, 'details');
    expect(textOf(details)).to.include('The first.');
    expect(element.issues).to.eql([]);
    element.renderEvent = () => {
      throw new Error('out of order');
    };
    await settled(element);
    expect(textOf(details)).to.include('The first.');
    expect(textOf(markOf(element, 'b')!.node)).to.include('Beta');
    const [issue, ...others] = element.issues;
    expect(others).to.eql([]);
    expect([issue!.code, issue!.path]).to.eql(['render-failed', 'renderEvent']);
    expect(issue!.message).to.include('out of order');
    // It is its author's concern, not the reader's.
    expect(find(element, '[part~="issues"]')).to.equal(null);
    element.renderEvent = (() => '<img src=x>') as never;
    await settled(element);
    expect(element.issues.map(({ message }) => message).join()).to.include('string returned');
    expect(find(element, 'img')).to.equal(null);
    element.renderEvent = null;
    await settled(element);
    expect(element.issues).to.eql([]);
  });

  it('shows what was in a fragment as often as it is asked for', async () => {
    const template = document.createElement('template');
    template.content.append(bold('Made'), bold(' twice'));
    const element = await mount({
      events,
      renderEvent: () => template.content.cloneNode(true),
    });
    const isWhole = () => parts(element, 'label').every(label => textOf(label).includes('Made twice'));
    expect(isWhole()).to.equal(true);
    for (const selected of ['a', null, 'b', 'a', null]) {
      element.selected = selected;
      await settled(element);
      if (selected) expect(textOf(find(element, '.details')), selected).to.include('Made twice');
      expect(isWhole()).to.equal(true);
    }
    for (const view of ['1990/1991', '2025-03/2025-07']) {
      await element.show(view, { animate: false });
      await settled(element);
    }
    expect(parts(element, 'label').length).to.be.greaterThan(0);
    expect(isWhole()).to.equal(true);
  });

  it('gives way to a slot of the author', async () => {
    const own = bold('By hand');
    own.slot = 'event:a';
    const element = await mount(
      { events, selected: 'a', renderEvent: (_, where) => (where === 'details' ? bold('Made') : null) },
      { children: [own] },
    );
    const slot = find<HTMLSlotElement>(element, '.details slot')!;
    expect(slot.assignedElements()).to.eql([own]);
  });
});

describe('slots', () => {
  const own = (name: string): HTMLElement => {
    const node = bold(`Own ${name}`);
    node.slot = name;
    return node;
  };

  for (const layout of ['horizontal', 'vertical', 'list'] as const) {
    it(`of heading and details are filled: ${layout}`, async () => {
      const [title, details] = [own('title'), own('event:a')];
      const element = await mount({ events, layout, selected: 'a' }, { children: [title, details] });
      expect(title.assignedSlot!.closest('[part~="header"]')).to.not.equal(null);
      expect(details.assignedSlot!.closest('[part~="details"], [part~="list-item"]')).to.not.equal(null);
      for (const node of [title, details]) expect(node.getBoundingClientRect().height).to.be.greaterThan(5);
      expect(textOf(find(element, '.root'))).to.include('Beta');
    });

    it(`of details stand as long as there is something to fill them: ${layout}`, async () => {
      const element = await mount({ events, layout, selected: 'a' });
      const slots = () => [...element.shadowRoot!.querySelectorAll<HTMLSlotElement>('slot[name^="event:"]')];
      expect(slots()).to.eql([]);
      const details = bold('Own details');
      element.append(details);
      details.slot = 'event:a';
      await until(() => slots().length, 'the slot');
      expect(slots().map(slot => slot.assignedElements())).to.eql([[details]]);
      details.remove();
      await until(() => !slots().length, 'no slot');
      expect(textOf(find(element, '.root'))).to.include('Beta');
    });

    it(`of what is empty or has failed are filled: ${layout}`, async () => {
      const [empty, error] = [own('empty'), own('error')];
      const element = await mount({ events: [], layout }, { children: [empty, error] });
      expect([empty, error].map(({ assignedSlot }) => assignedSlot !== null)).to.eql([true, false]);
      element.events = null;
      element.src = '/test-data/404';
      await settled(element);
      expect([empty, error].map(({ assignedSlot }) => assignedSlot !== null)).to.eql([false, true]);
    });
  }
});
