import { html, nothing } from 'lit';
import type { AmendmentController } from '../controllers/amendments.js';
import type { Announcer } from '../controllers/announcer.js';
import type { DataController } from '../controllers/data.js';
import type { Language } from '../language/language.js';
import { formatDate } from '../time/format-date.js';
import type { EditOptions } from '../edit/edit-options.js';
import type { Drawing } from './drawing.js';
import type { Reading } from './reading.js';
import type { Viewing } from './viewing.js';

/** The parts of the element that editing works with. */
export interface EditParts extends Pick<EditOptions, 'editable' | 'root' | 'send' | 'changed'> {
  readonly data: DataController;
  readonly amendments: AmendmentController;
  readonly viewing: Viewing;
  readonly drawing: Drawing;
  readonly announcer: Announcer;
  readonly reading: Reading;
  language(): Language;
}

/** What editing asks of these parts, and has them do. */
export function editOptions(parts: EditParts): EditOptions {
  const { data, amendments, viewing, drawing, reading, announcer, language } = parts;
  const { layout } = viewing;
  const { stage } = drawing;
  const { selection, reveal, routes } = reading;
  return {
    ...parts,
    templating: { html, nothing },
    busy: () => data.state.loading,
    layout: () => layout.drawn,
    picture: () => stage.picture,
    momentAt: x => stage.momentAt(x),
    context: () => data.current.table.rows.context,
    lanes: () => data.current.table.document.lanes,
    event: id => data.current.source.get(id),
    knownUntil: () => data.current.source.knownUntil(),
    words: span => formatDate(span, { language: language(), timeZone: data.current.table.document.timeZone }),
    flush: () => amendments.flush(),
    remove: id => amendments.pushNow('remove', id),
    replace: item => amendments.pushNow('replace', item),
    restore: item => amendments.pushNow('restore', item),
    say: (text, pace) => announcer.say(text, pace),
    go: id => selection.follow(id),
    show: event =>
      layout.drawn === 'list' ? void reveal.reveal(event.id) : void reveal.moveTo(event, 'edit'),
    focus: to => routes.giveTo(to),
  };
}
