/** Why there is no data. */
export interface LoadFailure {
  /**
   * `url`: not an http(s) address · `network`: no answer, or one the page may not read · `http`: a status that is no
   * success · `timeout` · `size`: over the cap · `type`: a picture, an archive or a web page instead of data ·
   * `data`: what came could not be used.
   */
  readonly kind: 'url' | 'network' | 'http' | 'timeout' | 'size' | 'type' | 'data';
  readonly url: string;
  readonly status?: number;
  /** Of an answer of the wrong type: what it is. */
  readonly contentType?: string;
  readonly cause?: unknown;
}

/** A text that was loaded. */
export interface LoadedText {
  readonly text: string;
  /** Where it came from in the end, after redirections. */
  readonly url: string;
  /** Lower case, without parameters; empty where the answer had none. */
  readonly contentType: string;
}

export interface FetchTextOptions {
  /** Ends the request; it is also aborted from within. */
  readonly run: AbortController;
  /** Cap on the decoded bytes. */
  readonly maxBytes: number;
  /** In ms, for the whole of it. */
  readonly timeout: number;
  /** Asks the server even where a cached answer is fresh. */
  readonly reload: boolean;
}

const neverText = /^(?:image|audio|video|font)\/|\/(?:pdf|zip|gzip|wasm|x-tar)\b/;

/**
 * Returns the text at an http(s) address, as UTF-8, or why there is none; never rejects. No referrer is sent, and
 * cookies to the page's own origin alone. The decoded bytes are counted as they come: Content-Length says nothing
 * of what a compressed answer will be.
 */
export async function fetchText(
  url: string,
  { run, maxBytes, timeout, reload }: FetchTextOptions,
): Promise<LoadedText | LoadFailure> {
  const timer = setTimeout(() => run.abort('timeout'), timeout);
  /** Stops what still comes. */
  const refuse = (failure: Omit<LoadFailure, 'url'>): LoadFailure => {
    run.abort();
    return { ...failure, url };
  };
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: reload ? 'no-cache' : 'default',
      signal: run.signal,
    });
    if (!response.ok) return refuse({ kind: 'http', status: response.status });
    const contentType = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (neverText.test(contentType)) return refuse({ kind: 'type', contentType });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    let text = '';
    for (let bytes = 0; reader;) {
      const { done, value } = await reader.read();
      if (done) break;
      if ((bytes += value.length) > maxBytes) return refuse({ kind: 'size' });
      text += decoder.decode(value, { stream: true });
    }
    text += decoder.decode();
    // Servers send data as text/html often enough, and sign-in pages as anything.
    const page = contentType.includes('html') ? /^\s*</ : /^\s*<(?:!doctype html|html\b)/i;
    if (page.test(text)) return refuse({ kind: 'type', contentType: 'text/html' });
    return { text, url: response.url || url, contentType };
  } catch (cause) {
    return { kind: run.signal.reason === 'timeout' ? 'timeout' : 'network', url, cause };
  } finally {
    clearTimeout(timer);
  }
}
