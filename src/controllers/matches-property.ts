/**
 * Lets a word be written to `matches` of an element, which is also a method of the platform that libraries call on any element:
 * what is read stays that method, and its text is the word.
 */
export function defineMatches<T extends Element>(
  prototype: T,
  word: { get(element: T): string; set(element: T, word: string): void },
): void {
  Object.defineProperty(prototype, 'matches', {
    configurable: true,
    get(this: T) {
      const matches = function (this: Element, selectors: string): boolean {
        return Element.prototype.matches.call(this, selectors);
      };
      return Object.assign(matches, { toString: () => word.get(this) });
    },
    set(this: T, value: unknown) {
      word.set(this, String(value ?? ''));
    },
  });
}
