import { nothing, svg, html, type TemplateResult } from 'lit';
import type { Status } from '../data/timeline-event.js';
import { UNKNOWN_TAIL, type Reach } from '../layout/item.js';
import type { SceneSign } from '../layout/scene.js';
import { bodyOf, coreOf, inset, outline, type Body } from './sign-body.js';
import { px } from './place.js';

/** One stroke or fill of a sign: how it is drawn, never in which colour. */
export interface SignPath {
  readonly as: 'solid' | 'gap' | 'halo' | 'outline' | 'dashed' | 'fill' | 'stroke' | 'thin' | 'tail';
  readonly d: string;
}

/** Half the stroke of an outline. */
const PEN = 0.75;

/** Width of the paper around a sign. */
const HALO = 3;

/** What is repeated along a stretch, from the centre line of a body that is 8.5 px high. */
const CROSS = 'm-2.25-2.25l4.5 4.5m0-4.5l-4.5 4.5';
const SLASH = 'm-3 3l6-6';
/** Two slashes, within a circle or a diamond. */
const SLASHES = 'm-4 1.5l5.5-5.5m-3 8l5.5-5.5';

/** Drawn, as a text would stand wrong in a mirrored image. */
const QUESTION = 'm-2.5-2.5a2.5 2.5 0 1 1 2.5 2.5v1.5m0 2v1.5';
const TURNED_QUESTION = 'm-2.5 2.5a2.5 2.5 0 1 1 2.5-2.5h1.5m2 0h1.5';

/** The same stroke at every `step` px of a stretch, so that one is in view wherever the view lies; at least once. */
function along(from: number, to: number, cy: number, step: number, stroke: string): string {
  const count = Math.max(1, Math.floor((to - from) / step));
  const first = (from + to - (count - 1) * step) / 2;
  return Array.from({ length: count }, (_, i) => `M${px(first + i * step)} ${cy}${stroke}`).join('');
}

/** What fills a body of which something is not known or not sure. */
function fillOf(status: Status | undefined, body: Body): SignPath[] {
  const { start, end, cy } = body;
  switch (status) {
    case 'reported':
      return [{ as: 'fill', d: outline(body, true) }];
    case 'alleged':
      return [];
    case 'disputed':
      return [{ as: 'stroke', d: `M${px(start)} ${cy}H${px(end)}` }];
    case 'refuted':
      return [{ as: 'stroke', d: along(start, end, cy, 20, CROSS) }];
    case 'retracted':
      // Pattern or clip path would need an id; these strokes end within the sides.
      return [
        {
          as: 'thin',
          d: body.point
            ? `M${px((start + end) / 2)} ${cy}${SLASHES}`
            : along(start + 2, end - 2, cy, 4, SLASH),
        },
      ];
    default:
      return [{ as: 'fill', d: outline(body) }];
  }
}

/** A dashed line to where nobody knows more, with heads that point there. */
function tail(from: number, to: number, cy: number): SignPath[] {
  const way = Math.sign(to - from);
  if (!way) return [];
  let heads = '';
  for (let x = from + way * 14; (to - x) * way >= 0; x += way * 64)
    heads += `M${px(x - way * 4)} ${cy - 4}l${way * 4} 4 ${-way * 4} 4`;
  return [
    { as: 'tail', d: `M${px(from - way)} ${cy}H${px(to)}` },
    { as: 'thin', d: heads },
  ];
}

/** A short dashed line, and what nobody can say. */
function ask(from: number, way: 1 | -1, { cy, turned }: SceneSign): SignPath[] {
  return [
    { as: 'tail', d: `M${px(from)} ${cy}h${way * 12}` },
    { as: 'stroke', d: `M${px(from + way * 18)} ${cy}${turned ? TURNED_QUESTION : QUESTION}` },
  ];
}

/** What lasts over a fold is broken there, as the axis is. */
function broken(breaks: readonly number[], cy: number): SignPath[] {
  const strokes = (dx: number): string => breaks.map(x => `M${px(x - 2 + dx)} ${px(cy + 6)}l4 -12`).join('');
  return [
    { as: 'gap', d: strokes(0) },
    { as: 'thin', d: strokes(-2.5) + strokes(2.5) },
  ];
}

/** Square brackets at the ends of a body that the date names. */
function brackets({ start, end, cy, half, firmStart, firmEnd }: Body): string {
  const reach = half + 3;
  const bracket = (x: number, foot: number): string =>
    `M${px(x + foot)} ${cy - reach}h${-foot}v${2 * reach}h${foot}`;
  return (firmStart ? bracket(start + PEN, 3) : '') + (firmEnd ? bracket(end - PEN, -3) : '');
}

/** The line that members of a set stand on, which ends where the tail of an open one begins. */
function hull({ cy, x0, x1, members }: SceneSign): SignPath[] {
  const [first, last] = [members[0], members.at(-1)];
  const from = first?.openStart ? bodyOf(first).end : x0;
  const to = last?.openEnd ? bodyOf(last).start : x1;
  return from < to ? [{ as: 'thin', d: `M${px(from)} ${cy}H${px(to)}` }] : [];
}

/**
 * The strokes and fills of a sign, back to front, in px from the box of its mark. Outline, ends and
 * tails tell the date, the fill alone tells the status; nothing is told by colour. `corner` is the radius of
 * corners that the theme has.
 */
export function signPaths(sign: SceneSign, status?: Status, corner?: number): SignPath[] {
  const { shape, cy, x0, x1 } = sign;
  if (shape === 'era') return [];
  if (shape === 'set') return hull(sign);
  const body = bodyOf(sign, corner);
  const { start, end } = body;
  const bracketed = shape === 'bracket' ? brackets(body) : '';
  const solid = bracketed && body.narrow ? coreOf(body, corner) : body;
  const edge = outline(inset(solid, PEN));
  const paths: SignPath[] =
    (!status || status === 'confirmed') && !sign.uncertain
      ? // Most are these: one path for halo, outline and fill.
        [{ as: 'solid', d: outline(solid) }]
      : [
          { as: 'halo', d: edge },
          { as: sign.uncertain ? 'dashed' : 'outline', d: edge },
          ...fillOf(status, inset(solid, sign.uncertain ? 3 : PEN)),
        ];
  if (bracketed) paths.push({ as: 'stroke', d: bracketed });
  if (shape === 'diamond' && x1 - x0 > end - start)
    paths.unshift({ as: 'stroke', d: `M${px(x0 + 1)} ${cy - 4}v8m0-4H${px(x1 - 1)}m0-4v8` });
  if (sign.breaks?.length) paths.push(...broken(sign.breaks, cy));
  if (sign.openStart) paths.push(...tail(start, x0, cy));
  if (sign.openEnd) paths.push(...tail(end, x1, cy));
  if (sign.unknownStart) paths.push(...ask(start, -1, sign));
  if (sign.unknownEnd) paths.push(...ask(end, 1, sign));
  return paths;
}

/** How strong what is drawn of an approximate date is, from 0 to 1: along the line, or about a point. */
export type SignFade =
  | { readonly from: 'sides'; readonly stops: readonly (readonly [x: number, strength: number])[] }
  | {
      readonly from: 'middle';
      readonly x: number;
      readonly cy: number;
      readonly radii: readonly [number, number];
    };

/** An approximate edge is half strong where the date has it; null where the edges are firm. */
function fadeOf(sign: SceneSign): SignFade | null {
  const { x0, x1, cy, fadeStart, fadeEnd, openStart, openEnd, unknownStart, unknownEnd } = sign;
  if (!(fadeStart > 0 || fadeEnd > 0)) return null;
  const middle = (x0 + x1) / 2;
  // What is narrower than a sign is drawn as wide as one: there is no edge to fade, so all of it does.
  if (bodyOf(sign).narrow && !(openStart || openEnd || unknownStart || unknownEnd))
    return { from: 'middle', x: middle, cy, radii: [2, 7] };
  const stops: (readonly [number, number])[] = [];
  if (fadeStart) stops.push([x0 - fadeStart / 2, 0], [Math.min(x0 + fadeStart / 2, middle), 1]);
  if (fadeEnd) stops.push([Math.max(x1 - fadeEnd / 2, middle), 1], [x1 + fadeEnd / 2, 0]);
  return { from: 'sides', stops };
}

/** The mask of a fade, in an image that begins at `left`. */
function maskOf(fade: SignFade, left: number): string {
  const stop = (x: number): string => `${px(x - left)}px`;
  if (fade.from === 'middle') {
    const [strong, gone] = fade.radii;
    return `mask-image:radial-gradient(circle at ${stop(fade.x)} ${HALF}px,#000 ${strong}px,#0000 ${gone}px)`;
  }
  const stops = fade.stops.map(([x, strength]) => `${strength ? '#000' : '#0000'} ${stop(x)}`);
  // What has one edge that fades is strong up to its other end.
  if (fade.stops[0]![1]) stops.unshift('#000 0');
  if (fade.stops.at(-1)![1]) stops.push('#000 0');
  return `mask-image:linear-gradient(90deg,${stops.join()})`;
}

/** Half the height of a sign's image, in px. */
const HALF = 12;

/** What of a sign is drawn in one go, and how it fades. */
export interface SignPart {
  readonly sign: SceneSign;
  readonly paths: readonly SignPath[];
  readonly fade: SignFade | null;
}

/** The parts of a sign, back to front: of a set its line and its members, else one, or two where a part of it fades. */
export function signParts(sign: SceneSign, status?: Status, corner?: number): SignPart[] {
  const signs = sign.shape === 'set' ? [{ ...sign, fadeStart: 0, fadeEnd: 0 }, ...sign.members] : [sign];
  return signs
    .flatMap((part): SignPart[] => {
      const paths = signPaths(part, status, corner);
      const fade = fadeOf(part);
      if (!fade) return [{ sign: part, paths, fade }];
      // Dashes that fade would be none: they keep their strength.
      return [
        { sign: part, paths: paths.filter(({ as }) => as !== 'dashed'), fade },
        { sign: part, paths: paths.filter(({ as }) => as === 'dashed'), fade: null },
      ];
    })
    .filter(({ paths }) => paths.length);
}

/** The sign of a date and its status, as an image as wide as its mark. */
export function signTemplate(
  sign: SceneSign,
  status?: Status,
  corner?: number,
): TemplateResult | typeof nothing {
  const parts = signParts(sign, status, corner);
  return parts.length ? html`${parts.map(part => figure(part, sign))}` : nothing;
}

/** The image of a part, so wide from the start of its mark; what it draws beyond is seen all the same. */
function figure({ sign, paths, fade }: SignPart, whole: SceneSign): TemplateResult {
  const isMember = whole.members.includes(sign);
  if (!(sign.fadeStart > 0 || sign.fadeEnd > 0))
    return image(paths, { left: 0, right: isMember ? 1 : sign.x0 + sign.x1 }, sign.cy);
  const reach = masked(sign);
  return image(paths, reach, sign.cy, fade ? maskOf(fade, reach.left) : '');
}

function image(paths: readonly SignPath[], { left, right }: Reach, cy: number, mask = ''): TemplateResult {
  const top = cy - HALF;
  const width = px(Math.max(1, right - left));
  return html`<svg
    class="figure"
    aria-hidden="true"
    width=${width}
    height=${2 * HALF}
    viewBox="${px(left)} ${px(top)} ${width} ${2 * HALF}"
    .style=${`margin:${px(top)}px 0;margin-inline-start:${px(left)}px;${mask}`}
  >
    ${paths.length > 1 ? paths.map(pathTemplate) : pathTemplate(paths[0]!)}
  </svg>`;
}

const pathTemplate = ({ as, d }: SignPath): TemplateResult => svg`<path class=${as} d=${d} />`;

/** All that is drawn of a sign, halo and tails included: a mask cuts at the edge of the image. */
function masked(sign: SceneSign): Reach {
  const { start, end } = bodyOf(sign);
  const { x0, x1, openStart, openEnd, unknownStart, unknownEnd } = sign;
  return {
    left: (openStart ? x0 : start) - (unknownStart ? UNKNOWN_TAIL : HALO),
    right: (openEnd ? x1 : end) + (unknownEnd ? UNKNOWN_TAIL : HALO),
  };
}

/** A firm stretch of 32 px at the height of a line, but for what is said otherwise. */
export function sampleSign(fields: Partial<SceneSign>): SceneSign {
  const x1 = fields.x1 ?? 32;
  return {
    shape: 'bar',
    cy: 12,
    x0: 0,
    x1,
    knownX: x1,
    cutStart: false,
    cutEnd: false,
    openStart: false,
    openEnd: false,
    unknownStart: false,
    unknownEnd: false,
    fadeStart: 0,
    fadeEnd: 0,
    uncertain: false,
    members: [],
    ...fields,
  };
}

/** The sign of a point in time, its middle at `x` and `cy`. */
export function disc(x: number, cy: number): SceneSign {
  return sampleSign({ shape: 'disc', cy, x0: x, x1: x });
}
