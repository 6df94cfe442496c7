import { html, noChange, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { StoryProgress } from '../index/story-order.js';
import type { Language } from '../language/language.js';
import type { Column } from '../layout/column.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { Picture } from '../layout/picture.js';
import type { Size } from '../layout/place-peek.js';
import type { Rail } from '../layout/rail.js';
import { anchorX } from '../layout/scene-mark.js';
import type { ClusterMembers } from '../layout/scene.js';
import { allSourcesTemplate, type AllSourcesState } from './all-sources.js';
import type { ArrangementActions, ArrangementChoiceState } from './arrangement-choice.js';
import { canvasTemplate, type DrawnItems } from './canvas.js';
import { clusterListTemplate } from './cluster-list.js';
import { dateWords } from './date-words.js';
import { detailsTemplate } from './details.js';
import type { EditFace } from './edit-face.js';
import type { FacetActions, FacetsState } from './facets.js';
import type { FrameContext } from './frame-context.js';
import type { FrameParts } from './frame-parts.js';
import { headerTemplate } from './header.js';
import { knownName } from './known-names.js';
import type { KeyHelpState } from './key-help.js';
import { legendData, legendTemplate, type LegendChoices } from './legend.js';
import { listTemplate, PRINTED } from './list.js';
import { clusterName, joinTexts, markName, statusWord, withMatches } from './names.js';
import { emptyTemplate, issuesTemplate, loadTemplate, type NoticeState } from './notice.js';
import { nowLineTemplate, type NowMark } from './now.js';
import { peekTemplate } from './peek.js';
import { overviewTemplate, type OverviewState } from './overview.js';
import { PROBE } from './probe.js';
import { eventsWords, spanWords } from './range-words.js';
import type { SearchState } from '../index/search-state.js';
import { elsewhereTemplate, noMatchTemplate, undatedMatchesTemplate } from './no-match.js';
import type { SearchActions } from './search.js';
import { summaryTemplate } from './summary.js';
import { tableWords } from './table-words.js';
import { skippedTemplate, skipTemplate } from './skip.js';
import { sourceLineTemplate } from './source-line.js';
import { storyBarTemplate, type StoryBarActions } from './story-bar.js';
import { toolbarTemplate, type ToolbarActions, type ToolbarState } from './toolbar.js';
import { undatedTemplate } from './undated.js';

/** All that the element shows. */
export interface FrameState extends Omit<NoticeState, 'language' | 'cancel' | 'retry'> {
  readonly context: FrameContext;
  readonly parts: FrameParts;
  readonly table: EventTable;
  /** The events that are drawn and listed: all, or those that match. */
  readonly shownTable: EventTable;
  /** Whether the event of that id matches; null where nothing is looked for. */
  readonly isMatch: ((id: string) => boolean) | null;
  /** How many events match, of how many, where none of them is in view; else null. */
  readonly elsewhere: { readonly count: number; readonly total: number } | null;
  /** What the search row shows; null where there is none. */
  readonly search: SearchState | null;
  /** What may be chosen of fields, and what is; null where nothing can be. */
  readonly facets: FacetsState | null;
  /** The choice of lanes and colours; null where it is closed. */
  readonly arranging: ArrangementChoiceState | null;
  /** What legend and summary do; null where the reader may choose nothing. */
  readonly choices: (LegendChoices & { readonly found: object }) | null;
  /** Null in the list, without a size, and without dated events. */
  readonly picture: Picture | null;
  /** Null but in the vertical layout. */
  readonly column: Column | null;
  readonly rail: Rail | null;
  /** Whether all of it scrolls within a height that the page has set. */
  readonly confined: boolean;
  /** Whether what lies beyond the view is left out. */
  readonly narrow: boolean;
  /** What has nodes. */
  readonly drawn: DrawnItems;
  /** What all is headed by. */
  readonly title: string;
  readonly description: string | null;
  readonly layout: DrawnLayout;
  /** Whether the page is being printed: then there is a list in any layout. */
  readonly printing: boolean;
  /** How large the picture on top of it is drawn, in px; null where none is asked for. */
  readonly printed: Size | null;
  /** Whether the data could be asked for anew. */
  readonly canRetry: boolean;
  readonly selected: TimelineEvent | undefined;
  /** Its id, where its details stay closed. */
  readonly closed: string | null;
  /** Whether scrolling selects: then what is selected moves no text. */
  readonly followed: boolean;
  /** A cluster whose members are listed. */
  readonly listed: ClusterMembers | null;
  /** How many entries the list shows on screen. */
  readonly shown: number;
  readonly focusedKey: string | null;
  readonly undatedStop: string | null;
  readonly toolbar: ToolbarState;
  /** Whether there is room for an overview. */
  readonly viewed: boolean;
  /** Null where there is none. */
  readonly overview: OverviewState | null;
  /** Key of the mark that is peeked at, and where the peek goes. */
  readonly peek: { readonly key: string | null; readonly at: { x: number; y: number } | null };
  /** How far the reader is in the story; null where none is offered. */
  readonly story: StoryProgress | null;
  /** Whether to say how to zoom. */
  readonly hint: boolean;
  /** The moment that is drawn as now; null for none. */
  readonly now: NowMark | null;
  /** The keys that do something, where they are asked for; else null. */
  readonly keys: KeyHelpState['rows'] | null;
  /** The list of all sources; null where there is none. */
  readonly allSources: AllSourcesState | null;
  /** Null where nothing may be edited. */
  readonly editing: EditFace | null;
}

/** What the reader does. */
export interface FrameActions extends ToolbarActions, StoryBarActions {
  readonly search: SearchActions;
  readonly facets: FacetActions;
  readonly arrangement: ArrangementActions;
  /** Loads anew what has failed, or gives up what is loading. */
  retry(): void;
  cancel(): void;
  /** Opens what has that key in the picture. */
  open(key: string): void;
  /** Opens or closes the details of an event. */
  toggle(id: string): void;
  close(): void;
  closeHelp(): void;
  focusUndated(id: string): void;
  openList(): void;
  /** Brings what matches into view. */
  showMatches(): void;
  showMore(): void;
}

/** The element's whole face. */
export function frameTemplate(state: FrameState, actions: FrameActions): TemplateResult {
  const { context, parts, table, layout, loading, printing } = state;
  const list = layout === 'list';
  const { language } = context;
  const { document } = table;
  const { locale, direction } = language;
  const description = state.description ?? document.summary;
  const { cancel, retry } = actions;
  const notice: NoticeState = { ...state, language, cancel, retry: state.canRetry ? retry : null };
  const header = (): TemplateResult =>
    headerTemplate({
      load: loadTemplate(notice),
      title: state.title,
      // Walks over all events: once for each table, not for each frame.
      summary: guard([table, language, state.choices, state.choices?.found], () => summaryOf(state)),
      description,
      headingLevel: context.headingLevel,
      toolbar: toolbarTemplate(state.toolbar, actions, exportMenuOf(state, actions)),
    });
  // A column may be as long as the page: what is opened stands over it.
  const panel = state.editing?.panel() ?? nothing;
  const isSkippable = list ? table.total > 0 : table.size > 0;
  const steps = state.story ? storyBarTemplate(state.story, actions, language) : nothing;
  // Where text is read, the steps stay at the foot of the window; under a picture they come before the details, whose height changes.
  const isRead = layout !== 'horizontal';
  const paper = printing ? (state.printed ? ' printing pictured' : ' printing') : '';
  const sought = state.isMatch ? ' sought' : '';
  const awaited = loading && table.total === 0 ? ' awaiting' : '';
  return html`<div class="given"></div>
    <div
      class=${`root${paper}${state.confined ? ' confined' : ''}${state.followed ? ' followed' : ''}${sought}${awaited}${layout === 'vertical' ? ' down' : ''}`}
      part="root"
      lang=${locale}
      dir=${direction}
    >
      <section
        role="region"
        aria-labelledby="heading"
        aria-describedby=${description ? 'summary description' : 'summary'}
      >
        ${header()} ${searchOf(state, actions)} ${issuesTemplate(notice)}
        <div
          id="view"
          class=${isRead && steps !== nothing ? 'view stepped' : 'view'}
          aria-busy=${`${loading}`}
        >
          ${isSkippable ? skipTemplate(language) : nothing} ${layout === 'vertical' ? panel : nothing}
          ${list ? nothing : pictureOf(state, actions)} ${layout === 'vertical' ? nothing : panel}
          ${state.printed ? html`<div class="on-paper">${legendOf(state)}</div>` : nothing}
          ${list || printing ? listOf(state, actions) : nothing}
          ${isSkippable ? skippedTemplate(language) : nothing} ${isRead ? nothing : steps}
          ${list ? nothing : aroundOf(state, actions)} ${isRead ? steps : nothing}
        </div>
        ${state.allSources ? allSourcesTemplate(state.allSources, context) : nothing}
        ${guard([document, language], () => sourceLineTemplate(document, context))}
        <div id="status" part="status" role="status" class="vh"></div>
      </section>
      <span class="corner" aria-hidden="true"></span>
      ${list ? nothing : peekOf(state)}
      ${
        (state.keys &&
          parts.help?.keyHelpTemplate({
            language,
            headingLevel: context.headingLevel,
            rows: state.keys,
            hasPills: (state.picture?.scene.clusters.length ?? 0) > 0,
            close: actions.closeHelp,
          })) ??
        nothing
      }
    </div>`;
}

const exportMenuOf = ({ toolbar, parts }: FrameState, actions: FrameActions): unknown =>
  (toolbar.exports && parts.exports?.exportMenuTemplate(toolbar.exports, actions)) ?? nothing;

/** The choice of lanes and colours, and the row of the search with what is chosen and the panel to choose in. */
function searchOf(state: FrameState, actions: FrameActions): unknown {
  const { search, facets, arranging, context } = state;
  const part = state.parts.search;
  if (!part) return nothing;
  const { language } = context;
  const arrange = arranging && part.arrangementChoiceTemplate(arranging, actions.arrangement, language);
  const row =
    search &&
    part.searchTemplate(search, actions.search, context, {
      row: facets ? part.facetRowTemplate(facets, actions.facets, language) : nothing,
      panel: facets?.open ? part.facetPanelTemplate(facets, actions.facets, language) : nothing,
    });
  return html`${arrange ?? nothing} ${row ?? nothing}`;
}

/** The timeline itself, running to the side or down. */
const pictureOf = (state: FrameState, actions: FrameActions): TemplateResult =>
  html`<div class="picture" .style=${drawnSize(state)}>
    ${state.layout === 'vertical' ? columnOf(state, actions) : stageOf(state, actions)}
  </div>`;

/** How large the picture is, for paper that it may be too large for. */
const drawnSize = ({ printed }: FrameState): string =>
  printed ? `--_drawn-width:${printed.width}px;--_drawn-height:${printed.height}px` : '';

function listOf(state: FrameState, actions: FrameActions): TemplateResult {
  const { shownTable: table, context, layout, printing, shown, selected } = state;
  const count = printing ? Math.max(shown, PRINTED) : shown;
  // Events are made when they are asked for: of very many, only those that are shown.
  const dated = Array.from({ length: Math.min(count, table.size) }, (_, i) => table.event(i));
  const events = [...dated, ...table.undated.slice(0, count - dated.length)];
  return html`${layout === 'list' ? nothingOf(state, actions) : nothing}${listTemplate(events, {
    ...context,
    rest: table.total - events.length,
    starts: table.starts,
    selectedId: selected?.id ?? null,
    showMore: actions.showMore,
  })}`;
}

/** What stands under the picture. */
function aroundOf(state: FrameState, actions: FrameActions): TemplateResult {
  const { context, shownTable, picture, listed, selected } = state;
  const mark = picture?.scene.marks.find(other => other.event === selected);
  return html`<div class="opened">
      ${listed ? membersOf(listed, context, actions) : nothing}
      ${
        // In the column the details stand with their event, where that stands.
        selected &&
        selected.id !== state.closed &&
        !state.column?.events.some(({ event }) => event === selected)
          ? detailsTemplate(selected, {
              ...context,
              notchX: mark ? anchorX(mark, picture!.scene.width) : null,
              matches: state.isMatch?.(selected.id) ?? true,
              close: actions.close,
            })
          : nothing
      }
    </div>
    ${undatedTemplate(shownTable.undated, {
      ...context,
      selectedId: selected?.id ?? null,
      closed: state.closed,
      focusedId: state.undatedStop,
      focus: actions.focusUndated,
      toggle: actions.toggle,
      openList: actions.openList,
    })}
    ${legendOf(state)}`;
}

const legendOf = ({ table, context: { language, lanes, corner }, toolbar, choices }: FrameState): unknown =>
  toolbar.controls.has('legend')
    ? guard([table, language, lanes.meanings, choices, choices?.found, corner], () =>
        legendTemplate(legendData(table, lanes.meanings), language, { choices, corner }),
      )
    : nothing;

/** What there is in all; where statuses may be chosen, its counts of them choose. */
function summaryOf({ table, context: { language }, choices }: FrameState): unknown {
  if (table.total === 0) return nothing;
  if (!choices) return tableWords(table, language);
  const chosen = choices.facet('status').values.flatMap(({ value, chosen: is }) => (is ? value : []));
  return summaryTemplate(table, language, { chosen, toggle: status => choices.toggle('status', status) });
}

function stageOf(state: FrameState, actions: FrameActions): TemplateResult {
  const { context, table, picture, hint, loading, viewed, overview, now } = state;
  const { language } = context;
  const isBare = table.size === 0;
  const hasTitles = picture?.scene.lanes.some(({ collapsible }) => collapsible);
  // What is coming will find the room that it is to be drawn in.
  const isEmptied = isBare && !loading;
  const name = `stage${isBare ? ' bare' : ''}${viewed && !isEmptied ? ' viewed' : ''}${now && !isEmptied ? ' timed' : ''}`;
  // A line that is a screen away is there: panning brings it in.
  const x = now && picture ? picture.scale.x(picture.warp.place(now.at)) : NaN;
  const { width = 0, ahead = 0 } = picture?.scene ?? {};
  const isNear = x >= -ahead && x <= width + ahead;
  return html`${isBare ? nothing : helpTemplate(language, hasTitles)}
    <div
      class=${name}
      aria-describedby=${isBare ? nothing : 'help'}
      @click=${(event: MouseEvent) => openPressed(event, actions)}
    >
      ${nothingOf(state, actions)} ${isBare && loading ? skeletonTemplate() : nothing}
      <svg class="axis" part="axis" aria-hidden="true"><g class="axis-ticks"></g></svg>
      ${now && isNear ? nowLineTemplate(now, { x, width, language }) : nothing}
      <div class="scroller">${picture ? canvasOf(picture, state) : nothing}</div>
      ${overview ? overviewTemplate(overview) : nothing}
      ${['title', 'date', 'note'].map(
        style => html`<span class=${`probe-${style}`} aria-hidden="true">${PROBE}</span>`,
      )}
      ${hint ? html`<p class="hint" aria-hidden="true"><span>${language.say('wheelHint')}</span></p>` : nothing}
    </div>`;
}

function columnOf(state: FrameState, actions: FrameActions): TemplateResult {
  const { context, parts, table, column, rail, focusedKey, loading } = state;
  const { language } = context;
  const isComing = table.size === 0 ? loading : !column;
  return html`${column ? helpTemplate(language) : nothing}
    <div
      class="stage column"
      aria-describedby=${column ? 'help' : nothing}
      @click=${(event: MouseEvent) => openPressed(event, actions)}
    >
      ${nothingOf(state, actions)} ${isComing ? skeletonTemplate() : nothing}
      ${
        column && parts.column
          ? parts.column.columnTemplate(column, {
              ...context,
              rail,
              focusedKey,
              nameOf: markNamer(state),
              closed: state.closed,
              now: state.now,
              close: actions.close,
              act: actions.act,
              listLabel: joinTexts([language.say('list'), spanWords(column.view, language)], language),
            })
          : nothing
      }
    </div>`;
}

/** The most of what keys do, heard where events have the focus. */
function helpTemplate(language: Language, hasTitles = false): TemplateResult {
  const texts = ['help', ...(hasTitles ? ['helpLanes' as const] : []), 'helpMore'] as const;
  return html`<p id="help" class="vh">${texts.map(text => language.say(text)).join(' ')}</p>`;
}

/** Opens the mark, cluster or title that was pressed. */
function openPressed(event: Event, actions: FrameActions): void {
  const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
  if (key !== undefined) actions.open(key);
}

/** Names of marks, each made once. */
function markNamer({ context, table, layout }: FrameState): (event: TimelineEvent, lane: string) => string {
  const { language } = context;
  return (event, id) => {
    const lane = context.lanes.ofMark(event, id);
    // Beside a line there is room for whole titles, and a name begins with what is seen.
    const isShort = layout === 'horizontal';
    return knownName(
      event,
      language,
      JSON.stringify([lane, table.document.timeZone, isShort, context.zero?.id, context.zero?.span?.source]),
      () => markName(event, lane, language, event.span ? dateWords(event, context) : '', { isShort }),
    );
  };
}

/** Whether there is nothing to show, and nothing on its way. */
const isEmpty = ({ table, loading, failed }: FrameState): boolean => table.total === 0 && !loading && !failed;

/** What is said where there is nothing to be shown. */
function nothingOf(state: FrameState, { search, showMatches }: FrameActions): unknown {
  const { table, shownTable, elsewhere, context } = state;
  const { language } = context;
  if (isEmpty(state)) return emptyTemplate(language);
  if (table.total > 0 && shownTable.total === 0) return noMatchTemplate(language, search.reset);
  const isPictured = state.layout !== 'list' && table.size > 0;
  if (isPictured && shownTable.size === 0 && !state.loading)
    return undatedMatchesTemplate({ count: shownTable.total, total: table.total }, language, search.reset);
  return elsewhere ? elsewhereTemplate(elsewhere, language, showMatches) : nothing;
}

/** Where gridlines will be, more or less. */
const skeletonTemplate = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">${Array.from({ length: 8 }, () => html`<i></i>`)}</div>`;

function canvasOf(picture: Picture, state: FrameState): TemplateResult {
  const { scene, weekends, folds, time, momentAt } = picture;
  const { context, shownTable, focusedKey, narrow, drawn } = state;
  const { language } = context;
  const nameOf = markNamer(state);
  const clusterNameOf = (cluster: ClusterMembers): string =>
    knownName(cluster.named, language, `${cluster.count} ${cluster.matches ?? ''}`, () =>
      nameOfCluster(cluster, context),
    );
  return canvasTemplate(scene, {
    language,
    names: {
      mark: ({ event, lane }) => nameOf(event, lane),
      cluster: cluster =>
        cluster.only
          ? nameOf(cluster.only, cluster.lane)
          : narrow
            ? // When they were is said at rest: each frame of a zoom gathers others.
              clusterName(cluster.count, '', language)
            : clusterNameOf(cluster),
    },
    closed: state.closed,
    corner: context.corner,
    own: ({ event, key }) => context.own(event, 'label', key),
    places: { of: id => shownTable.indexOf(id) + 1, count: shownTable.size },
    focusedKey,
    narrow,
    drawn,
    listLabel: narrow ? noChange : joinTexts([language.say('list'), spanWords(time, language)], language),
    weekends,
    overlay: state.editing?.overlay(picture),
    folds,
    momentAt,
  });
}

function membersOf(cluster: ClusterMembers, context: FrameContext, { close }: FrameActions): TemplateResult {
  const members = eventsOf(cluster.ids, context);
  const name = nameOfCluster(cluster, context);
  return clusterListTemplate(name, members, cluster.count - members.length, context, close);
}

function eventsOf(ids: readonly string[], context: FrameContext): TimelineEvent[] {
  return ids.flatMap(id => context.event(id) ?? []);
}

function nameOfCluster(cluster: ClusterMembers, context: FrameContext): string {
  const { count, named } = cluster;
  const { language } = context;
  return withMatches(
    clusterName(count, eventsWords(eventsOf(named, context), language), language),
    cluster,
    language,
  );
}

function peekOf({ picture, context, peek }: FrameState): TemplateResult | typeof nothing {
  if (peek.key === null || !picture || picture.scene.moving) return nothing;
  const mark = picture.scene.marks.find(({ key }) => key === peek.key);
  if (!mark || mark.selected) return nothing;
  const { event } = mark;
  return peekTemplate({
    event,
    date: dateWords(event, context),
    status: statusWord(event, context.language),
    at: peek.at,
  });
}
