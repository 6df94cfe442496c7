import type { TimelineEvent } from '../data/timeline-event.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/**
 * What the canvas shows, as plain data in px. x runs from the view's start and y from the top of
 * the lanes, both before any panning: a renderer moves the whole layer, never a single mark.
 * Nothing in it depends on the DOM, so a test or an exporter reads it as the renderer does.
 */
export interface Scene {
  /** The visible stretch that `x = 0 … width` shows. */
  readonly view: TimeSpan;
  readonly width: number;
  /** Height of all lanes together; the canvas scrolls where it has less. */
  readonly height: number;
  /** Whether that is more than there is, by a px or more. */
  readonly scrolls: boolean;
  readonly pxPerMs: number;
  /** The zoom level whose structure is drawn: that of the scale, or a coarser one while a zoom comes closer. */
  readonly level: number;
  /** Made while the view moves: nothing is hidden at its edges. */
  readonly moving: boolean;
  /** How many px are drawn beyond either edge. */
  readonly ahead: number;
  /** From where down to where lanes are drawn in full; `null` where all are. */
  readonly sight: { readonly top: number; readonly bottom: number } | null;
  readonly lanes: readonly SceneLane[];
  /** In time order; eras among them. */
  readonly marks: readonly SceneMark[];
  readonly clusters: readonly SceneCluster[];
  readonly washes: readonly SceneWash[];
  readonly links: readonly SceneLink[];
  /** Of collapsed lanes, and of those with very many entries. */
  readonly silhouettes: readonly SceneSilhouette[];
}

export interface SceneLane {
  /** Of its title, unique among all keys. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** A value for the CSS custom property `--lane`. */
  readonly color: string;
  readonly y: number;
  readonly height: number;
  /** Height of the row that holds the title (and guests); 0 where a lane has none. */
  readonly headHeight: number;
  /** Where the title begins and ends, at the most. */
  readonly indent: number;
  readonly titleWidth: number;
  readonly collapsible: boolean;
  readonly collapsed: boolean;
  /** Whether a silhouette stands behind the title. */
  readonly shaded: boolean;
}

/** How dense the entries of a lane lie: steps behind its pills, with a scale of their own. */
export interface SceneSilhouette {
  readonly lane: string;
  readonly color: string;
  readonly x: number;
  readonly y: number;
  /** Of the highest step. */
  readonly height: number;
  /** Width of a step. */
  readonly step: number;
  /** How many entries overlap each step; the same list where nothing has changed. */
  readonly counts: readonly number[];
  /** The count of the highest step of the lane. */
  readonly most: number;
}

export interface SceneMark {
  /** Unique among marks and stable over time: `event id @ lane id`. */
  readonly key: string;
  readonly event: TimelineEvent;
  readonly lane: string;
  readonly color: string;
  readonly era: boolean;
  /** The drawn, unrounded stretch; an open side is infinite. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** The border box of the button: the stretch, or 24 px centred on a narrower one. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the sign lies within the box. */
  readonly sign: SceneSign;
  readonly label: SceneLabel | null;
  /** Stands in its lane's head row because it is focused or selected and has no row of its own. */
  readonly guest: boolean;
  readonly selected: boolean;
  /** Whether it stands back, as it does not match what is looked for. */
  readonly dimmed: boolean;
}

/** How the sign is drawn; every px is measured from the mark's own box. */
export interface SceneSign {
  /**
   * `disc`: a point. `bar`: a stretch. `bracket`: some time within. `set`: a line with members on it.
   * `diamond`: a milestone. `era`: only its title.
   */
  readonly shape: 'disc' | 'bar' | 'bracket' | 'set' | 'diamond' | 'era';
  /** Centre line of the sign from the top of the box. */
  readonly cy: number;
  /** The extent of the stretch, clamped to the buffer. */
  readonly x0: number;
  readonly x1: number;
  /** Beyond this x nobody knows that it still lasts (`asOf`); equals `x1` where the end is not open. */
  readonly knownX: number;
  /** Where an end was clamped because it lies outside the buffer, no end sign is drawn. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** `"1985/"`: a short tail with a question mark. */
  readonly unknownStart: boolean;
  readonly unknownEnd: boolean;
  /** Width of the fade of an approximate edge, 0 for a firm one; centred on the edge. */
  readonly fadeStart: number;
  readonly fadeEnd: number;
  readonly uncertain: boolean;
  /** Middles of the folds that it lasts over; none where nothing is said. */
  readonly breaks?: readonly number[];
  /** Whether it is drawn down a line: what is written in it is turned, so that it stands upright. */
  readonly turned?: boolean;
  /** Of a set, those near the view, in px from the same box: brackets where one of them is meant, bars and discs where all are. */
  readonly members: readonly SceneSign[];
}

export interface SceneLabel {
  /** Top left of the label's box, from the top left of the mark's box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `after` and `before` stand beside the mark, `above` over it and along it, `inside` within an era's box. */
  readonly side: 'after' | 'before' | 'above' | 'inside';
  /** The date in words, in the small style before the title; empty where there is no room. */
  readonly date: string;
  /** The title, one or two lines, broken here and nowhere else. */
  readonly lines: readonly string[];
  /** The status or "ongoing" in words after the title; empty where there is no room. */
  readonly note: string;
  /** False where the title was shortened to "…". */
  readonly whole: boolean;
  /**
   * A label over its own bar may slide along it, from `x` up to `x + slide`, to stay inside the
   * view; 0 for one that stands still.
   */
  readonly slide: number;
  /** Whether at rest the edge of the view would cut it: it is then not shown. */
  readonly hidden: boolean;
}

/** Events that stand together for want of room: how many, who and when. */
export interface ClusterMembers {
  /** Stable over time: `lane id # cell`. */
  readonly key: string;
  readonly lane: string;
  readonly color: string;
  /** Members that overlap the view. */
  readonly count: number;
  /** How many of those match what is looked for; null where nothing is, or all do. */
  readonly matches: number | null;
  /** The hull of those members. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Where they belong, however far they last: what to look at to see them parted. */
  readonly anchors: TimeSpan;
  /** The event where there is only one: its mark had no room. */
  readonly only: TimelineEvent | null;
  /** Ids in time order, at most 200: what opens in place where no zoom can part them. */
  readonly ids: readonly string[];
  /** Ids of the members that its name speaks of: all of these, or of very many the first and the last. */
  readonly named: readonly string[];
  /** Whether the deepest zoom still leaves it closed. */
  readonly inseparable: boolean;
}

/** The pill of such events. */
export interface SceneCluster extends ClusterMembers {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Shown at the start or end edge: its members' stretches reach into the view, its cell does not. */
  readonly edge: 'start' | 'end' | null;
  /** Whether its lane is collapsed and nothing is looked for: how dense events lie is seen then, and this only by who points at it. */
  readonly folded: boolean;
}

/** The wash of an era behind all lanes; its edges are known as those of a sign. */
export interface SceneWash extends Pick<SceneSign, 'fadeStart' | 'fadeEnd' | 'uncertain'> {
  readonly key: string;
  readonly color: string;
  readonly x: number;
  readonly width: number;
  /** Where what is known ends; the wash is fainter after it. */
  readonly knownX: number;
}

/** A relation of the selected event, from one mark or cluster to another. */
export interface SceneLink {
  readonly key: string;
  readonly rel: string;
  /** The corners of its way, in the direction of the relation. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** What relation it is, in words, where there is room beside its way; else null. */
  readonly word: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  } | null;
}
