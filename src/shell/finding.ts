import type { Announcer } from '../controllers/announcer.js';
import { ANY_FIELD, ArrangementController } from '../controllers/arrangement.js';
import type { AttributeIssues } from '../controllers/attribute-issues.js';
import type { Controls } from '../controllers/controls.js';
import type { DataController } from '../controllers/data.js';
import { FacetController } from '../controllers/facets.js';
import { FilterController, isMatchesWord, MATCHES, type Found } from '../controllers/filter.js';
import { HitsElsewhere } from '../controllers/hits-elsewhere.js';
import { SearchController } from '../controllers/search.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Filter } from '../index/filter.js';
import type { Language } from '../language/language.js';
import { viewAround } from '../layout/event-focus.js';
import type { FrameActions } from '../render/frame.js';
import type { Viewing } from './viewing.js';

/** What is looked for, and what sorts the events, as the page or the reader has set it. */
export interface Sought {
  readonly query: string | null;
  readonly filter: Filter | null;
  /** What becomes of what does not match. */
  readonly matches: string | null;
  /** Fields whose values may be chosen. */
  readonly facets: string | null;
  readonly laneBy: string | null;
  readonly colorBy: string | null;
  readonly selected: string | null;
}

export interface FindingOptions {
  readonly data: DataController;
  readonly controls: Controls;
  readonly viewing: Viewing;
  readonly announcer: Announcer;
  root(): ShadowRoot;
  language(): Language;
  sought(): Sought;
  /** Sets what the reader looks for, or sorts by. */
  set(sought: Partial<Pick<Sought, 'query' | 'filter' | 'laneBy' | 'colorBy'>>): void;
  /** The reader has looked for something else, and this was found. */
  changed(filter: FilterController): void;
  /** Selects an event and brings it into sight; the focus stays. */
  visit(event: TimelineEvent): void;
  /** Gives the focus back to what had it, else to the timeline. */
  leave(to: HTMLElement | null): void;
}

/** What the reader looks for: by words, by values of fields, and by the lanes and colours that sort the events. */
export class Finding {
  readonly filter: FilterController;
  readonly elsewhere: HitsElsewhere;
  readonly search: SearchController;
  readonly facets: FacetController;
  readonly arrangement: ArrangementController;
  readonly #options: FindingOptions;

  constructor(host: ControllerHost, options: FindingOptions) {
    this.#options = options;
    const { data, controls, viewing, announcer, root, language, sought, set, leave } = options;
    const changed = (): void => host.requestUpdate();
    const find = (selector: string): HTMLElement | null => root().querySelector<HTMLElement>(selector);
    this.filter = new FilterController({
      data: () => data.current,
      query: () => sought().query,
      filter: () => sought().filter,
      dims: () => sought().matches === 'dim',
      change: asked => {
        set(asked);
        options.changed(this.filter);
      },
    });
    this.elsewhere = new HitsElsewhere({
      filter: this.filter,
      view: viewing.view,
      layout: () => viewing.layout.drawn,
      line: span => viewing.scale.line(span),
    });
    this.search = new SearchController(host, {
      filter: this.filter,
      asked: () => controls.asks('search') ?? false,
      field: () => find('.search input') as HTMLInputElement | null,
      selected: () => sought().selected,
      view: () => viewing.timed.target,
      elsewhere: () => this.elsewhere.is,
      faults: () => Array.from(root().querySelectorAll('.search .unread'), ({ textContent }) => textContent),
      visit: event => options.visit(event),
      goTo: span =>
        void viewing.view.show(viewAround(viewing.scale.line(span), viewing.view.target), {
          mover: 'reader',
        }),
      focused: () => root().activeElement as HTMLElement | null,
      button: () => find('[data-action=search]'),
      leave,
      say: (text, pace) => announcer.say(text, pace),
      language,
      changed,
    });
    this.facets = new FacetController(host, {
      filter: this.filter,
      table: () => data.current.table,
      fields: () => sought().facets,
      find: selector => find(`.search ${selector}`),
      tell: () => this.search.tell(),
      leave: () => leave(null),
      language,
      changed,
    });
    this.arrangement = new ArrangementController({
      data,
      laneBy: () => sought().laneBy,
      colorBy: () => sought().colorBy,
      fields: () => this.facets.fields,
      choose: set,
      button: () => find('[data-action=arrange]'),
      say: text => announcer.say(text),
      language,
      changed,
    });
  }

  /** Whether the row of the search or the choice of lanes and colours is about to be shown. */
  get isOpen(): boolean {
    const { controls, sought } = this.#options;
    const { query, filter } = sought();
    return (
      Boolean(query || filter) ||
      this.search.open ||
      this.arrangement.open ||
      Boolean(controls.asks('search'))
    );
  }

  /** Closes what the reader has opened, which can't be shown. */
  close(): void {
    if (this.search.open) this.search.toggle();
    if (this.arrangement.open) this.arrangement.toggle();
  }

  /** What the reader does. */
  get actions(): Pick<FrameActions, 'search' | 'facets' | 'arrangement' | 'showMatches'> {
    const { search, facets, arrangement, elsewhere } = this;
    return {
      search: search.actions,
      facets: facets.actions,
      arrangement: arrangement.actions,
      showMatches: elsewhere.show,
    };
  }

  /** What was looked for and found. */
  get found(): Found {
    return this.filter.found;
  }

  /** Before all that is drawn: sorts the events as they are asked for. */
  arrange(issues: AttributeIssues): void {
    const { arrangement } = this;
    const { laneBy, colorBy } = this.#options.sought();
    arrangement.follow();
    issues.known('lane-by', laneBy, arrangement.isField, ANY_FIELD);
    issues.known('color-by', colorBy, arrangement.isField, ANY_FIELD);
  }

  /** Says what is wrong with what is looked for. */
  check({ known }: AttributeIssues): void {
    const isWrong = (): boolean => false;
    known('matches', this.#options.sought().matches, isMatchesWord, `"${MATCHES.join('", "')}"`);
    const values = 'lists of values by field, such as { "status": ["confirmed"] }';
    known('filter', this.filter.fault, isWrong, values);
    known('facets', this.facets.unknown, isWrong, 'fields in which events differ');
    known('query', this.search.unreadByScript, isWrong, 'a date, such as "before:2025-10"');
  }
}
