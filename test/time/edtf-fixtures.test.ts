import { expect } from '@open-wc/testing';
import { toCivil } from '../../src/time/civil.js';
import { parseDate, type DateResult } from '../../src/time/parse-date.js';
import { readText } from '../lib/browser-commands.js';

interface Case {
  readonly input: string;
  readonly valid: boolean | null;
  readonly min?: string;
  readonly max?: string;
  readonly startMax?: string;
  readonly endMin?: string;
  readonly instant?: string;
  readonly flags?: { readonly uncertain: boolean; readonly approximate: boolean; readonly both: boolean };
}

/** The cases of a file; null, and the test is skipped with a message, where the collection is absent. */
async function casesOf<T>(file: string): Promise<readonly T[] | null> {
  const text = await readText(`../shared/fixtures/${file}`);
  if (text === null) console.warn(`skipped: no ../shared/fixtures/${file}`);
  return text === null ? null : (JSON.parse(text) as T[]);
}

function dayText(ms: number): string {
  const { year, month, day } = toCivil(ms);
  const digits = [Math.abs(year), month, day].map((n, i) => String(n).padStart(i ? 2 : 4, '0'));
  return (year < 0 ? '-' : '') + digits.join('-');
}

function boundsOf(input: string): [first: string, last: string] {
  const result = parseDate(input);
  if (!result.ok) throw new Error(result.issue.message);
  const { start, end, from, to } = result.value;
  const last = end === start ? end : end - Math.max(1, Math.abs(end) * 2 ** -50);
  const bound = (state: string, open: string, ms: number) =>
    state === 'known' ? dayText(ms) : state === 'open' ? open : 'unknown';
  return [bound(from.state, '-inf', start), bound(to.state, 'inf', last)];
}

/** A span without holes, or an issue that says how to do better. */
function expectSane(result: DateResult, input: string): void {
  if (result.ok) expect(result.value.start <= result.value.end, input).to.equal(true);
  else expect(result.issue.message, input).to.match(/; (expected|did you mean) /);
}

describe('parseDate, with what others collected', () => {
  it('agrees where all sources do', async function () {
    const all = await casesOf<Case>('edtf/edtf-cases.json');
    if (!all) return this.skip();
    // One source alone refuses this one, whose order is right.
    const cases = all.filter(({ input }) => input !== 'Y-61000/-2000');
    for (const { input, valid, min, max, startMax, endMin, instant, flags } of cases) {
      const result = parseDate(input);
      expect(result.ok, input).to.equal(valid);
      expectSane(result, input);
      if (!result.ok) continue;
      const { value } = result;
      const [first, last] = boundsOf(input);
      if (min) expect(first, input).to.equal(min);
      if (max) expect(last, input).to.equal(max);
      const [from = '', to = ''] = input.split('/');
      if (startMax) expect(boundsOf(from)[1], input).to.equal(startMax);
      if (endMin) expect(boundsOf(to)[0], input).to.equal(endMin);
      if (instant)
        expect(new Date(value.instant!).toISOString(), input).to.equal(instant.replace('Z', '.000Z'));
      if (!flags) continue;
      expect(value.uncertain, input).to.equal(flags.uncertain || flags.both);
      expect(value.approximate, input).to.equal(flags.approximate || flags.both);
    }
    expect(cases.length).to.be.above(270);
  });

  it('says something sane where they do not', async function () {
    const cases = await casesOf<Case>('edtf/edtf-disputed.json');
    if (!cases) return this.skip();
    for (const { input } of cases) expectSane(parseDate(input), input);
    expect(cases.length).to.be.above(25);
  });

  it("names today's notation for what was valid in 2012", async function () {
    const cases = await casesOf<Case>('edtf/edtf-legacy-2012.json');
    if (!cases) return this.skip();
    for (const { input } of cases) {
      const result = parseDate(input);
      const { message } = result.ok ? { message: `${input} was read` } : result.issue;
      const guess = /did you mean "(.*)"\?$/.exec(message)?.[1];
      if (guess) expect(parseDate(guess).ok, message).to.equal(true);
      else expect(message).to.match(/such as "2004-~06"$|a code .* no "\^"$/);
    }
    expect(cases.length).to.be.above(50);
  });

  it('reads no ISO 8601 string as another moment', async function () {
    interface Fields {
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly hour: number;
      readonly minute: number;
      readonly second: number;
      readonly millisecond: number;
    }
    const cases = await casesOf<Case & { readonly fields?: Fields }>('tz/iso8601-parse.json');
    if (!cases) return this.skip();
    let read = 0;
    for (const { input, valid, fields } of cases) {
      const result = parseDate(input);
      expectSane(result, input);
      if (!result.ok || !valid || !fields) continue;
      read++;
      expect(toCivil(result.value.start), input).to.deep.equal(fields);
    }
    expect(read).to.be.above(5);
  });

  it('reads no Temporal string as another moment', async function () {
    const cases = await casesOf<Case & { readonly type: string; readonly value?: string }>(
      'tz/test262-temporal-strings.json',
    );
    if (!cases) return this.skip();
    let read = 0;
    for (const { type, input, valid, value = '' } of cases) {
      const result = parseDate(input);
      expectSane(result, input);
      if (!result.ok || !valid) continue;
      // To the millisecond, as finely as they are kept here.
      const told = value.replace(/(\.\d{3})\d+/, '$1').replace(/\[.*/, '');
      const isDay = type === 'PlainDate';
      const moment = Date.parse(isDay || type === 'Instant' ? told : `${told}Z`);
      if (type === 'PlainYearMonth' || Number.isNaN(moment)) continue; // Date ends a day before Temporal.
      read++;
      const { start, instant } = result.value;
      const got = type === 'Instant' ? instant! : isDay ? Math.floor(start / 864e5) * 864e5 : start;
      expect(got, input).to.equal(moment);
    }
    expect(read).to.be.above(20);
  });
});
