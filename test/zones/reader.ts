import { expect } from '@open-wc/testing';
import { startZone } from '../lib/browser-commands.js';

/** The offsets of each zone at the beginning of 2024 and of July 2024, as Date gives them: minutes that UTC is ahead. */
const OFFSETS: Readonly<Record<string, readonly [winter: number, summer: number]>> = {
  UTC: [0, 0],
  'America/Sao_Paulo': [180, 180],
  'Asia/Kolkata': [-330, -330],
  'Pacific/Apia': [-780, -780],
  'Pacific/Kiritimati': [-840, -840],
  'America/St_Johns': [210, 150],
};

/** Engines name zones by one of the links of the zone database. */
const RENAMED: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata', 'Etc/UTC': 'UTC' };

/** A suite that fails where the reader is not in the zone that the runner says: a test file of zones begins with it. */
export function describeReader(): void {
  describe('the reader', () => {
    it('is in the zone that the browser was started in', async () => {
      const zone = await startZone();
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      expect(RENAMED[timeZone] ?? timeZone).to.equal(zone);
      const offsets = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)].map(ms =>
        new Date(ms).getTimezoneOffset(),
      );
      expect(offsets).to.eql(OFFSETS[zone!]);
    });
  });
}
