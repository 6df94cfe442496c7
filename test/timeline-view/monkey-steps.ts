import type { EventRecord } from '../../src/data/document-shape.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { frames } from './mounted.js';

export type Known = EventRecord & { readonly id: string };

/** What the monkey plays with, and what it knows of it. */
export interface Cage {
  readonly element: TimelineView;
  /** Where the element lives, and where else it may be put. */
  readonly home: HTMLElement;
  readonly elsewhere: readonly ParentNode[];
  /** The records that the element must have, by id. */
  readonly known: Map<string, Known>;
  readonly random: () => number;
}

type Movable = ParentNode & { moveBefore?(node: Node, child: Node | null): void };

/** A kind of step; it returns words for what it did. */
type Step = (cage: Cage) => string | Promise<string>;

const below = ({ random }: Cage, n: number): number => Math.floor(random() * n);
const pick = <T>(cage: Cage, values: readonly T[]): T => values[below(cage, values.length)]!;

/** An input that nobody may write to. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const recordsOf = (cage: Cage, count: number): Known[] => {
  const seed = below(cage, 1e6);
  return frozen(randomRecords(count, seed)) as unknown as Known[];
};

/** Attributes and values of each, wrong ones among them; `null` takes one away. */
const ATTRIBUTES: Readonly<Record<string, readonly (string | null)[]>> = {
  view: [null, '1995/2005', '2001-03', 'never'],
  limits: [null, '1980/2030', '1995/..', '2001-01-01/2001-01-02', 'nothing'],
  layout: ['auto', 'horizontal', 'horizontal', 'vertical', 'list', 'sideways'],
  scale: ['time', 'time', 'even', 'compressed', 'log'],
  'lane-by': [null, 'status', 'none', 'nobody'],
  'color-by': [null, 'status', 'lane'],
  query: [null, null, 'order', 'harbour', '-treaty', 'nothing at all'],
  matches: ['hide', 'dim'],
  controls: [null, null, 'none', 'zoom views', 'search legend overview story export sources'],
  wheel: ['modifier', 'zoom', 'none'],
  media: ['load', 'click', 'none'],
  'time-zone': [null, 'Asia/Tokyo', 'local', 'Nowhere/Here'],
  calendar: [null, 'persian', 'buddhist', 'stardate'],
  'week-numbers': [null, ''],
  'heading-level': ['2', '6', 'x'],
  now: [null, '2001-05-05', 'now', 'soon'],
  zero: [null, 'e3', 'nobody'],
  selected: [null, 'e1', 'e7', 'e12', 'nobody'],
  editable: [null, ''],
  'scroll-steps': [null, null, 'self', '#nothing'],
  facets: [null, 'status', 'none'],
  lang: ['en', 'de', 'ar', 'zz-invalid-'],
  dir: [null, 'rtl', 'ltr'],
  sync: [null, 'cage', 'other'],
  label: [null, 'A label', ''],
  refresh: ['0', '-1'],
};

const KEYS =
  'ArrowRight ArrowLeft ArrowDown ArrowUp Home End PageDown PageUp + - 0 Enter Escape / n p ? Delete'.split(
    ' ',
  );

/** What a reader can press, but for what leads out of the page or into a file. */
const PRESSABLE =
  ':is(button, summary, input[type="checkbox"]):not(.exports *, .copy, [data-action="export"], [part~="lane-label"])';

const inside = (element: TimelineView, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Kinds of steps, each as often as it stands here. */
const STEPS: readonly (readonly [times: number, step: Step])[] = [
  [
    6,
    cage => {
      const name = pick(cage, Object.keys(ATTRIBUTES));
      const value = pick(cage, ATTRIBUTES[name]!);
      if (value === null) cage.element.removeAttribute(name);
      else cage.element.setAttribute(name, value);
      return `${name}=${value}`;
    },
  ],
  [
    6,
    cage => {
      const target = pick(
        cage,
        inside(cage.element, '[part~="mark"], [part~="cluster"], .toolbar button, .list li'),
      );
      if (!target) return 'nothing to focus';
      if (cage.random() < 0.5) target.focus({ preventScroll: true });
      const at = (cage.element.shadowRoot!.activeElement as HTMLElement | null) ?? target;
      const key = pick(cage, KEYS);
      const ctrlKey = cage.random() < 0.05;
      at.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true }),
      );
      return `key ${key}`;
    },
  ],
  [
    5,
    cage => {
      const target = pick(cage, inside(cage.element, PRESSABLE));
      target?.click();
      return `press ${target?.className} ${target?.dataset.action ?? target?.dataset.id ?? ''}`;
    },
  ],
  [
    2,
    cage => {
      const field = pick(cage, inside(cage.element, 'input:not([type="checkbox"]), select, textarea'));
      if (!field) return 'no field';
      const input = field as HTMLInputElement;
      input.value = pick(cage, ['', 'order', '2001-02', 'before:1999', '"', 'x'.repeat(99)]);
      for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
      return `write into ${input.id}`;
    },
  ],
  [
    3,
    cage => {
      const [stage] = inside(cage.element, '.stage, .column, .list');
      if (!stage) return 'nothing to turn';
      const { left, top, width, height } = stage.getBoundingClientRect();
      const turn = {
        clientX: left + cage.random() * width,
        clientY: top + cage.random() * height,
        deltaX: cage.random() < 0.3 ? (cage.random() - 0.5) * 400 : 0,
        deltaY: (cage.random() - 0.5) * 600,
        ctrlKey: cage.random() < 0.6,
      };
      stage.dispatchEvent(
        new WheelEvent('wheel', { ...turn, bubbles: true, composed: true, cancelable: true }),
      );
      return `wheel ${Math.round(turn.deltaX)} ${Math.round(turn.deltaY)}`;
    },
  ],
  [
    3,
    async cage => {
      const [stage] = inside(cage.element, '.stage');
      if (!stage) return 'nothing to drag';
      const { left, top, width, height } = stage.getBoundingClientRect();
      let [x, y] = [left + cage.random() * width, top + cage.random() * height];
      const target = cage.element.shadowRoot!.elementFromPoint(x, y) ?? stage;
      const send = (type: string, buttons: number): boolean =>
        target.dispatchEvent(
          new PointerEvent(type, {
            ...{ clientX: x, clientY: y, buttons, pointerId: 7, isPrimary: true, pointerType: 'mouse' },
            ...{ bubbles: true, composed: true, cancelable: true },
          }),
        );
      send('pointerdown', 1);
      for (let i = below(cage, 6); i > 0; i--) {
        x += (cage.random() - 0.5) * 200;
        y += (cage.random() - 0.5) * 40;
        send('pointermove', 1);
        if (cage.random() < 0.5) await frames(1);
      }
      send(cage.random() < 0.9 ? 'pointerup' : 'pointercancel', 0);
      return 'drag';
    },
  ],
  [
    3,
    cage => {
      const width = pick(cage, [0, 1, 47, 320, 360, 500, 780, 1200]);
      cage.home.style.width = `${width}px`;
      if (cage.random() < 0.2)
        cage.element.style.setProperty('--timeline-height', `${100 + below(cage, 500)}px`);
      return `${width} px`;
    },
  ],
  [
    3,
    cage => {
      const records = recordsOf(cage, pick(cage, [0, 1, 5, 40, 120]));
      cage.known.clear();
      for (const record of records) cage.known.set(record.id, record);
      if (cage.random() < 0.5) Object.assign(cage.element, { data: null, events: records });
      else cage.element.data = frozen({ title: 'Data', events: records });
      return `${records.length} other events`;
    },
  ],
  [
    3,
    cage => {
      const records = recordsOf(cage, 1 + below(cage, 5)).map(record =>
        frozen({ ...record, id: `n${below(cage, 1e9)}` }),
      );
      for (const record of records) cage.known.set(record.id, record);
      cage.element.addEvents(records);
      return `add ${records.length}`;
    },
  ],
  [
    2,
    cage => {
      const id = pick(cage, [...cage.known.keys()]);
      if (id === undefined) return 'nothing to update';
      const [{ title, date }] = recordsOf(cage, 1) as [Known];
      const fields = frozen(cage.random() < 0.5 ? { id, title } : { id, title, date });
      cage.known.set(id, frozen({ ...cage.known.get(id)!, ...fields }));
      cage.element.updateEvents([fields]);
      return `update ${id}`;
    },
  ],
  [
    2,
    cage => {
      const ids = [...cage.known.keys()].filter(() => cage.random() < 0.03);
      for (const id of ids) cage.known.delete(id);
      cage.element.removeEvents(ids);
      return `remove ${ids.length}`;
    },
  ],
  [
    4,
    cage => {
      const { element } = cage;
      const moves: Readonly<Record<string, () => unknown>> = {
        fit: () => element.fit(),
        zoomIn: () => element.zoomIn(),
        zoomOut: () => element.zoomOut(),
        panBy: () => element.panBy((cage.random() - 0.5) * 4),
        show: () =>
          element.show(pick(cage, ['1999', '2003-04-05', '1990/2020']), { animate: cage.random() < 0.5 }),
        next: () => element.next(),
        previous: () => element.previous(),
        select: () => element.select(pick(cage, [...cage.known.keys(), null]) ?? null),
        focus: () => element.focus({ preventScroll: true }),
        toSVG: () => element.toSVG({ whole: cage.random() < 0.5 }),
      };
      const name = pick(cage, Object.keys(moves));
      void moves[name]!();
      return `${name}()`;
    },
  ],
  [
    2,
    async cage => {
      const { element, home } = cage;
      const [how, to] = [
        pick(cage, ['append', 'moveBefore', 'remove']),
        pick(cage, [home, ...cage.elsewhere]),
      ];
      if (how === 'remove') {
        element.remove();
        await frames(below(cage, 3));
      }
      const { moveBefore } = to as Movable;
      const isNear = element.isConnected && element.ownerDocument === (to.ownerDocument ?? document);
      if (how === 'moveBefore' && moveBefore && isNear) moveBefore.call(to, element, null);
      else to.append(element);
      return `${how} to ${to === home ? 'home' : 'elsewhere'}`;
    },
  ],
  [
    1,
    cage => {
      const { style } = cage.home;
      style.display = style.display ? '' : 'none';
      return style.display ? 'hide' : 'show';
    },
  ],
  [
    1,
    cage => {
      const size = pick(cage, ['16px', '32px', '11px']);
      cage.home.style.fontSize = size;
      return `type of ${size}`;
    },
  ],
  [
    1,
    cage => {
      const type = pick(cage, ['beforeprint', 'afterprint', 'scroll', 'resize', 'languagechange']);
      window.dispatchEvent(new Event(type));
      return type;
    },
  ],
];

const weighted = STEPS.flatMap(([times, step]) => Array<Step>(times).fill(step));

/** Does something at random, and waits a little at times. Returns what it was. */
export async function step(cage: Cage): Promise<string> {
  const words = await pick(cage, weighted)(cage);
  if (cage.random() < 0.4) await frames(1 + below(cage, 3));
  return words;
}
