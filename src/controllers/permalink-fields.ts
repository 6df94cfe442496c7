import type { TimelineEvent } from '../data/timeline-event.js';
import { viewWith } from '../layout/event-focus.js';
import { LAYOUTS, type LayoutWord } from '../layout/layout-word.js';
import { SCALES, type ScaleWord } from '../scale/scale-word.js';
import { filterText, parseFilterText } from '../index/filter-text.js';
import { sameView } from '../scale/view.js';
import { viewText } from '../scale/view-text.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { FilterController } from './filter.js';
import type { PermalinkField, Restoring } from './permalink-state.js';
import type { TimedView } from './timed-view.js';

export interface FieldOptions {
  readonly view: TimedView;
  /** Width of the view in px. */
  width(): number;
  /** The stretch of an EDTF interval. */
  parse(text: string): TimeSpan | null;
  event(id: string): TimelineEvent | undefined;
  selected(): string | null;
  select(id: string | null, restoring: Restoring): void;
  readonly filter: FilterController;
  layout(): LayoutWord;
  changeLayout(layout: LayoutWord): void;
  scale(): ScaleWord;
  changeScale(scale: ScaleWord): void;
}

/** What a timeline keeps in an address, in the order in which it is taken up and written. */
export const permalinkFields = (options: FieldOptions): readonly PermalinkField[] => [
  wordField(
    'layout',
    LAYOUTS,
    () => options.layout(),
    word => options.changeLayout(word),
  ),
  wordField(
    'scale',
    SCALES,
    () => options.scale(),
    word => options.changeScale(word),
  ),
  queryField(options),
  filterField(options),
  viewField(options),
  selectionField(options),
];

/** One of some words, of which one always holds. */
const wordField = <Word extends string>(
  key: PermalinkField['key'],
  words: readonly Word[],
  read: () => string,
  change: (word: Word) => void,
): PermalinkField => ({
  key,
  expected: `"${words.join('", "')}"`,
  read,
  write: text => {
    const word = words.find(other => other === text);
    if (word && word !== read()) change(word);
    return word !== undefined;
  },
});

const queryField = ({ filter }: FieldOptions): PermalinkField => ({
  key: 'query',
  expected: 'what is looked for',
  read: () => filter.query.text,
  write: query => {
    if (query !== filter.query.text) filter.change({ query });
    return true;
  },
});

const filterField = ({ filter }: FieldOptions): PermalinkField => ({
  key: 'filter',
  expected: 'values by field, such as "status:alleged,disputed;lane:north"',
  read: () => filterText(filter.filter),
  write: text => {
    if (text !== filterText(filter.filter)) filter.change({ filter: parseFilterText(text) });
    return true;
  },
});

function viewField({ view, width, parse }: FieldOptions): PermalinkField {
  /** The view that was told or read last, and its text: another width is no other view. */
  let told: { readonly span: TimeSpan; readonly text: string } | null = null;
  return {
    key: 'view',
    expected: 'an interval such as "1914/1918"',
    read: () => {
      if (view.moving) return null;
      if (view.atHome) return '';
      const { current } = view;
      if (!told || !sameView(told.span, current))
        told = { span: current, text: viewText(current, width()) ?? '' };
      return told.text;
    },
    write: (text, { first }) => {
      if (!text) {
        if (!view.atHome) view.goHome('permalink');
        return true;
      }
      const span = parse(text);
      if (!span) return false;
      told = { span, text };
      void view.show(span, { animate: !first, mover: 'permalink' });
      return true;
    },
  };
}

const selectionField = ({ view, event: eventOf, selected, select }: FieldOptions): PermalinkField => ({
  key: 'sel',
  expected: 'the id of an event',
  waits: true,
  read: () => selected() ?? '',
  write: (text, restoring) => {
    const event = text ? eventOf(text) : undefined;
    if (text && !event) return false;
    // An address without a view leads to the event.
    if (event?.span && restoring.state.view === undefined && restoring.state.sel) {
      const before = view.target;
      const target = viewWith(event.span, before);
      // One that shows it already stays at home, and out of the address.
      if (target !== before) void view.show(target, { animate: !restoring.first, mover: 'permalink' });
    }
    if (text !== (selected() ?? '')) select(text || null, restoring);
    return true;
  },
});
