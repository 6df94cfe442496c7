// Turns what was measured into Markdown.

/** The value below which so much of a list lies, from 0 to 1. */
export function quantile(list, q) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const round = (value, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const ms = value => round(value, value < 100 ? 1 : 0);
const mb = bytes => round(bytes / 1e6, 1);
/** With as many digits as say something. */
const short = value => round(value, Number.isInteger(value) ? 0 : value < 1 ? 2 : 1);
const kb = bytes => round(bytes / 1000, 1);
const none = '–';

/** A table of Markdown; the first column is text, the others are figures. */
const table = (head, rows) =>
  [head, head.map((_, i) => (i ? '--:' : '---')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');

/**
 * `runs(subject, size)` is the list of runs, empty where the subject was left out of that size, and undefined where
 * it never took part.
 */
export class Report {
  constructor(measured) {
    Object.assign(this, measured);
  }

  /** One figure of all runs of a subject at a size. */
  figure(name, size, of) {
    const values = (this.runs(name, size) ?? [])
      .map(of)
      .filter(value => value !== undefined && value !== null);
    return values.length ? median(values) : undefined;
  }

  /** How often a size was measured, of whoever was measured least, but for what is measured once. */
  roundsOf(size) {
    const counts = this.subjects
      .map(({ name }) => this.runs(name, size)?.length ?? 0)
      .filter(count => count > 1);
    return counts.length ? Math.min(...counts) : 1;
  }

  mount = (name, size) => this.figure(name, size, run => run.mount);
  parse = (name, size) => this.figure(name, size, run => run.parse);
  elements = (name, size) => this.figure(name, size, run => run.elements);
  heap = (name, size) => this.figure(name, size, run => run.heap);
  step = kind => (name, size) => this.figure(name, size, run => run[kind]?.ms);

  /** The interval below which so much of the frames lies, of all runs together. */
  frames(kind, name, size, q) {
    const all = (this.runs(name, size) ?? []).flatMap(run => run[kind]?.frames ?? []);
    return all.length ? quantile(all, q) : undefined;
  }

  /** A table with a row for each subject and a column for each size. */
  bySize(of, show) {
    const rows = this.subjects.map(({ name, ours }) => [
      ours ? `**${name}**` : name,
      ...this.sizes.map(size => {
        const runs = this.runs(name, size);
        if (runs && !runs.length) return 'left out';
        const value = of(name, size);
        return value === undefined ? none : `${show(value)}${runs.length === 1 ? '\\*' : ''}`;
      }),
    ]);
    return table(['events', ...this.sizes.map(size => round(size))], rows);
  }

  framesBySize(kind) {
    const pair = (name, size) => {
      const [half, most] = [0.5, 0.99].map(q => this.frames(kind, name, size, q));
      return half === undefined ? undefined : `${round(half)} / ${round(most)}`;
    };
    return this.bySize(pair, text => text);
  }

  /** What the browser itself takes for a step, as a sentence. */
  browserStep(kind) {
    const step = this.step(kind)(this.yardstick, 0);
    const [half, most] = [0.5, 0.99].map(q => round(this.frames(kind, this.yardstick, 0, q)));
    return `In a page with nothing but a box that the same input moves, a step takes ${ms(step)} ms, and frames ${half} / ${most} ms: that is the browser's own.`;
  }

  labelTable(lanes) {
    const columns = this.labelled.flatMap(({ name }) => this.labelSizes.map(size => ({ name, size })));
    const rows = this.subjects.map(({ name, ours }) => [
      ours ? `**${name}**` : name,
      ...columns.map(column => {
        const counts = this.labels(name, column.name, column.size, lanes);
        return counts ? `${counts.whole} / ${counts.cut} / ${counts.overlapping}` : 'left out';
      }),
    ]);
    return table(['events', ...columns.map(({ name, size }) => `${round(size)} at ${name}`)], rows);
  }

  sizeTable() {
    return table(
      ['', 'version', 'script, kB', 'style sheet, kB'],
      this.subjects.map(({ name, ours, version, bytes, cssBytes }) => [
        ours ? `**${name}**` : name,
        version,
        kb(bytes),
        cssBytes ? kb(cssBytes) : none,
      ]),
    );
  }

  leakTable() {
    return table(
      ['', 'nodes', 'listeners', 'heap, MB'],
      this.subjects.map(({ name, ours }) => {
        const grown = this.leaks(name);
        return [
          ours ? `**${name}**` : name,
          ...(grown
            ? [round(grown.nodes), round(grown.listeners), mb(grown.heap)]
            : Array(3).fill('left out')),
        ];
      }),
    );
  }

  barTable(bars) {
    return table(
      ['bar', 'figure', 'met'],
      bars
        .map(bar => ({ ...bar, value: bar.of(this) }))
        .filter(({ value }) => value !== undefined)
        .map(({ name, most, least, unit, value }) => [
          `${name}: ${least === undefined ? `at most ${short(most)}` : `at least ${least}`}${unit}`,
          `${short(value)}${unit}`,
          (least === undefined ? value <= most : value >= least) ? 'met' : '**not met**',
        ]),
    );
  }

  markdown(bars) {
    const { machine, rounds, mounts, longest, slowRun, minutes } = this;
    return `# Next to other timelines

Written by \`npm run bench -- peers\`: everything in this file comes from one run of it. ${machine.seconds} s on ${machine.cores} cores
(${machine.cpu}), ${machine.memory} GB, Linux ${machine.kernel}, Node ${machine.node}, ${machine.browser} without a head, load average
${machine.loadBefore} at the start and ${machine.loadAfter} at the end${machine.busy ? ': **the machine was busy with other work**' : ''}.

**Compare figures within this run, not with other runs or machines.** The subjects take turns in each round, so what slows
one slows all. Figures are medians of up to ${rounds} rounds: after ${minutes} minutes nothing is measured again. So it came to
${this.sizes.map(size => `${this.roundsOf(size)} at ${round(size)} events`).join(', ')}. What takes more than ${slowRun} s in a round is measured once: \\*.
"left out": the first mount takes more than ${longest} s at this size or a smaller one. ${none}: it can't do that, or nothing moved.
The data are the same for all: seeded events of a century in four lanes, three of ten with a length, in a box of 1200×400.

## Bars of our own

${this.barTable(bars)}

## First painted content, ms

From the call that mounts until the first events have been painted. Scripts are loaded and records converted before.

${this.bySize(this.mount, ms)}

JSON.parse of the same records, as a yardstick:

${table(
  ['events', ...this.sizes.map(size => round(size))],
  [['JSON.parse', ...this.sizes.map(size => ms(this.parse(this.subjects[0].name, size)))]],
)}

## Main-thread time of a step of a pan, ms

${this.bySize(this.step('pan'), ms)}

${this.browserStep('pan')}

## Main-thread time of a step of a zoom, ms

${this.bySize(this.step('zoom'), ms)}

${this.browserStep('zoom')}

## Frames while panning, p50 / p99 in ms

${this.framesBySize('pan')}

## Frames while zooming, p50 / p99 in ms

${this.framesBySize('zoom')}

## Heap and array buffers that a mount takes, MB

Beyond the records themselves, after garbage collection.

${this.bySize(this.heap, mb)}

## Elements, shadow trees included

${this.bySize(this.elements, value => round(value))}

## Titles of events: whole / cut / overlapping

By the real boxes of their text in the first view. What is scrolled or clipped away altogether counts as none of these.
Titles have some 24 letters.
${this.lanes.map(lanes => `\nIn ${lanes === 1 ? 'one lane' : `${lanes} lanes`}:\n\n${this.labelTable(lanes)}\n`).join('')}
## What a page loads, gzip

The vendor's package through esbuild, with what the adapter imports and what that needs; ours is the built file.

${this.sizeTable()}

## Left behind by ${mounts} mounts of 100 events, each taken away again

${this.leakTable()}

## What to know about these figures

- The libraries do different things. echarts draws on a canvas: its elements are few whatever it shows, and its labels were
  counted in its SVG. event-drops and d3-milestones draw points only; timelines-chart and event-drops show no titles;
  d3-milestones and Plot can be neither panned nor zoomed. vis-timeline stacks every event in full and scrolls to it, which we do
  not: we gather what has no room. TimelineJS shows part of its axis and a slide above it.
- In the narrow box ours draws its picture too, as the others do; left to itself it lets time run down there, as a text that
  scrolls, where every title stands in full and few of them in one box.
- Each has its defaults where it has some. timelines-chart and echarts are without animation, TimelineJS without web fonts,
  event-drops with labels of 100 px.
- A pan is a drag of 30 moves of 8 px, a zoom 12 notches of the wheel (with Ctrl for ours), real input in both. TimelineJS is
  zoomed by its buttons, timelines-chart panned and zoomed by its methods, because it has no gesture for these. A gesture
  ends early after 4 s. What still moves for 0.3 s afterwards counts.
- A notch of the wheel and a move of the mouse do not change the scale by the same in each.
- echarts' first content may be part of the events: it draws many in portions. Conversion of records is not timed; ours
  takes the records with their dates as text, so that reading them is part of its mount.
- Elements in a shadow tree and generated content are counted as the others; canvas pixels and GPU memory are not measured.
- TimelineJS, timelines-chart and d3-milestones have no method that takes them away: their host was emptied.
`;
  }
}
