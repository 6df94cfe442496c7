import type { Scrolled } from './reading-zone.js';

/** What scrolls an element vertically: the nearest around it that does, through slots and shadow roots, else the page. */
export function scrollerOf(element: Element): Element {
  const page = element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
  for (let at: Element | null = element; at && at !== page; at = parentOf(at))
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  return page;
}

/** What an element is laid out in. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  // Of a shadow root, whichever document's.
  return element.parentElement ?? (element.parentNode as Partial<ShadowRoot> | null)?.host ?? null;
}

/** From where to where, in the page's window, a scroller shows what it holds. */
export function windowOf(scroller: Element): { top: number; bottom: number } {
  const { defaultView, scrollingElement } = scroller.ownerDocument;
  const bottom = defaultView?.innerHeight ?? 0;
  if (scroller === scrollingElement) return { top: 0, bottom };
  const box = scroller.getBoundingClientRect();
  return { top: Math.max(0, box.top), bottom: Math.min(bottom, box.bottom) };
}

/** What a scroller shows of its text where nothing of the page covers it, as its `scroll-padding` says, and how far that goes on. */
export function scrolledOf(scroller: Element): Scrolled {
  const { top, bottom } = windowOf(scroller);
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  const px = (length: string): number =>
    (parseFloat(length) || 0) * (length.endsWith('%') ? clientHeight / 100 : 1);
  return {
    top: top + px(scrollPaddingTop),
    bottom: bottom - px(scrollPaddingBottom),
    before: Math.max(0, scrollTop),
    after: Math.max(0, scrollHeight - clientHeight - scrollTop),
  };
}

/** Scrolls by the least that shows the text of a mark in a column, its title at any rate. */
export function keepInColumn(mark: Element): void {
  mark.closest('.paragraph')?.scrollIntoView({ block: 'nearest' });
  mark.scrollIntoView({ block: 'nearest' });
}
