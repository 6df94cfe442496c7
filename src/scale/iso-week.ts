import { fromCivil, toCivil } from '../time/civil.js';
import { DAY, type EpochMs } from '../time/epoch-ms.js';

/** The number of the ISO 8601 week that begins on a Monday: the first of a year is the one with its first Thursday. */
export function isoWeek(monday: EpochMs): number {
  const thursday = monday + 3 * DAY;
  const january = fromCivil({ year: toCivil(thursday).year });
  return 1 + Math.floor((thursday - january) / (7 * DAY));
}
