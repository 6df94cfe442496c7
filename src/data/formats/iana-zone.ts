import { isTimeZone } from '../../time/zone.js';

/** Whether a name is one of a place or of UTC; the reader's own zone and bare offsets are none. */
export const isIanaZone = (name: string): boolean =>
  /^[a-z]{3}/i.test(name) && name !== 'local' && isTimeZone(name);
