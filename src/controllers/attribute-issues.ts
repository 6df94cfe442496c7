import type { Issue } from '../data/issue.js';

/** What is wrong with attributes and properties, by their names: each is said until it is mended. */
export class AttributeIssues {
  readonly #issues = new Map<string, Issue>();

  get all(): readonly Issue[] {
    return [...this.#issues.values()];
  }

  /** The word of an attribute, or `null` and an issue where nothing is known by it. */
  readonly known = (
    name: string,
    word: string | null,
    isKnown: (word: string) => boolean,
    expected: string,
  ): string | null => {
    this.forget(name);
    if (!word || isKnown(word)) return word || null;
    const message = `${name}: invalid value: ${JSON.stringify(word)}; expected ${expected}`;
    this.#issues.set(name, { code: 'invalid-value', path: name, message, severity: 'warning' });
    return null;
  };

  /** Says what has failed, whatever the word. */
  fail(name: string, code: Issue['code'], message: string): void {
    this.#issues.set(name, { code, path: name, message, severity: 'error' });
  }

  /** What is wrong with that one, if anything. */
  of(name: string): Issue | undefined {
    return this.#issues.get(name);
  }

  forget(name: string): void {
    this.#issues.delete(name);
  }
}
