import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Column, ColumnCluster, ColumnEvent, ColumnGroup, ColumnItem } from '../layout/column.js';
import type { Language } from '../language/language.js';
import { commonYear } from '../layout/label-texts.js';
import { markKey } from '../layout/mark-key.js';
import type { Rail } from '../layout/rail.js';
import { NO_TRACK } from '../layout/tracks.js';
import { DAY, type TimeSpan } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';
import { beforeWords } from './before-words.js';
import { backTemplate } from './back.js';
import { claimLinesTemplate } from './claims.js';
import { closeButtonTemplate } from './close-button.js';
import { linkOf } from './copy-link.js';
import { countFromTemplate } from './count-from.js';
import { withCount } from './date-words.js';
import { durationWords } from './duration-words.js';
import { evidenceTemplate, summaryTemplate } from './event-body.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { finite, openSides } from './mark.js';
import { clusterName, withMatches } from './names.js';
import { noteTemplate } from './note.js';
import type { NowMark } from './now.js';
import { nowPlace, nowRowTemplate } from './now-row.js';
import { railTemplate, TRACK } from './rail.js';
import { moreTemplate } from './rail-more.js';
import { eventsWords, spanWords } from './range-words.js';
import { sampleSign, signTemplate } from './sign.js';

export interface ColumnContext extends FrameContext {
  /** Of a mark: the event, its date, one of its lanes, its status. */
  nameOf(event: ColumnEvent['event'], lane: string): string;
  /** Null until the page has set the text. */
  readonly rail: Rail | null;
  /** Key of the one tab stop. */
  readonly focusedKey: string | null;
  readonly listLabel: string;
  /** The moment that is drawn as now; null for none. */
  readonly now: NowMark | null;
  /** Id of the selected event, where its details stay closed. */
  readonly closed: string | null;
  /** Closes the details. */
  close(): void;
  /** Moves the view. */
  act(action: 'earlier' | 'later'): void;
}

/** Periods so long are counted in thousands of years and more. */
const DEEP = 9000 * 365 * DAY;

/** Where the sign lies in its box of 24 px. */
const POINT = sampleSign({ shape: 'disc', x0: 12, x1: 12 });
const MILESTONE = sampleSign({ shape: 'diamond', x0: 12, x1: 12 });
const SHORT_BAR = sampleSign({ x0: 4, x1: 20 });
const SHORT_BRACKET = sampleSign({ shape: 'bracket', x0: 4, x1: 20 });

/** The vertical timeline: an article whose paragraphs are the events, with their signs on a line. */
export function columnTemplate(column: Column, context: ColumnContext): TemplateResult {
  const { rail, focusedKey } = context;
  const drawn = new Set(rail?.bars.map(({ key }) => key));
  const selected = column.events.find(item => item.selected);
  const related = new Set(selected && context.relatives(selected.event).map(({ event }) => event.id));
  const nowAt = context.now && nowPlace(column, context.now.at);
  const keys = column.groups.flatMap(({ items }) => items.flatMap(keysOf));
  const stop = focusedKey !== null && keys.includes(focusedKey) ? focusedKey : keys[0];
  return html`<div
    part="canvas"
    class="periods"
    role="group"
    aria-label=${context.listLabel}
    .style=${`--_tracks:${column.trackCount * TRACK}px`}
  >
    ${railTemplate(rail, context.corner)} ${beyondTemplate('earlier', column.before, context)}
    ${repeat(
      column.groups,
      ({ period }) => period.start,
      group =>
        groupTemplate(group, column, { ...context, drawn, related, stop, tracks: column.tracks, nowAt }),
    )}
    ${nowAt?.key === '' ? nowRowTemplate(context.now!, context.language) : nothing}
    ${beyondTemplate('later', column.after, context)} ${moreTemplate(rail?.more ?? [], context)}
  </div>`;
}

/** How many events lie beyond the view; a press goes there. The toolbar does the same for the keyboard. */
function beyondTemplate(action: 'earlier' | 'later', count: number, context: ColumnContext): unknown {
  const { say } = context.language;
  return count > 0
    ? html`<button
        part="button"
        type="button"
        class="beyond text-button"
        tabindex="-1"
        @click=${() => context.act(action)}
      >
        ${say('colon', { head: say(`action-${action}`), rest: say('events', { count }) })}
      </button>`
    : nothing;
}

interface ItemContext extends ColumnContext {
  /** Keys of those whose stretch is drawn along the line. */
  readonly drawn: ReadonlySet<string>;
  /** Ids of the events that the selected one names, and of those that name it. */
  readonly related: ReadonlySet<string>;
  readonly stop: string | undefined;
  readonly tracks: Column['tracks'];
  readonly nowAt: ReturnType<typeof nowPlace>;
}

const keysOf = (item: ColumnItem): readonly string[] =>
  item.kind === 'cluster' ? [item.key] : item.lanes.map(lane => markKey(item.event.id, lane));

function groupTemplate(
  { period, precision, items }: ColumnGroup,
  { gaps }: Column,
  context: ItemContext,
): TemplateResult {
  const { language, headingLevel, now, nowAt } = context;
  const before = period.start === -Infinity;
  const date = before
    ? beforeWords(period.end, precision, language)
    : periodWords(period, precision, language);
  const [first] = items;
  // What the heading says of the year goes without saying.
  const year = before ? undefined : commonYear(period);
  // Now stands under the heading of its own time.
  const isWithin = now && nowAt?.key === first!.key && !before && now.at >= period.start;
  return html`<section class="period">
    ${isWithin ? gapTemplate(first!.key, gaps, context) : beforeTemplate(first!.key, gaps, context)}
    ${before ? nothing : html`<i class="tick" aria-hidden="true"><i data-tick=${period.start}></i></i>`}
    <div class="period-head">
      ${headingTemplate(headingLevel + 1, before ? language.say('begunBefore', { date }) : date)}
    </div>
    ${isWithin ? nowRowTemplate(now, language) : nothing}
    <ol role="list">
      ${repeat(
        items,
        ({ key }) => key,
        item =>
          html`<li
            class=${item.kind === 'event' && context.related.has(item.event.id) ? 'entry related' : 'entry'}
            ?data-dimmed=${item.kind === 'event' && item.dimmed}
            data-item=${item.key}
            .style=${`--lane:${item.color}`}
            aria-current=${item.kind === 'event' && item.selected ? 'true' : nothing}
          >
            ${item === first ? nothing : beforeTemplate(item.key, gaps, context)}
            <div class="paragraph">
              ${item.kind === 'event' ? eventTemplate(item, year, context) : clusterTemplate(item, context)}
            </div>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** A period in words; so long ones are told by the digits that they have in common. */
function periodWords(period: TimeSpan, precision: ColumnGroup['precision'], language: Language): string {
  return period.end - period.start > DEEP
    ? spanWords(period, language)
    : formatStretch(period, precision, { language });
}

/** What stands before something: its silence, and now where that is then. */
function beforeTemplate(key: string, gaps: Column['gaps'], context: ItemContext): unknown {
  const { now, nowAt, language } = context;
  const gap = gapTemplate(key, gaps, context);
  if (!now || nowAt?.key !== key) return gap;
  const row = nowRowTemplate(now, language);
  return nowAt.afterGap ? [gap, row] : [row, gap];
}

/** The silence before something, as high as it is long; where it is too long for that, with its length written on it. */
function gapTemplate(key: string, gaps: Column['gaps'], { language }: FrameContext): unknown {
  const gap = gaps.get(key);
  if (!gap) return nothing;
  const height = `height:${Math.round(gap.px)}px`;
  if (!gap.folded) return html`<div class="gap-px" data-gap=${key} .style=${height}></div>`;
  return html`<p part="fold" class="silence" data-gap=${key} .style=${height}>
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      ${svg`<path class="cover" d="M4 3h16v18h-16z" /><path d="M5 10l14-6M5 15l14-6M5 20l14-6" />`}
    </svg>
    ${durationWords(gap.end - gap.start, language)}
  </p>`;
}

function eventTemplate(
  item: ColumnEvent,
  omitYear: number | undefined,
  context: ItemContext,
): TemplateResult {
  const { event, lanes } = item;
  const [, ...others] = lanes;
  const date = withCount(context.date(event.span!, { omitYear }), event.span!, context);
  return html`${headingTemplate(context.headingLevel + 2, markTemplate(item, lanes[0]!, context))}
    ${noteTemplate(event, context, { lead: html`<bdi class="date">${date}</bdi>` })}
    ${
      others.length > 0
        ? html`<p class="others">${others.map(lane => markTemplate(item, lane, context))}</p>`
        : nothing
    }
    <div class="text">${summaryTemplate(event, context, { isStop: item.selected })}</div>
    ${
      item.selected && event.id !== context.closed
        ? html`<section part="details" id="details" class="details" data-event=${event.id}>
            ${backTemplate(context)} ${evidenceTemplate(event, context)} ${countFromTemplate(event, context)}
            ${linkOf(event, context)} ${closeButtonTemplate(context.language, () => context.close())}
          </section>`
        : claimLinesTemplate(context.relatives(event), context, { isStop: false })
    }`;
}

/** The button of an event in a lane: its title in the first, in others the lane. */
function markTemplate(item: ColumnEvent, lane: string, context: ItemContext): TemplateResult {
  const { event, lanes, era, selected, lasts, start, end } = item;
  const isOpen = selected && event.id !== context.closed;
  const key = markKey(event.id, lane);
  const isFirst = lane === lanes[0];
  const short = event.span!.kind === 'stretch' ? SHORT_BAR : SHORT_BRACKET;
  // What finds no track goes on beyond what is drawn of it.
  const cutEnd = context.tracks.get(item.key) === NO_TRACK;
  const sign = event.kind === 'milestone' ? MILESTONE : lasts ? { ...short, cutEnd } : POINT;
  const isDrawn = era || context.drawn.has(item.key);
  return html`<button
    type="button"
    part="mark${selected ? ' mark-selected' : ''}${era ? ' era' : ''}"
    class=${isFirst ? 'entry-title' : 'text-button'}
    data-key=${key}
    data-id=${event.id}
    data-lane=${lane}
    data-start=${finite(start)}
    data-end=${finite(end)}
    data-open=${openSides(item)}
    data-status=${event.status ?? nothing}
    ?data-dimmed=${item.dimmed}
    aria-label=${context.nameOf(event, lane)}
    aria-expanded=${`${isOpen}`}
    aria-controls=${isOpen ? 'details' : nothing}
    tabindex=${key === context.stop ? 0 : -1}
    .style=${`--lane:${isFirst ? item.color : context.lanes.color(event, lane)}`}
  >
    <span class=${isFirst ? (lasts ? 'spot turned' : 'spot') : 'sign'}
      >${isFirst && isDrawn ? nothing : signTemplate(isFirst ? sign : POINT, event.status, context.corner)}</span
    ><span part=${isFirst ? 'label' : nothing} class=${isFirst && event.history.length ? 'corrected' : ''}
      >${(isFirst && context.own(event, 'label', key)) || html`<bdi>${isFirst ? event.title : context.lanes.lane(lane).title}</bdi>`}</span
    >
  </button>`;
}

/** Opens its members in its place. */
function clusterTemplate(cluster: ColumnCluster, context: ItemContext): TemplateResult {
  const { language } = context;
  const { count, lane, key } = cluster;
  const named = cluster.named.flatMap(id => context.event(id) ?? []);
  const { title } = context.lanes.lane(lane);
  const name = withMatches(clusterName(count, eventsWords(named, language), language), cluster, language);
  return html`<button
    type="button"
    part="cluster"
    class="gathered"
    data-key=${key}
    data-lane=${lane}
    data-count=${count}
    data-matches=${cluster.matches ?? nothing}
    data-start=${finite(cluster.start)}
    data-end=${finite(cluster.end)}
    tabindex=${key === context.stop ? 0 : -1}
    aria-expanded="false"
  >
    <span class="spot"></span><bdi>${title ? language.say('colon', { head: title, rest: name }) : name}</bdi>
  </button>`;
}
