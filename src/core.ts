export type { DocumentRecord, EventRecord, LaneRecord } from './data/document-shape.js';
export type { Issue, IssueCode } from './data/issue.js';
export { parseTimeline, type Format, type ParseTimelineOptions } from './data/parse-timeline.js';
export type {
  Correction,
  Kind,
  Lane,
  Link,
  Medium,
  Source,
  Status,
  TimelineDocument,
  TimelineEvent,
} from './data/timeline-event.js';
export type { Strings } from './language/english.js';
export { loadTranslation } from './language/load-translation.js';
export { registerTranslation } from './language/register-translation.js';
export type { DatedSpan, DateEnd, Doubt, PartialDoubt, Precision, WrittenParts } from './time/dated-span.js';
export type { EpochMs, TimeSpan } from './time/epoch-ms.js';
export { formatDate, type FormatDateOptions } from './time/format-date.js';
export { parseDate, type DateInput, type DateResult, type ParseDateOptions } from './time/parse-date.js';
export { fromInstant, toInstant } from './time/zone.js';
export { writeEdtf } from './time/write-edtf.js';
