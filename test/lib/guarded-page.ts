import { viewport } from './browser-commands.js';

/** A page of the repository in a frame, that notes whatever it says or does wrong. */
export interface GuardedPage {
  readonly frame: HTMLIFrameElement;
  readonly document: Document;
  readonly window: Window;
  /** Console messages, errors, failed requests and policy violations so far; a good page has none. */
  notes(): string[];
  /** Names of the Trusted Types policies that were made; none where the engine has no such types. */
  readonly policies: readonly string[];
  close(): void;
}

export interface GuardedPageOptions {
  readonly csp?: boolean;
  readonly frames?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Opens a page, such as `/demo/index.html`, in a frame of the given size; resolves when it has
 * loaded and all its timelines are ready. `csp` serves it under the policy the element promises
 * to run under, `frames` with pages of its own origin in frames. The page runs what `npm run build` made.
 */
export async function openPage(
  path: string,
  { csp = false, frames = false, width = 1000, height = 800 }: GuardedPageOptions = {},
): Promise<GuardedPage> {
  await viewport({ width: Math.max(width, 800), height: Math.max(height, 600) });
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0 auto auto 0; border: 0; width: ${width}px; height: ${height}px`;
  const url = new URL(path, location.origin);
  url.searchParams.set('guard', csp ? 'csp' : 'on');
  if (frames) url.searchParams.set('frames', '');
  frame.src = url.href;
  await new Promise((resolve, reject) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.addEventListener('error', reject, { once: true });
    document.body.append(frame);
  });
  const inner: (Window & { guardNotes?: string[]; guardPolicies?: string[] }) | null = frame.contentWindow;
  if (!inner?.guardNotes) throw new Error(`${path} is not a page with a <head>`);
  type Timeline = HTMLElement & { readonly ready: Promise<unknown> };
  for (const element of inner.document.querySelectorAll<Timeline>('timeline-view')) {
    await inner.customElements.whenDefined('timeline-view');
    await element.ready;
  }
  return {
    frame,
    document: inner.document,
    window: inner,
    notes: () => {
      const failed = (inner.performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
        entry => entry.responseStatus >= 400,
      );
      return [
        ...(inner.guardNotes ?? []),
        ...failed.map(entry => `failed: ${entry.responseStatus} ${entry.name}`),
      ];
    },
    policies: inner.guardPolicies ?? [],
    close: () => frame.remove(),
  };
}
