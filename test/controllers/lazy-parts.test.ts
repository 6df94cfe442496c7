import { expect } from '@open-wc/testing';
import { LazyPart } from '../../src/controllers/lazy-part.js';
import { LazyParts } from '../../src/controllers/lazy-parts.js';
import { frames, makeHost, mount, wait } from './host.js';

/** A part that comes, or fails to, when it is told to; `asked` counts how often it was fetched. */
function given() {
  let come!: (value: object) => void;
  let fail!: (cause: Error) => void;
  const told = {
    asked: 0,
    come: (value: object) => come(value),
    fail: (cause: Error) => fail(cause),
  };
  const part = new LazyPart(() => {
    told.asked++;
    return new Promise<object>((resolve, reject) => {
      [come, fail] = [resolve, reject];
    });
  });
  return { part, told };
}

/** A host that may need a part. */
async function needing(part: LazyPart<object>, isNeeded: () => boolean) {
  const log: string[] = [];
  let renders = 0;
  const host = makeHost({
    render: () => (renders++, undefined as never),
    controllers: host =>
      new LazyParts(host, {
        needs: { panel: { part, isNeeded } },
        arrived: (name, value) => log.push(`arrived ${name} ${JSON.stringify(value)}`),
        failed: (name, cause) => log.push(`failed ${name}: ${String(cause)}`),
      }),
  });
  await mount(host);
  return { host, log, parts: host.controllers, renders: () => renders };
}

describe('LazyPart', () => {
  it('is fetched once for all who ask', async () => {
    const { part, told } = given();
    const both = Promise.all([part.load(), part.load()]);
    expect(part.value).to.equal(null);
    told.come({ a: 1 });
    await both;
    expect(part.value).to.eql({ a: 1 });
    expect(told.asked).to.equal(1);
  });

  it('is fetched again where it could not be had', async () => {
    const { part, told } = given();
    const first = part.load().catch(String);
    told.fail(new Error('off line'));
    expect(await first).to.equal('Error: off line');
    const second = part.load();
    told.come({ a: 1 });
    await second;
    expect(part.value).to.eql({ a: 1 });
  });
});

describe('LazyParts', () => {
  it('has nothing to wait for where nothing is needed', async () => {
    const { part, told } = given();
    const { parts } = await needing(part, () => false);
    expect(parts.begin()).to.equal(null);
    expect(told.asked).to.equal(0);
  });

  it('waits for what is needed, and tells once that it is there', async () => {
    const { part, told } = given();
    let needed = false;
    const { host, parts, log } = await needing(part, () => needed);
    needed = true;
    const begun = parts.begin();
    told.come({ a: 1 });
    await begun;
    expect(parts.begin()).to.equal(null);
    for (let i = 0; i < 2; i++) {
      host.requestUpdate();
      await host.updateComplete;
    }
    expect(log).to.eql(['arrived panel {"a":1}']);
  });

  it('says what could not be had, and asks for it again after it was of no use', async () => {
    const { part, told } = given();
    let needed = false;
    const { host, parts, log, renders } = await needing(part, () => needed);
    needed = true;
    const begun = parts.begin();
    const before = renders();
    told.fail(new Error('off line'));
    await begun;
    await host.updateComplete;
    expect(log).to.eql(['failed panel: Error: off line']);
    expect(renders(), 'is rendered without').to.equal(before + 1);
    expect(parts.hasFailed('panel')).to.equal(true);
    expect(parts.begin()).to.equal(null);
    needed = false;
    host.requestUpdate();
    await host.updateComplete;
    needed = true;
    expect(parts.begin()).not.to.equal(null);
    expect(told.asked).to.equal(2);
  });

  it('asks again for what could not be had while something else took its time', async () => {
    const [slow, gone] = [given(), given()];
    let needed = false;
    const host = makeHost({
      controllers: host =>
        new LazyParts(host, {
          needs: {
            slow: { part: slow.part, isNeeded: () => needed },
            gone: { part: gone.part, isNeeded: () => needed },
          },
          arrived: () => undefined,
          failed: () => undefined,
        }),
    });
    // As the element does it: a render waits for what it needs.
    const scheduleUpdate = async (): Promise<void> => {
      await host.controllers.begin();
      host['performUpdate']();
    };
    Object.assign(host, { scheduleUpdate });
    await mount(host);
    const render = async (isNeeded: boolean): Promise<void> => {
      needed = isNeeded;
      host.requestUpdate();
      await wait(0);
    };
    await render(true);
    gone.told.fail(new Error('off line'));
    await host.updateComplete;
    expect(gone.told.asked).to.equal(1);
    await render(false);
    await render(true);
    expect(gone.told.asked).to.equal(2);
  });

  it('goes on without what takes its time, and renders it when it comes', async () => {
    const { part, told } = given();
    let needed = false;
    const { host, parts, log, renders } = await needing(part, () => needed);
    needed = true;
    const since = performance.now();
    await parts.begin();
    expect(performance.now() - since).to.be.within(900, 3000);
    host.requestUpdate();
    await host.updateComplete;
    const before = renders();
    await frames(3);
    expect(renders(), 'does not render again and again').to.equal(before);
    expect(parts.begin()).to.equal(null);
    told.come({ a: 1 });
    await wait(0);
    await host.updateComplete;
    expect(log).to.eql(['arrived panel {"a":1}']);
    expect(renders()).to.equal(before + 1);
  });
});
