import type { ReactiveController } from 'lit';
import { clearIntlCache } from '../language/intl.js';
import { loadTranslation } from '../language/load-translation.js';
import { fallbacks } from '../language/locale-tag.js';
import { followTranslations, translationCount } from '../language/register-translation.js';
import { warnOnce } from './author-warning.js';
import type { ControllerHost } from './target-controller.js';

export interface LanguageOptions {
  /** `tag`, `direction` or `texts` is another one now. */
  changed(): void;
  /** Makes the texts of a language known; `loadTranslation` when absent. */
  load?(tag: string): Promise<unknown>;
}

/**
 * Finds the language and direction the host stands in: the nearest `lang` around it, out through shadow roots, then
 * the reader's own; follows changes of `lang` and `dir` on the host and all around it, and of the reader's languages.
 * Loads the built-in texts of the language, where it is one that is not always there; until they have come, and where
 * they can't be had, it is spoken in English.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: LanguageOptions;
  #observer: MutationObserver | null = null;
  #tag: string | undefined;
  #direction: 'ltr' | 'rtl' | undefined;
  #texts = 0;
  /** The language whose texts were asked for last. */
  #asked = '';
  #settled: Promise<void> = Promise.resolve();
  #unfollow: (() => void) | null = null;
  /** How many translations there were when the host left the page. */
  #missedSince: number | null = null;

  constructor(host: ControllerHost, options: LanguageOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** A valid BCP 47 tag, whatever the page says. */
  get tag(): string {
    return (this.#tag ??= findTag(this.#host));
  }

  get direction(): 'ltr' | 'rtl' {
    return (this.#direction ??= findDirection(this.#host));
  }

  /** How many times texts of the language have come. */
  get texts(): number {
    return this.#texts;
  }

  /** Resolves when the texts of the language are there or can't be had; never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  hostConnected(): void {
    if (this.#missedSince !== null && this.#missedSince !== translationCount()) this.#take(this.tag);
    this.#unfollow = followTranslations(tag => this.#take(tag));
    this.#observer = new MutationObserver(() => this.#check());
    for (const element of around(this.#host))
      this.#observer.observe(element, { attributes: true, attributeFilter: ['lang', 'dir'] });
    window.addEventListener('languagechange', this.#forget);
    this.#check();
  }

  hostUpdate(): void {
    const { tag } = this;
    if (tag === this.#asked) return;
    this.#asked = tag;
    this.#settled = this.#load(tag);
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#missedSince = translationCount();
    window.removeEventListener('languagechange', this.#forget);
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** The host stands elsewhere in its document. */
  moved(): void {
    this.hostDisconnected();
    this.hostConnected();
  }

  async #load(tag: string): Promise<void> {
    try {
      await (this.#options.load ?? loadTranslation)(tag);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      warnOnce(`the texts of "${tag}" could not be loaded, so they are English: ${why}`, this.#host);
    }
  }

  #take(tag: string): void {
    if (![...fallbacks(this.tag)].some(own => own.toLowerCase() === tag.toLowerCase())) return;
    this.#texts++;
    this.#options.changed();
  }

  /** What was formatted may have followed settings of the reader that are others now. */
  readonly #forget = (): void => {
    clearIntlCache();
    this.#tag = undefined;
    this.#options.changed();
  };

  #check(): void {
    const [tag, direction] = [this.#tag, this.#direction];
    // What nobody has asked for, nobody has to know anew.
    if (tag) this.#tag = findTag(this.#host);
    if (direction) this.#direction = findDirection(this.#host);
    if (tag !== this.#tag || direction !== this.#direction) this.#options.changed();
  }
}

/** Yields an element and those around it, from the inside out, through shadow roots. */
function* around(element: Element): Generator<Element> {
  for (let node: Node | null | undefined = element; node; node = node.parentNode ?? (node as ShadowRoot).host)
    if ('getAttribute' in node) yield node as Element;
}

function findTag(element: Element): string {
  if (typeof document === 'undefined') return 'en';
  for (const place of [...around(element), document.documentElement]) {
    const tag = validTag(place.getAttribute('lang'));
    if (tag) return tag;
  }
  return validTag(navigator.language) ?? 'en';
}

function findDirection(element: Element): 'ltr' | 'rtl' {
  return typeof document !== 'undefined' && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/** Returns a tag in its canonical form, `en_US` as `en-US`; undefined where it is none. */
function validTag(tag: string | null): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined; // "C", "x", "klingon!"
  }
}
