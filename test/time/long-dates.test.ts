import { expect } from '@open-wc/testing';
import { dateSpan, isUnknownDate, parseDate, parseStretch, remedyOf } from '../../src/time/parse-date.js';
import { readLooseDate } from '../../src/time/loose-date.js';
import { plainSpan } from '../../src/time/plain-date.js';
import { textReads } from './text-reads.js';

// What is done counts here, not the time that it takes, which others on the machine have a share in.
describe('in the place of a date', () => {
  const pieces = [
    ...['9', '-', 'X', ' ', '~', '%', '/', '..', '[2020,', '{1990..', 'Y1E', 'S2', 'T23:', '+00:', ',', '('],
    ...['ca. ', 'March ', '1 Jan - ', ' BC', '1 or ', '1–', '\u0661', '\0', '\ud800', '\u202e'],
  ];
  const beginnings = ['', '2020-01-01', '1 May', '[', '1–', 'between '];
  /** Texts of that many characters that go on and on, and end otherwise. */
  const long = (length: number): string[] =>
    beginnings.flatMap(before =>
      pieces.flatMap(piece =>
        ['', '!', ' 1'].map(
          last => (before + piece.repeat(length / piece.length + 1)).slice(0, length - last.length) + last,
        ),
      ),
    );
  const ways: readonly ((text: string) => unknown)[] = [
    parseDate,
    dateSpan,
    plainSpan,
    isUnknownDate,
    remedyOf,
    readLooseDate,
    text => parseStretch(text, '2020'),
    text => parseStretch('2020', text),
  ];

  /** How many calls it takes to read each text in one way. */
  const callsFor = (texts: readonly string[], way: (text: string) => unknown): number[] =>
    texts.map(text => textReads(64, () => way(text)).calls);

  // The names of months are put in order once.
  before(() => long(64).forEach(text => parseDate(text)));

  it('no text beyond 64 characters is looked at, up to 64 kB of anything', () => {
    const [short, endless] = [65, 65_536].map(long) as [string[], string[]];
    for (const way of ways) {
      const [some, more] = [short, endless].map(texts => textReads(64, () => texts.forEach(way)));
      expect([some?.long, more?.long], String(way)).to.eql([[], []]);
      expect(more?.calls, String(way)).to.equal(some?.calls);
    }
    expect(endless.filter(text => parseDate(text).ok)).to.eql([]);
  });

  // What a pattern tries over and over, these calls do not show: that would take this test for ever.
  it('64 characters of anything take little more than twice what half of them do', () => {
    const [half, all] = [32, 64].map(length => Math.max(...callsFor(long(length), text => parseDate(text))));
    expect(half).to.be.above(100);
    expect(all).to.be.below(2.5 * half!);
    expect(all).to.be.below(1500);
  });
});
