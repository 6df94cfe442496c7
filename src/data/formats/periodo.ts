import { readLooseDate } from '../../time/loose-date.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { filled } from './html-fields.js';

/** Periods between two rests. */
const SLICE = 500;

/** Whether a value is a gazetteer of PeriodO (perio.do): its document, or a list of its periods. */
export function isPeriodO(value: unknown): boolean {
  if (Array.isArray(value)) return isPeriod(value[0]);
  return isEntry(value) && (isEntry(value.periodCollections) || isEntry(value.authorities));
}

const isPeriod = (value: unknown): value is Entry =>
  isEntry(value) && typeof value.label === 'string' && isEntry(value.start) && isEntry(value.stop);

/** Returns an event for every period, as long as its source says. */
export function* mapPeriodO(value: unknown): Work<FormatResult> {
  const periods = Array.isArray(value) ? (value as readonly unknown[]) : periodsIn(value as Entry);
  const events: Entry[] = [];
  for (const period of periods) {
    if (events.length % SLICE === SLICE - 1) yield events.length / periods.length;
    if (isEntry(period)) events.push(periodRecord(period));
  }
  return { document: { events }, issues: [] };
}

function periodsIn({ authorities, periodCollections }: Entry): unknown[] {
  return valuesOf(authorities ?? periodCollections)
    .filter(isEntry)
    .flatMap(({ periods, definitions }) => valuesOf(periods ?? definitions));
}

const valuesOf = (value: unknown): unknown[] => (isEntry(value) ? Object.values(value) : []);

function periodRecord(period: Entry): Entry {
  const { id, label, note, start, stop, spatial, spatialCoverageDescription, ...others } = period;
  const labels = [start, stop].map(side => (isEntry(side) ? String(side.label ?? '') : ''));
  return {
    ...others,
    ...filled({
      id,
      title: label,
      start: sideText(start, 'earliest'),
      end: sideText(stop, 'latest'),
      place: spatial ?? spatialCoverageDescription,
      summary: [labels.filter(Boolean).join(' – '), note].filter(Boolean).join('\n\n'),
      url: typeof id === 'string' && /^https?:/.test(id) ? id : '',
    }),
  };
}

/**
 * A side of a period. Where it is known to lie between two years only, the period reaches as far as it
 * may have, and no further than about there: `-0666~`.
 */
function sideText(side: unknown, outer: 'earliest' | 'latest'): string {
  if (!isEntry(side)) return 'unknown';
  const {
    year,
    earliest,
    latest,
    earliestYear = earliest,
    latestYear = latest,
  } = {
    ...side,
    ...(isEntry(side.in) ? side.in : {}),
  } as Entry;
  if (year != null) return yearText(String(year));
  const far = outer === 'earliest' ? (earliestYear ?? latestYear) : (latestYear ?? earliestYear);
  if (far != null) return `${yearText(String(far))}~`;
  const label = String(side.label ?? '').trim();
  if (/^present/i.test(label)) return '..';
  return readLooseDate(label) ?? (label || 'unknown');
}

/** Five digits and more have a letter before them in EDTF. */
const yearText = (year: string): string => (/^-?\d{5,}$/.test(year) ? `Y${year}` : year);
