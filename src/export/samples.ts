import type { SignPath } from '../render/sign.js';

/**
 * Where the style sheets find what has an outline or a filling: elements within one another, each with its tag, its classes,
 * behind an `@` the parts it is of and, behind a `!`, that it stands back.
 */
export const SHAPES = {
  grid: 'svg.axis > g.axis-ticks > g.units > path.grid',
  tick: 'svg.axis > g.axis-ticks > g.units > line',
  'larger-tick': 'svg.axis > g.axis-ticks > g.larger > line',
  domain: 'svg.axis > g.axis-ticks > g.larger > path.domain',
  'fold-cover': 'svg.axis > g.axis-ticks > g.folds > g.fold@fold > path.cover',
  'fold-sign': 'svg.axis > g.axis-ticks > g.folds > g.fold@fold > path.sign',
  weekend: 'svg.backdrop > rect.weekend',
  wash: 'svg.backdrop > g > rect.wash',
  faint: 'svg.backdrop > g > rect.wash.faint',
  doubt: 'svg.backdrop > g > path.doubt',
  torn: 'svg.backdrop > g.torn@fold > path',
  'torn-gap': 'svg.backdrop > g.torn@fold > rect.gap',
  silhouette: 'svg.backdrop > path.silhouette',
  milestone: 'svg.backdrop > line.milestone',
  chosen: 'svg.backdrop > path.chosen',
  link: 'svg.backdrop > path.link@link',
  against: 'svg.backdrop > path.link.against@link',
  reason: 'svg.backdrop > path.link.reason@link',
  part: 'svg.backdrop > path.link.part@link',
  'link-head': 'svg.backdrop > path.link-head',
  'link-halo': 'svg.backdrop > path.link-halo',
  halo: 'button.mark@mark > svg.figure > path.halo',
  gap: 'button.mark@mark > svg.figure > path.gap',
  solid: 'button.mark@mark > svg.figure > path.solid',
  outline: 'button.mark@mark > svg.figure > path.outline',
  dashed: 'button.mark@mark > svg.figure > path.dashed',
  fill: 'button.mark@mark > svg.figure > path.fill',
  stroke: 'button.mark@mark > svg.figure > path.stroke',
  thin: 'button.mark@mark > svg.figure > path.thin',
  tail: 'button.mark@mark > svg.figure > path.tail',
} satisfies Record<SignPath['as'], string> & Record<string, string>;

/** The same of boxes with a border. */
export const BOXES = {
  ring: 'button.mark@mark > span.ring',
  'square-ring': 'button.mark@mark > span.ring.bracket',
  cluster: 'button.cluster@cluster',
  'dimmed-cluster': 'button.cluster@cluster!dimmed',
};

/** The same of texts. */
export const TEXTS = {
  heading: 'h2',
  summary: 'p#summary',
  unit: 'svg.axis > g.axis-ticks > g.units > g@tick > text',
  larger: 'svg.axis > g.axis-ticks > g.larger > g@tick > text',
  fold: 'svg.axis > g.axis-ticks > g.folds > g.fold@fold > text',
  lane: 'div.lane@lane > span.lane-label@lane-label',
  title: 'button.mark@mark > span.label@label > bdi.title',
  selected: 'button.mark@mark,mark-selected > span.label@label > bdi.title',
  era: 'button.mark@mark,era > span.label@label > bdi.title',
  date: 'button.mark@mark > span.label@label > span.date',
  note: 'button.mark@mark > span.label@label > span.note',
  'link-word': 'span.link-word',
  'dimmed-title': 'button.mark@mark!dimmed > span.label@label > bdi.title',
  'dimmed-date': 'button.mark@mark!dimmed > span.label@label > span.date',
  pill: 'button.cluster@cluster > span',
  'dimmed-pill': 'button.cluster@cluster!dimmed > span',
  legend: 'ul.legend@legend > li',
  source: 'p.source@source',
};

/** What of a mark that does not match stands back as a whole. */
export const DIMMED = 'button.mark@mark!dimmed > svg.figure';

const SVG = 'http://www.w3.org/2000/svg';

/** Returns the innermost of the elements that a sample is written as, all of them within `stand`. */
export function standSample(stand: Element, sample: string): Element {
  let within = stand;
  let isSvg = false;
  for (const step of sample.split(' > ')) {
    const [, tag = 'span', id, classes = '', parts, back] =
      /^(\w+)(?:#([\w-]+))?((?:\.[\w-]+)*)(?:@([^!]+))?(!dimmed)?$/.exec(step)!;
    isSvg ||= tag === 'svg';
    const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    if (id) element.id = id;
    element.setAttribute('class', classes.replaceAll('.', ' ').trim());
    if (parts) element.setAttribute('part', parts.replaceAll(',', ' '));
    // A mark does not match, nor does anything in a pill.
    if (back)
      for (const [name, value] of [
        ['data-dimmed', ''],
        ['data-matches', '0'],
      ] as const)
        element.setAttribute(name, value);
    // As d3-axis has it.
    if (tag === 'text') element.setAttribute('fill', 'currentColor');
    if (tag === 'line' || classes === '.domain') element.setAttribute('stroke', 'currentColor');
    within = within.appendChild(element);
  }
  return within;
}
