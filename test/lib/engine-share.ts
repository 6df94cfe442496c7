import { engineName, enginesTested } from './browser-commands.js';

const engines = await enginesTested();

/**
 * How often, and from which seed, this engine tries a property of arithmetic alone, which comes out the same in all
 * of them: the engines of a run share the tries, each with a seed of its own. One engine alone makes them all.
 * What asks the engine itself (Intl, the page, regular expressions) is tried in full in each.
 */
export const engineShare = ({ seed, numRuns }: { seed: number; numRuns: number }) => ({
  seed: seed + engines.indexOf(engineName()),
  numRuns: Math.ceil(numRuns / engines.length),
});

/** Of cases that hardly differ between engines those that this one tries: the engines of a run deal them out in turn. */
export const ownOf = <T>(cases: readonly T[]): readonly T[] =>
  cases.filter((_, i) => i % engines.length === engines.indexOf(engineName()));

/**
 * Of ways to try a case those in which this engine tries it: one, and another one for the next case, where the run has
 * engines enough for all ways of each case.
 */
export const waysOf = <T>(ways: readonly T[], caseNumber: number): readonly T[] =>
  engines.length < ways.length ? ways : [ways[(engines.indexOf(engineName()) + caseNumber) % ways.length]!];
