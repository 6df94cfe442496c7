import type { EventTable } from '../data/event-table.js';
import type { Criteria } from '../index/search.js';
import type { Language } from '../language/language.js';
import { matchingWords } from '../language/matching-words.js';
import { wrapText } from '../layout/wrap-title.js';
import type { Picture } from '../layout/picture.js';
import { axisRows } from '../render/axis-rows.js';
import { dateWords } from '../render/date-words.js';
import { axisFolds } from '../render/folds.js';
import type { FrameContext } from '../render/frame-context.js';
import { legendData, legendEntries } from '../render/legend.js';
import { clusterName, joinTexts, markName, shortTitle, statusWord, withMatches } from '../render/names.js';
import { eventsWords, spanWords } from '../render/range-words.js';
import { sourceSentences } from '../render/source-sentences.js';
import { tableWords } from '../render/table-words.js';
import { UNDATED_SHOWN } from '../render/undated.js';
import type { Looks, TextName } from './looks.js';
import { paintAxis, paintGrid } from './paint-axis.js';
import { paintCaret, paintSign } from './paint-mark.js';
import { paintScene, type SceneNames } from './paint-scene.js';
import { directionOf, Paper } from './paper.js';
import { boxPath, filled, type Pen } from './pen.js';

/** What is printed on a sheet. */
export interface SheetInput {
  /** The events that are drawn. */
  readonly table: EventTable;
  /** What they were looked for by, and how many of all match; null where nothing is looked for. */
  readonly search: (Criteria & { readonly count: number; readonly total: number }) | null;
  readonly context: FrameContext;
  /** Null where there is nothing to draw. */
  readonly picture: Picture | null;
  /** Of the picture, in px. */
  readonly width: number;
  readonly title: string;
  readonly description: string;
  /** Of how many events it shows a part of time; null where it shows all of it. */
  readonly shown: number | null;
}

/** A sheet that is set, and can be drawn. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  draw(pen: Pen): void;
}

/** What stands under one another on a sheet. */
interface Block {
  readonly height: number;
  draw(paper: Paper): void;
}

/** Around all that is printed, and between picture and texts, in px. */
const MARGIN = 16;
const GAP = 12;
/** From one sign of the legend to the next, and from a sign to its words. */
const BETWEEN = 20;
const AFTER_SIGN = 8;

/** Sets a sheet as a newspaper prints a graphic: what it is of, the picture, its signs, who says so. */
export function setSheet(input: SheetInput, looks: Looks): Sheet {
  const { table, context, picture, width, title } = input;
  const { language } = context;
  const words = searchWords(input);
  if (words.length === 0 || table.total > 0)
    words.unshift(tableWords(table, language) || language.say('empty'));
  if (picture && input.shown !== null) words.push(viewWords(picture, input.shown, language));
  const blocks: Block[] = [
    textBlock(title, 'heading', width, looks, language.locale),
    ...words.map(text => textBlock(text, 'summary', width, looks, language.locale)),
    space(GAP),
    ...(picture ? [pictureBlock(picture, input, looks), space(GAP)] : []),
    legendBlock(input, looks),
    textBlock(undatedWords(input), 'source', width, looks, language.locale),
    textBlock(sourceSentences(table.document, context).join(' '), 'source', width, looks, language.locale),
  ];
  const height = Math.ceil(blocks.reduce((sum, block) => sum + block.height, 2 * MARGIN));
  return {
    width: width + 2 * MARGIN,
    height,
    title,
    description: [input.description, ...words].filter(Boolean).join('\n'),
    draw: pen => {
      pen.path(boxPath(0, 0, width + 2 * MARGIN, height), filled(looks.ink('var(--_paper)')));
      let y = MARGIN;
      for (const block of blocks) {
        pen.part({ x: MARGIN, y }, () => block.draw(new Paper(pen, looks, language, width)));
        y += block.height;
      }
    },
  };
}

const space = (height: number): Block => ({ height, draw: () => undefined });

/** A text in as many lines as it takes; none takes no room. */
function textBlock(text: string, name: TextName, width: number, looks: Looks, locale: string): Block {
  const lines = text ? wrapText(text, width, line => looks.width(line, name), locale) : [];
  const lineHeight = looks.lineHeight(name);
  return {
    height: lines.length * lineHeight,
    draw: paper => lines.forEach((line, i) => paper.write(line, 0, (i + 0.5) * lineHeight, name)),
  };
}

function pictureBlock(picture: Picture, input: SheetInput, looks: Looks): Block {
  const { scene } = picture;
  const names = namesIn(input);
  const height = scene.height + axisRows(looks.text('unit').font.size).height;
  return {
    height,
    draw: paper =>
      paper.within({ x: 0, y: 0, width: scene.width, height }, within => {
        within.shapes(0, 0, () => paintGrid(within, picture, scene.height));
        paintScene(within, picture, names);
        paintAxis(within, picture, scene.height, axisFolds(picture.folds, input.context.language));
      }),
  };
}

/** What marks and pills are called: a pill says who is in it. */
function namesIn({ context }: SheetInput): SceneNames {
  const { language } = context;
  return {
    mark: ({ event, lane }) =>
      markName(
        event,
        context.lanes.ofMark(event, lane),
        language,
        event.span ? dateWords(event, context) : '',
      ),
    cluster: ({ count, ids, named, matches }) => {
      const events = (of: readonly string[]) => of.flatMap(id => context.event(id) ?? []);
      const titles = events(ids).map(event => event.title);
      if (titles.length < count) titles.push(language.say('andMore', { count: count - titles.length }));
      const head = withMatches(
        clusterName(count, eventsWords(events(named), language), language),
        { count, matches },
        language,
      );
      return language.say('colon', { head, rest: titles.join('\n') });
    },
  };
}

/** Which part of time a picture shows, and of how many events. */
const viewWords = ({ time }: Picture, count: number, language: Language): string =>
  language.say('showing', {
    range: spanWords(time, language),
    events: language.say('events', { count }),
  });

/** How many of all events match, and what they were looked for by. */
function searchWords({ search, context: { language } }: SheetInput): string[] {
  if (!search) return [];
  const { query, filter, count, total } = search;
  const wanted = [
    query.text.trim(),
    ...Object.entries(filter).map(([head, values]) =>
      language.say('colon', {
        head,
        rest: joinTexts(
          values.map(value => value || '–'),
          language,
        ),
      }),
    ),
  ].filter(Boolean);
  const head = matchingWords(count, total, language);
  return [language.say('colon', { head, rest: wanted.join(' · ') })];
}

function legendBlock({ table, context: { language, lanes }, width }: SheetInput, looks: Looks): Block {
  const lineHeight = looks.lineHeight('legend') + 8;
  let x = 0;
  let line = 0;
  const entries = legendEntries(legendData(table, lanes.meanings), language).map(entry => {
    const { text } = entry;
    const indent = (entry.isLong ? STRETCH : POINT) + AFTER_SIGN;
    const length = indent + looks.width(text, 'legend');
    if (x > 0 && x + length > width) [x, line] = [0, line + 1];
    const placed = { ...entry, x, middle: (line + 0.5) * lineHeight, indent };
    x += length + BETWEEN;
    return placed;
  });
  return {
    height: entries.length ? (line + 1) * lineHeight + GAP / 2 : 0,
    draw: paper => {
      for (const { x: left, middle, text, indent, sign, status, color } of entries) {
        if (sign) paper.shapes(left, middle - sign.cy, () => paintSign(paper, sign, status, color));
        else paintCaret(paper, left + POINT / 2, middle);
        paper.write(text, left + indent, middle, 'legend');
      }
    },
  };
}

/** Widths of signs in the legend, in px. */
const POINT = 16;
const STRETCH = 32;

/** The events that no picture has a place for. */
function undatedWords({ table: { undated }, context: { language } }: SheetInput): string {
  if (!undated.length) return '';
  const titles = undated
    .slice(0, UNDATED_SHOWN)
    .map(event =>
      [isolated(shortTitle(event), language.direction), statusWord(event, language)]
        .filter(Boolean)
        .join(' · '),
    );
  const rest = undated.length - titles.length;
  if (rest) titles.push(language.say('andMore', { count: rest }));
  return language.say('colon', { head: language.say('undatedHeading'), rest: joinTexts(titles, language) });
}

/** A text among others, where it may run the other way. */
const isolated = (text: string, direction: 'ltr' | 'rtl'): string =>
  (directionOf(text) ?? direction) === direction ? text : `\u2068${text}\u2069`;
