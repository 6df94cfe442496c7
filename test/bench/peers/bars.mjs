// What we ask of ourselves. `of` takes a report and returns a figure, or undefined where it was not measured.
const OURS = 'timeline-view';

const mountBars = [
  [1_000, 100],
  [10_000, 200],
  [100_000, 600],
  [1_000_000, 3_000],
].map(([size, most]) => ({
  name: `first painted content of ${size.toLocaleString('en')} events`,
  most,
  unit: ' ms',
  of: report => report.mount(OURS, size),
}));

const frameBars = ['pan', 'zoom'].flatMap(kind =>
  [
    [10_000, 17],
    [1_000_000, 25],
  ].map(([size, most]) => ({
    name: `p95 of frames in a ${kind} over ${size.toLocaleString('en')} events`,
    most,
    unit: ' ms',
    of: report => report.frames(kind, OURS, size, 0.95),
  })),
);

const labelBars = ['cut', 'overlapping'].map(fault => ({
  name: `titles that are ${fault}, at any size`,
  most: 0,
  unit: '',
  of: report =>
    report.labelled
      .flatMap(({ name }) =>
        report.labelSizes.map(size => report.labels(OURS, name, size)?.[fault] ?? Infinity),
      )
      .reduce((a, b) => a + b, 0),
}));

export const bars = [
  ...mountBars,
  ...frameBars,
  {
    name: 'elements, at any size',
    most: 1500,
    unit: '',
    of: report => Math.max(...report.sizes.map(size => report.elements(OURS, size) ?? 0)),
  },
  ...labelBars,
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
