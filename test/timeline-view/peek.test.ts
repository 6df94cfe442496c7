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

  it('waits while the view moves: what comes under the pointer then is not pointed at', async () => {
    const element = await mount({ events });
    const { node } = markOf(element, 'a')!;
    const [clientX, clientY] = centre(node);
    const turn = () =>
      node.dispatchEvent(
        new WheelEvent('wheel', {
          clientX,
          clientY,
          deltaY: -1,
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    let isResting = true;
    const cameAtRest: boolean[] = [];
    element.addEventListener('timeline-view-change', ({ detail }) => (isResting = detail.settled));
    const observer = new MutationObserver(() => {
      if (cameAtRest.length === 0 && find(element, '.peek')) cameAtRest.push(isResting);
    });
    observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    turn();
    await until(() => !isResting);
    node.dispatchEvent(new PointerEvent('pointerover', { clientX, pointerType: 'mouse', bubbles: true }));
    // A wheel that goes on keeps the view from resting.
    for (let i = 0; i < 10; i++) {
      await sleep(30);
      turn();
    }
    await until(() => cameAtRest.length > 0);
    observer.disconnect();
    expect(cameAtRest).to.deep.equal([true]);
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

  it('stays off the toolbar, also over the first of all rows', async () => {
    const element = await mount({ events });
    markOf(element, 'b')!.node.focus();
    await keys('ArrowLeft');
    await until(() => find(element, '.peek')?.style.transform);
    const { top } = find(element, '.peek')!.getBoundingClientRect();
    expect(top).to.be.at.least(find(element, '.picture')!.getBoundingClientRect().top - 1);
  });

  it('is never seen away from its mark while the view moves, and is back at rest', async () => {
    const element = await mount({ events });
    markOf(element, 'b')!.node.focus();
    await keys('ArrowLeft');
    await until(() => find(element, '.peek')?.style.transform);
    const before = element.view.start;
    const away: string[] = [];
    const look = (): void => {
      const [peek, mark] = [find(element, '.peek'), focused()];
      if (!peek || !mark || getComputedStyle(peek).visibility === 'hidden') return;
      const [box, own] = [peek, mark].map(node => node.getBoundingClientRect());
      if (box!.right < own!.left || box!.left > own!.right) away.push(`${box!.left} ${own!.left}`);
    };
    let frame = requestAnimationFrame(function next() {
      look();
      frame = requestAnimationFrame(next);
    });
    await keys('+', '+', '+');
    await until(() => element.view.start !== before);
    await settled(element);
    await until(() => find(element, '.peek')?.style.transform);
    look();
    cancelAnimationFrame(frame);
    expect(away).to.eql([]);
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
