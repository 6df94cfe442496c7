/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A name under which this test keeps things at the server of test/lib/test-data.mjs. */
export const newKey = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');

/** Has the server answer `stored(key)` so from now on. */
export async function put(key: string, body: string, status = 200): Promise<void> {
  await fetch(`/test-data/put?key=${key}&status=${status}`, { method: 'POST', body });
}

/** Address of what was put under a key; `by` says how one may ask whether it is new. */
export const stored = (key: string, by: 'etag' | 'date' | '' = ''): string =>
  `/test-data/stored?key=${key}&by=${by}`;

/** Address of a document with one event of that id, which comes when it is released. */
export const held = (key: string, id = 'held'): string => `/test-data/held?key=${key}&id=${id}`;

/** Lets all go that is held back under a key. */
export async function release(key: string): Promise<void> {
  await fetch(`/test-data/release?of=${key}`);
}

/** The requests that named a key, in the order they came. */
export const seen = async (key: string): Promise<Seen[]> =>
  (await (await fetch(`/test-data/seen?of=${key}`)).json()) as Seen[];

/** An origin with the same answers that is not the page's. */
export const otherOrigin = async (): Promise<string> => (await fetch('/test-data/other-origin')).text();
