import { expect } from '@open-wc/testing';
import { ScrollStory } from '../../src/controllers/scroll-story.js';
import { frames, makeHost, mount, until, wait } from './host.js';

/** A text of one section at the top of the page, and one far below. */
function article(): void {
  const text = document.createElement('article');
  text.style.cssText = 'position: absolute; top: 0; width: 100px';
  for (const id of ['a', 'b']) {
    const section = document.createElement('section');
    section.setAttribute('data-timeline-event', id);
    section.style.height = '2000px';
    text.append(section);
  }
  document.body.append(text);
}
afterEach(() => {
  document.querySelector('article')?.remove();
  scrollTo(0, 0);
});

/** A host that is told by what the reader scrolls; it may be asked for something else, and its view may move. */
async function following() {
  article();
  const state = { asked: 'article', moving: false, reached: [] as (string | null)[], looks: 0 };
  const host = makeHost({
    controllers: host =>
      new ScrollStory(host, {
        asked: () => state.asked,
        layout: () => 'horizontal',
        asksForPicture: () => true,
        moving: () => state.moving,
        isKnown: () => Boolean(++state.looks),
        isShown: () => true,
        isTold: () => true,
        open: () => null,
        reached: id => state.reached.push(id),
        failed: () => undefined,
        lost: cause => expect.fail(String(cause)),
      }),
  });
  await mount(host);
  return { host, state };
}
const loaded = async (state: { readonly reached: readonly unknown[] }) => {
  await until(() => state.reached.length > 0, 'it follows');
  await wait(50);
  await frames(3);
};
/** Scrolls to the other section and back. */
const scroll = async () => {
  for (const y of [2000, 0]) {
    scrollTo(0, y);
    await frames(3);
  }
};

describe('ScrollStory', () => {
  it('ends with its host, be it moved in the page while what follows is loaded', async () => {
    const { host, state } = await following();
    host.remove();
    document.body.append(host);
    await loaded(state);
    expect(state.reached).to.eql(['a']);
    await scroll();
    expect(state.reached, 'told once').to.eql(['a', 'b', 'a']);
    host.remove();
    await scroll();
    expect(state.reached).to.have.length(3);
  });

  it('ends with what is asked for, be it something else for a moment while what follows is loaded', async () => {
    const { host, state } = await following();
    for (const asked of ['nav', 'article']) {
      state.asked = asked;
      host.requestUpdate();
      await host.updateComplete;
    }
    await loaded(state);
    expect(state.reached).to.eql(['a']);
    host.remove();
    await scroll();
    expect(state.reached).to.eql(['a']);
  });

  it('looks at the page only where the view is at rest', async () => {
    const { host, state } = await following();
    await until(() => state.reached.length > 0, 'it follows');
    const looks = async (): Promise<number> => {
      const before = state.looks;
      host.requestUpdate();
      await host.updateComplete;
      await wait(0);
      return state.looks - before;
    };
    state.moving = true;
    expect(await looks()).to.equal(0);
    state.moving = false;
    expect(await looks()).to.be.greaterThan(0);
  });
});
