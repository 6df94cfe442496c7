// For a page with timelines in frames: keeps their state in this page's own address, so that one can link to it and the
// back button goes through it. Each frame's timeline has a prefix of its own and names this page's origin:
//   <timeline-view permalink="war" permalink-host="https://this-page.example" src="…"></timeline-view>
// README.md, "Links", describes the messages.
const TYPE = 'timeline-permalink';
const VERSION = 1;
const LONGEST = 1000;

/** Serves the frames of these origins; returns a function that ends it. */
export function keepTimelines(origins) {
  /** Frames that have said hello: prefix → whom to answer. */
  const known = new Map();
  const restore = (prefix, { source, origin }) => {
    const message = {
      type: TYPE,
      version: VERSION,
      action: 'restore',
      prefix,
      state: read(prefix),
      href: location.href,
    };
    source.postMessage(message, origin);
  };

  const receive = ({ source, origin, data }) => {
    if (!origins.includes(origin) || data?.type !== TYPE || data.version !== VERSION) return;
    const { action, prefix, state, push } = data;
    const isFrame = [...document.querySelectorAll('iframe')].some(frame => frame.contentWindow === source);
    if (!isFrame || typeof prefix !== 'string' || !/^[\w-]+$/.test(prefix)) return;
    // A prefix belongs to the frame that came first, wherever that has gone since.
    const owner = known.get(prefix);
    if (owner && owner.source !== source) return;
    known.set(prefix, { source, origin });
    if (action === 'hello') restore(prefix, { source, origin });
    else if (action === 'keep' && isState(state)) write(prefix, state, push === true);
  };
  const goBack = () => known.forEach((frame, prefix) => restore(prefix, frame));

  addEventListener('message', receive);
  addEventListener('popstate', goBack);
  return () => {
    removeEventListener('message', receive);
    removeEventListener('popstate', goBack);
  };
}

const isState = state =>
  typeof state === 'object' &&
  state !== null &&
  Object.entries(state).every(
    ([key, text]) => /^[a-z]+$/.test(key) && typeof text === 'string' && text.length <= LONGEST,
  );

/** The parts of the fragment, ours and others'. */
const parts = () => location.hash.slice(1).split('&').filter(Boolean);

function read(prefix) {
  const state = {};
  for (const part of parts()) {
    const [, key, text] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (!key?.startsWith(`${prefix}.`)) continue;
    try {
      state[key.slice(prefix.length + 1)] = decodeURIComponent(text);
    } catch {
      // Not written by us: it says nothing.
    }
  }
  return state;
}

function write(prefix, state, push) {
  const others = parts().filter(part => !part.startsWith(`${prefix}.`));
  const own = Object.entries(state).map(([key, text]) => `${prefix}.${key}=${encodeURIComponent(text)}`);
  const [page] = location.href.split('#');
  const fragment = [...others, ...own].join('&');
  try {
    history[push ? 'pushState' : 'replaceState'](history.state, '', fragment ? `${page}#${fragment}` : page);
  } catch {
    // WebKit lets a page change its address 100 times in 30 s.
  }
}
