import { CopyLink } from '../controllers/copy-link.js';
import { permalinkFields, type FieldOptions } from '../controllers/permalink-fields.js';
import { PermalinkController } from '../controllers/permalink.js';
import type { AttributeIssues } from '../controllers/attribute-issues.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import { spanOf } from '../controllers/view-input.js';
import type { EventLink } from '../render/copy-link.js';
import type { Narration } from './narration.js';
import type { Reading } from './reading.js';
import type { Viewing } from './viewing.js';

export interface LinkingOptions extends Pick<
  FieldOptions,
  'filter' | 'width' | 'event' | 'selected' | 'layout' | 'changeLayout' | 'changeScale'
> {
  readonly issues: AttributeIssues;
  readonly narration: Narration;
  readonly viewing: Viewing;
  readonly reading: Reading;
  timeZone(): string;
  /** Whether the data are there, with events in them. */
  hasEvents(): boolean;
  /** As they are written. */
  prefix(): string | null;
  hosts(): string | null;
  root(): ParentNode;
}

const isPrefix = (word: string): boolean => /^[\w-]+$/.test(word);

/** Addresses that lead to what is shown: kept in that of the page, and copied for others. */
export class Linking {
  readonly permalink: PermalinkController;
  readonly #copy: CopyLink;
  readonly #options: LinkingOptions;

  constructor(host: ControllerHost, options: LinkingOptions) {
    this.#options = options;
    const { issues, narration, viewing, reading, prefix, hosts, root, event, selected, timeZone } = options;
    this.permalink = new PermalinkController(host, {
      prefix: () => {
        const word = prefix();
        return word && isPrefix(word) ? word : null;
      },
      hosts: () => hosts()?.split(/\s+/).filter(Boolean) ?? [],
      fields: permalinkFields({
        ...options,
        view: viewing.timed,
        parse: text => spanOf(text, { timeZone: timeZone() }),
        select: (id, { first }) => {
          reading.selection.restore(id, !first && host.matches(':focus-within'));
          if (first) void reading.reveal.showLinked(id === null ? undefined : event(id));
        },
        scale: () => viewing.scale.word,
      }),
      failed: (name, unread, expected) => void issues.known(name, unread, () => unread === null, expected),
      changed: () => host.requestUpdate(),
    });
    this.#copy = new CopyLink(host, {
      selected,
      linkTo: id => this.permalink.linkTo(id),
      changed: state => {
        narration.linked(state);
        host.requestUpdate();
        if (state === 'shown')
          void host.updateComplete.then(() =>
            root().querySelector<HTMLInputElement>('.share input')?.select(),
          );
      },
    });
  }

  /** Whether the address says something of this kind, which is about to be taken up. */
  says(words: string): boolean {
    const prefix = this.#options.prefix();
    return prefix !== null && location.hash.includes(`${prefix}.${words}`);
  }

  /** The id that was selected last of those that an event had. */
  #known: string | null = null;

  /** The link to an event; null where no address leads to it. */
  readonly linkOf = (id: string): EventLink | null =>
    this.permalink.active ? { ...this.#copy.of(id), copy: () => void this.#copy.copy(id) } : null;

  /** Says what is wrong with the prefix, and that no event has the id that is selected. */
  check({ known }: AttributeIssues): void {
    const { selected, event, hasEvents } = this.#options;
    const id = selected();
    // Of one that has gone since nothing is wrong with the page.
    if (id !== null && event(id)) this.#known = id;
    if (hasEvents()) known('selected', id, () => id === this.#known, 'the id of an event');
    known(
      'permalink',
      this.#options.prefix(),
      word => isPrefix(word) && !this.permalink.isTaken,
      'letters, digits and hyphens that no other timeline of the page has',
    );
  }
}
