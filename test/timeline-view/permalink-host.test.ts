import { expect } from '@open-wc/testing';
// @ts-expect-error an example of plain JavaScript
import { keepTimelines } from '../../demo/permalink-host.js';
import { frames, sleep, until } from './mounted.js';

interface Message {
  readonly action: string;
  readonly prefix: string;
  readonly state?: Readonly<Record<string, string>>;
  readonly push?: boolean;
}

/** The same server by another name is another origin. */
const OTHER = location.origin.replace('127.0.0.1', 'localhost');
const keep = keepTimelines as (origins: readonly string[]) => () => void;

describe('a page around that keeps the state', () => {
  let frame: HTMLIFrameElement;
  const heard: Message[] = [];
  const hear = ({ data }: MessageEvent<Message & { type?: string }>): void => {
    if (data?.type === 'timeline-permalink') heard.push(data);
  };
  const before = location.href;
  let end = (): void => undefined;

  beforeEach(() => {
    heard.length = 0;
    frame = document.createElement('iframe');
    frame.style.cssText = 'width: 700px; height: 560px';
    addEventListener('message', hear);
  });
  afterEach(() => {
    end();
    frame.remove();
    removeEventListener('message', hear);
    history.replaceState(history.state, '', before);
  });
  const open = async (origin: string, host = location.origin, fragment = ''): Promise<void> => {
    const query = new URLSearchParams({ prefix: 'f', 'permalink-host': host });
    frame.src = `${origin}/test/timeline-view/linked.html?${String(query)}${fragment}`;
    document.body.append(frame);
    await new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
  };
  const post = (message: object): void =>
    frame.contentWindow!.postMessage(
      { type: 'timeline-permalink', version: 1, prefix: 'f', ...message },
      '*',
    );
  const inner = () => frame.contentDocument!.querySelector('timeline-view')!;
  const press = async (id: string): Promise<void> => {
    inner().shadowRoot!.querySelector<HTMLElement>(`[part~="mark"][data-id="${id}"]`)!.click();
    await inner().updateComplete;
    await frames(3);
  };

  it('is asked, answers with what its address says, and keeps what the reader selects', async () => {
    history.replaceState(history.state, '', '#section&f.sel=a');
    end = keep([location.origin]);
    await open(location.origin);
    await until(() => inner()?.selected === 'a', 'the selection of the address around');
    await inner().ready;
    let made = 0;
    const { pushState } = history;
    history.pushState = (...entry) => {
      made++;
      pushState.apply(history, entry);
    };
    await press('b');
    await until(() => location.hash.includes('f.sel=b'), 'the address around');
    expect(location.hash).to.equal('#section&f.sel=b');
    history.pushState = pushState;
    expect(made).to.equal(1);
    expect(frame.contentWindow!.location.hash).to.equal('');
    history.back();
    await until(() => inner().selected === 'a', 'going back');
    expect(location.hash).to.equal('#section&f.sel=a');
  });

  it('is asked across origins, too', async () => {
    const origins: string[] = [];
    const note = ({ origin, data }: MessageEvent<Message>): void => {
      if (data?.action === 'hello') origins.push(origin);
    };
    addEventListener('message', note);
    await open(OTHER);
    await until(() => heard.length > 0, 'a hello');
    removeEventListener('message', note);
    expect([heard[0]!.prefix, origins[0]]).to.eql(['f', OTHER]);
  });

  it('is told nothing, and changes nothing, where it is not of the origins', async () => {
    end = keep([location.origin]);
    await open(location.origin, 'https://elsewhere.example');
    await until(() => inner()?.shadowRoot?.querySelector('[part~="mark"]'));
    post({ action: 'restore', state: { sel: 'a' } });
    await press('b');
    await sleep(400);
    expect(heard).to.eql([]);
    expect(inner().selected).to.equal('b');
    expect(frame.contentWindow!.location.hash).to.equal('#f.sel=b');
    expect(location.href).to.equal(before);
  });

  it('is not followed where it says what is none of the protocol', async () => {
    await open(location.origin);
    await until(() => inner()?.shadowRoot?.querySelector('[part~="mark"]'));
    for (const message of [
      { action: 'restore', state: 'sel' },
      { action: 'restore', state: null },
      { action: 'restore', state: { sel: 'a' }, version: 2 },
      { action: 'restore', state: { sel: 'a' }, prefix: 'g' },
      { action: 'restore', state: { sel: 'a' }, type: 'other' },
      { action: 'open', state: { sel: 'a' } },
    ])
      post(message);
    await sleep(300);
    expect(inner().selected).to.equal(null);
    post({ action: 'restore', state: { sel: 7, view: 'nonsense' } });
    await until(() => inner().issues.length === 1, 'an issue');
    expect(inner().issues[0]!.path).to.equal('#f.view');
  });
});
