// What we ask of ourselves, most of it next to others in the same run. `of` takes a report and returns a figure, or
// undefined where it was not measured.
const OURS = 'timeline-view';
const PLOT = '@observablehq/plot';

/** How many times as long as something else that was measured; undefined where either was not. */
const times = (ours, other) => (ours === undefined || !other ? undefined : ours / other);
const events = size => `${size.toLocaleString('en')} events`;

const mountBars = [
  [1_000, PLOT, 1],
  [10_000, 'event-drops', 1],
  [10_000, 'vis-timeline', 1 / 15],
  [100_000, 'event-drops', 1.3],
  [100_000, 'timelines-chart', 1 / 8],
].map(([size, peer, most]) => ({
  name: `first painted content of ${events(size)}, next to ${peer}`,
  most,
  unit: ' times',
  of: report => times(report.mount(OURS, size), report.mount(peer, size)),
}));

const stepBars = [
  ['pan', 3],
  ['zoom', 6],
].flatMap(([kind, most]) => [
  {
    name: `main-thread time of a step of a ${kind}, at any size`,
    most,
    unit: ' ms',
    of: report => Math.max(...report.sizes.map(size => report.step(kind)(OURS, size) ?? 0)),
  },
  {
    name: `the same of 1,000,000 events, next to that of 1,000`,
    most: 1.5,
    unit: ' times',
    of: report => times(report.step(kind)(OURS, 1_000_000), report.step(kind)(OURS, 1_000)),
  },
]);

const frameBars = ['pan', 'zoom'].map(kind => ({
  name: `p99 of frames in a ${kind} over ${events(100_000)}`,
  most: 25,
  unit: ' ms',
  of: report => report.frames(kind, OURS, 100_000, 0.99),
}));

const LEAST_WHOLE = { '1200×400': { 10: 10, 100: 40, 1000: 45 }, '360×640': { 10: 10, 100: 14, 1000: 16 } };
const wholeBars = Object.entries(LEAST_WHOLE).flatMap(([box, sizes]) =>
  Object.entries(sizes).map(([size, least]) => ({
    name: `titles whole of ${events(Number(size))} in one lane at ${box}`,
    least,
    unit: '',
    of: report => report.labels(OURS, box, Number(size), 1)?.whole,
  })),
);

const faultBars = ['cut', 'overlapping'].map(fault => ({
  name: `titles that are ${fault}, at any size, in one lane or four`,
  most: 0,
  unit: '',
  of: report =>
    report.labelled
      .flatMap(({ name }) =>
        report.labelSizes.flatMap(size =>
          report.lanes.map(lanes => report.labels(OURS, name, size, lanes)?.[fault] ?? Infinity),
        ),
      )
      .reduce((a, b) => a + b, 0),
}));

export const bars = [
  ...mountBars,
  {
    name: `first painted content of ${events(1_000_000)}, next to JSON.parse of their records`,
    most: 2,
    unit: ' times',
    of: report => times(report.mount(OURS, 1_000_000), report.parse(OURS, 1_000_000)),
  },
  ...stepBars,
  ...frameBars,
  {
    name: 'elements, at any size',
    most: 1500,
    unit: '',
    of: report => Math.max(...report.sizes.map(size => report.elements(OURS, size) ?? 0)),
  },
  {
    name: `heap that ${events(1_000_000)} take beyond their records, for each of them`,
    most: 120,
    unit: ' bytes',
    of: report => {
      const heap = report.heap(OURS, 1_000_000);
      return heap === undefined ? undefined : heap / 1_000_000;
    },
  },
  ...wholeBars,
  ...faultBars,
  ...['nodes', 'listeners'].map(kind => ({
    name: `${kind} left behind by 20 mounts`,
    most: 0,
    unit: '',
    of: report => report.leaks(OURS)?.[kind] ?? Infinity,
  })),
  {
    name: 'the self-contained file, gzip',
    most: 60,
    unit: ' kB',
    of: report => report.subjects.find(({ ours }) => ours).bytes / 1000,
  },
];
