import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { keys } from '../lib/browser-commands.js';
import { centre, find, focused, markOf, mount, settled, sleep, textOf, until } from './mounted.js';

const events = [
  { id: 'a', date: '2025-03-05', title: 'Alpha', status: 'reported' as const },
  { id: 'b', date: '2025-06-05', title: 'Beta' },
];

describe('a peek', () => {
  const point = (position: [number, number]) => sendMouse({ type: 'move', position });

  it('comes with a pointer that rests, stays while it is in it, and goes when it leaves', async () => {
    const element = await mount({ events });
    const { node } = markOf(element, 'a')!;
    await point(centre(node));
    await until(() => find(element, '.peek'));
    await settled(element);
    const peek = find(element, '.peek')!;
    expect(textOf(peek)).to.include('Alpha').and.to.include('reported');
    const [mark, box] = [node.querySelector('.figure') ?? node, peek].map(each =>
      each.getBoundingClientRect(),
    );
    expect(box!.bottom <= mark!.top + 1 || box!.top >= mark!.bottom - 1, 'covers no mark').to.equal(true);
    // On the way it may be between the two for a moment.
    await point(centre(peek));
    await sleep(500);
    expect(find(element, '.peek')).to.equal(peek);
    await point([5, 5]);
    await until(() => !find(element, '.peek'));
  });

  it('is hidden by Escape, which leaves the focus where it is', async () => {
    const element = await mount({ events });
    find(element, '[data-action="list"]')!.focus();
    markOf(element, 'b')!.node.focus();
    await keys('ArrowLeft');
    await until(() => find(element, '.peek'));
    await keys('Escape');
    await settled(element);
    expect(find(element, '.peek')).to.equal(null);
    expect(focused()!.dataset.id).to.equal('a');
  });
});

describe('the hint of how to zoom', () => {
  it('comes with a plain wheel, goes as the reader zooms with Ctrl, and does not come back', async () => {
    const element = await mount({ events, layout: 'horizontal' });
    const stage = find(element, '.stage')!;
    const [clientX, clientY] = centre(stage);
    const turn = async (ctrlKey: boolean): Promise<void> => {
      const at = { bubbles: true, cancelable: true, composed: true, clientX, clientY };
      stage.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: ctrlKey ? -40 : 40, ctrlKey }));
      await settled(element);
    };
    expect(find(element, '.hint')).to.equal(null);
    await turn(false);
    expect(textOf(find(element, '.hint'))).to.not.equal('');
    const { start, end } = element.view;
    await turn(true);
    expect(element.view.end - element.view.start).to.be.below(end - start);
    expect(find(element, '.hint')).to.equal(null);
    await sleep(200);
    await turn(false);
    expect(find(element, '.hint')).to.equal(null);
  });
});
