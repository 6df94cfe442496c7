import type { AttributeIssues } from '../controllers/attribute-issues.js';
import type { HelpController } from '../controllers/help.js';
import { LazyPart } from '../controllers/lazy-part.js';
import { LazyParts } from '../controllers/lazy-parts.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { FrameParts } from '../render/frame-parts.js';
import { adoptStyles, type StyledPart } from '../render/styles.js';
import type { Drawing } from './drawing.js';
import type { Exports } from './exports.js';
import type { Finding } from './finding.js';
import type * as helpPart from './help-part.js';
import type { Linking } from './linking.js';
import type { Viewing } from './viewing.js';

/** Of each of them a page has one. */
const PARTS = {
  chosen: new LazyPart(() => import('../render/chosen-part.js')),
  column: new LazyPart(() => import('../render/column-part.js')),
  exports: new LazyPart(() => import('../render/export-part.js')),
  help: new LazyPart(() => import('./help-part.js')),
  figures: new LazyPart(() => import('../render/media-part.js')),
  search: new LazyPart(() => import('../render/search-part.js')),
};

type PartName = keyof typeof PARTS;

export interface PartsOptions {
  readonly viewing: Viewing;
  readonly drawing: Drawing;
  readonly finding: Finding;
  readonly linking: Linking;
  readonly exports: Exports;
  readonly help: HelpController;
  readonly issues: AttributeIssues;
  root(): ShadowRoot;
}

/** What of the element only some readers need: loaded where they do, with how it looks. */
export class Parts implements FrameParts {
  readonly #lazy: LazyParts;
  /** Whether an event with media was about to be shown. */
  #hasMedia = false;

  constructor(host: ControllerHost, options: PartsOptions) {
    const { viewing, drawing, finding, linking, exports, help, issues, root } = options;
    const names = Object.keys(PARTS) as PartName[];
    /** Whether the next render shows it, or the address is about to have it shown. */
    const needs: Readonly<Record<PartName, () => boolean>> = {
      chosen: () => drawing.isChosenDrawn,
      column: () => viewing.layout.wanted === 'vertical' || linking.says('layout=vertical'),
      exports: () => exports.isOpen,
      help: () => help.open,
      figures: () => this.#hasMedia,
      search: () => finding.isOpen || linking.says('query') || linking.says('filter'),
    };
    this.#lazy = new LazyParts(host, {
      needs: Object.fromEntries(names.map(name => [name, { part: PARTS[name], isNeeded: needs[name] }])),
      arrived: (name, part) => {
        issues.forget(name);
        adoptStyles(root(), part as StyledPart);
      },
      failed: (name, cause) => {
        const message = `${name}: not loaded: ${String(cause)}; expected the files beside this one`;
        issues.fail(name, 'load-failed', message);
        if (name === 'help') help.close();
        else if (name === 'exports') exports.close();
        else if (name === 'search') finding.close();
      },
    });
  }

  get chosen(): FrameParts['chosen'] {
    return PARTS.chosen.value;
  }

  get column(): FrameParts['column'] {
    return PARTS.column.value;
  }

  get exports(): FrameParts['exports'] {
    return PARTS.exports.value;
  }

  get help(): typeof helpPart | null {
    return PARTS.help.value;
  }

  get figures(): FrameParts['figures'] {
    this.#hasMedia = true;
    return PARTS.figures.value;
  }

  get lacksFigures(): boolean {
    return this.#lazy.hasFailed('figures');
  }

  get search(): FrameParts['search'] {
    return PARTS.search.value;
  }

  /** Loads what the next render needs; returns what is worth waiting for. */
  begin(): Promise<unknown> | null {
    return this.#lazy.begin();
  }

  /** Resolves when all that is needed is there or can't be had. */
  get settled(): Promise<unknown> {
    return this.#lazy.settled;
  }

  hasFailed(name: PartName): boolean {
    return this.#lazy.hasFailed(name);
  }
}
