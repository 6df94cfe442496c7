import type { Announcer } from '../controllers/announcer.js';
import type { DataController } from '../controllers/data.js';
import { ExportMenuController } from '../controllers/export-menu.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import { fileName, type ExportWord } from '../data/writers/export-format.js';
import { Exporter } from '../export/exporter.js';
import { save, type Exportable } from '../export/save.js';
import type { Language } from '../language/language.js';
import type { ExportMenuState } from '../render/export-menu.js';
import type { FrameContext } from '../render/frame-context.js';
import type { Drawing } from './drawing.js';
import type { Finding } from './finding.js';
import type { Viewing } from './viewing.js';

export interface ExportsOptions {
  readonly data: DataController;
  readonly viewing: Viewing;
  readonly drawing: Drawing;
  readonly finding: Finding;
  readonly announcer: Announcer;
  root(): ParentNode;
  language(): Language;
  context(): FrameContext;
  title(): string;
  description(): string | null;
}

/** What the reader takes away as files: the menu, the pictures, and what is saved. */
export class Exports {
  readonly exporter: Exporter;
  readonly #menu: ExportMenuController;
  readonly #host: Exportable;
  readonly #options: ExportsOptions;

  constructor(host: ControllerHost & Exportable, options: ExportsOptions) {
    this.#host = host;
    this.#options = options;
    const { data, viewing, drawing, finding, root, context, title, description } = options;
    const { stage } = drawing;
    this.exporter = new Exporter({
      root: () => host.shadowRoot?.querySelector('.root') ?? null,
      view: () => viewing.bounded,
      found: () => finding.found,
      context,
      subject: () => drawing.subject,
      size: () => (stage.picture ? stage.size : null),
      title,
      description: () => description() ?? data.current.table.document.summary ?? '',
    });
    this.#menu = new ExportMenuController(host, {
      menu: () => root().querySelector<HTMLElement>('.exports'),
      button: () => root().querySelector<HTMLElement>('[data-action="export"]'),
      document: () => data.document,
      changed: () => host.requestUpdate(),
    });
  }

  /** Whether there is anything to take away. */
  get arePossible(): boolean {
    return this.#options.data.current.table.total > 0;
  }

  get isOpen(): boolean {
    return this.#menu.open;
  }

  /** The menu where it is open: pictures may be of all events where the view is not. */
  get menu(): ExportMenuState | null {
    const { finding, language } = this.#options;
    const { open, whole, losses } = this.#menu;
    if (!open) return null;
    const { criteria, count, total } = finding.found;
    return {
      language: language(),
      count: total,
      entries: this.#options.data.current.table.total,
      matching: criteria && count,
      losses,
      whole: this.exporter.isPart ? whole : null,
    };
  }

  toggle(): void {
    this.#menu.toggle();
  }

  close(): void {
    this.#menu.close();
  }

  readonly actions = {
    export: (word: ExportWord): void => void this.#save(word),
    toggleWhole: (): void => this.#menu.toggleWhole(),
    closeExport: (): void => this.close(),
  };

  /** Saves the timeline as a file, and says so. */
  async #save(word: ExportWord): Promise<void> {
    const { title, announcer, language } = this.#options;
    const name = fileName(title(), word);
    this.#menu.close();
    const { whole } = this.#menu;
    const says = await save(this.#host, word, { whole, name }).then(
      () => 'exported' as const,
      () => 'exportFailed' as const,
    );
    announcer.say(language().say(says, { name }), 'now');
  }
}
