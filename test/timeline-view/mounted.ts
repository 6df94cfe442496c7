import { fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { Filter } from '../../src/index/filter.js';
import type { TimelineView } from '../../src/timeline-view.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';

/** Where the story lies, for the loader and for reading. */
export const STORY_URL = '/data/us-mexico-2025.json';
/** The view that the acceptance of the story speaks of. */
export const AUTUMN = '2025-08-01/2025-11-30';

/** A day's beginning on the wall clock, `at(2025, 8, 1)`, as the element counts it. */
export const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

/** Resolves after so many animation frames. */
export async function frames(count = 2): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(resolve => requestAnimationFrame(resolve));
}

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Resolves once `so` holds, looked at in every frame; fails after 30 s: a machine may be busy. */
export async function until(so: () => unknown, what = String(so)): Promise<void> {
  for (const end = performance.now() + 30_000; !so();) {
    if (performance.now() > end) throw new Error(`in vain: ${what}`);
    await frames(1);
  }
}

type Settings = Partial<
  Pick<
    TimelineView,
    | 'src'
    | 'data'
    | 'events'
    | 'label'
    | 'description'
    | 'headingLevel'
    | 'limits'
    | 'layout'
    | 'scale'
    | 'zero'
    | 'selected'
    | 'controls'
    | 'query'
    | 'filter'
    | 'laneBy'
    | 'colorBy'
    | 'facets'
    | 'wheel'
    | 'strings'
    | 'timeZone'
    | 'calendar'
    | 'weekNumbers'
    | 'media'
    | 'renderEvent'
    | 'editable'
  >
>;

export interface MountOptions {
  readonly width?: number;
  /** Family of the page's font. */
  readonly font?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  /** Before and after the element stands a button, so that Tab comes from somewhere. */
  readonly neighbours?: boolean;
}

/**
 * A timeline in the page, ready, in a box of the given width at the page's corner; gone after the test. However narrow, it is
 * the horizontal one unless the settings say otherwise.
 */
export async function mount(
  settings: Settings = {},
  { width = 780, font = 'sans-serif', attributes = {}, children = [], neighbours = false }: MountOptions = {},
): Promise<TimelineView> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = `width: ${width}px; font: 16px/1.4 ${font}`;
  const element = document.createElement('timeline-view');
  Object.assign(element, width < 480 ? { layout: 'horizontal' } : {}, settings);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  if (neighbours) box.append(button('before'), element, button('after'));
  else box.append(element);
  await settled(element);
  return element;
}

function button(id: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.id = id;
  made.textContent = id;
  return made;
}

/** Resolves when the element is ready and has seen its size. */
export async function settled(element: TimelineView): Promise<void> {
  await element.ready;
  // An observer tells of a size in one frame, and it is taken up in the next.
  await frames(2);
  await sleep(0);
  await element.ready;
}

/** Resolves when no mark is on its way any more. */
export async function atRest(element: TimelineView): Promise<void> {
  await settled(element);
  const isAtRest = () =>
    parts(element, 'canvas').length === 0 || misplaced(element, element.view).length === 0;
  if (isAtRest()) return;
  await until(isAtRest, 'the view to come to rest');
  await settled(element);
}

/** Everything in the element that is part of `name`. */
export const parts = <T extends HTMLElement = HTMLElement>(element: TimelineView, name: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(`[part~="${name}"]`),
];

export const find = <T extends HTMLElement = HTMLElement>(
  element: TimelineView,
  selector: string,
): T | null => element.shadowRoot!.querySelector<T>(selector);

/** One text per run of white space. */
export const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A mark or a cluster as the page shows it; px from the start and the top of the canvas. */
export interface Shown {
  readonly key: string;
  readonly node: HTMLElement;
  readonly id: string;
  readonly lane: string;
  /** Infinite where there is no attribute. */
  readonly start: number;
  readonly end: number;
  /** 1 for a mark. */
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The canvas' content box. */
export function canvasBox(element: TimelineView): DOMRect {
  const [canvas] = parts(element, 'canvas');
  const { x, y, width, height } = canvas!.getBoundingClientRect();
  return new DOMRect(
    x + canvas!.clientLeft,
    y + canvas!.clientTop,
    Math.min(width, canvas!.clientWidth),
    height,
  );
}

function shown(element: TimelineView, part: 'mark' | 'cluster'): Shown[] {
  const canvas = canvasBox(element);
  const rtl = find(element, '.root')!.dir === 'rtl';
  return parts(element, part).map(node => {
    const { id = '', lane = '', start, end, count, key } = node.dataset;
    const box = node.getBoundingClientRect();
    return {
      key: key ?? `${id}@${lane}`,
      node,
      id,
      lane,
      start: start === undefined ? -Infinity : Number(start),
      end: end === undefined ? Infinity : Number(end),
      count: count === undefined ? 1 : Number(count),
      left: rtl ? canvas.right - box.right : box.left - canvas.left,
      right: rtl ? canvas.right - box.left : box.right - canvas.left,
      top: box.top - canvas.top,
      bottom: box.bottom - canvas.top,
    };
  });
}

export const marksOf = (element: TimelineView): Shown[] => shown(element, 'mark');
export const clustersOf = (element: TimelineView): Shown[] => shown(element, 'cluster');
export const markOf = (element: TimelineView, id: string): Shown | undefined =>
  marksOf(element).find(mark => mark.id === id);

/** Whether a stretch, a moment included, shares time with another. */
export const overlaps = (a: TimeSpan, view: TimeSpan): boolean =>
  a.start < view.end && (a.end > view.start || (a.start === a.end && a.start === view.start));

/** Where, from the canvas' start, a moment stands in a view. */
export const xOf = (moment: number, view: TimeSpan, width: number): number =>
  ((moment - view.start) / (view.end - view.start)) * width;

/**
 * What is wrong with the boxes of all marks in a view, by the contract: the stretch where that is 24 px
 * or wider, else 24 px about its middle, both as far as the canvas shows them, within 1 px.
 */
export function misplaced(element: TimelineView, view: TimeSpan, marks = marksOf(element)): string[] {
  const { width } = canvasBox(element);
  const wrong: string[] = [];
  for (const { key, start, end, left, right } of marks) {
    let [from, to] = [xOf(start, view, width), xOf(end, view, width)];
    if (to - from < 24) [from, to] = [(from + to) / 2 - 12, (from + to) / 2 + 12];
    const seen = (x: number): number => Math.max(-1, Math.min(width + 1, x));
    if (Math.abs(seen(from) - seen(left)) > 1 || Math.abs(seen(to) - seen(right)) > 1)
      wrong.push(`${key}: ${left} to ${right} in the place of ${from} to ${to}`);
  }
  return wrong;
}

/** An event that came out of an element. */
export interface Sent {
  readonly type: string;
  readonly event: CustomEvent;
  /** All that any detail may hold. */
  readonly detail: Readonly<
    Record<'start' | 'end' | 'count' | 'status', number> &
      Record<'kind' | 'url' | 'layout' | 'by' | 'query', string> & {
        settled: boolean;
        filter: Filter;
      }
  >;
}

const SENT = [
  'load',
  'error',
  'select',
  'view-change',
  'layout-change',
  'lane-toggle',
  'filter-change',
  'edit',
] as const;

/** Notes every event that comes out of an element, here at the document. */
export function listen(element: TimelineView): Sent[] {
  const seen: Sent[] = [];
  for (const name of SENT)
    document.addEventListener(`timeline-${name}`, event => {
      const { detail } = event as CustomEvent<Sent['detail']>;
      if (event.target === element) seen.push({ type: name, detail, event: event as CustomEvent });
    });
  return seen;
}

/** The element that has the focus, within shadow roots. */
export function focused(): HTMLElement | null {
  let node = document.activeElement as HTMLElement | null;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement as HTMLElement;
  return node;
}

/** Elements, attributes and texts of a tree, without what Lit keeps there. */
export function serialized(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
  const inner = [...node.childNodes].map(serialized).join('');
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.COMMENT_NODE ? '' : inner;
  const { localName, attributes } = node as Element;
  // A style that was written once and taken away leaves its attribute, empty.
  const said = [...attributes].filter(({ name, value }) => name !== 'style' || value !== '');
  const written = said.map(({ name, value }) => ` ${name}="${value}"`).sort();
  return `<${localName}${written.join('')}>${inner}</${localName}>\n`;
}

/** Where to point at something that is seen. */
export function centre(node: Element): [number, number] {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Names of the elements that this project makes; whatever else there is came from the data. */
const OURS = new Set(
  'div section h2 h3 h4 p ol ul li button span bdi svg g path rect line text circle slot dl dt dd time a details summary title cite blockquote q figure figcaption label input select option fieldset legend form textarea dialog kbd datalist'.split(
    ' ',
  ),
);

/** What was made of data: foreign elements, handlers, links that lead elsewhere than to pages and mail. */
export function foreign(element: TimelineView): string[] {
  return [...element.shadowRoot!.querySelectorAll('*')].flatMap(node => [
    ...(OURS.has(node.localName) ? [] : [node.localName]),
    ...[...node.attributes].filter(({ name }) => /^(on|src|srcset$)/.test(name)).map(({ name }) => name),
    ...(node instanceof HTMLAnchorElement && !/^(https?|mailto):$/.test(node.protocol) ? [node.href] : []),
  ]);
}
