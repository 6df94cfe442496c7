import type { Phrase } from './phrase.js';

/**
 * Every text a reader can see or hear, in English: the names here are the names that translations use. What they fill in
 * is the same, but for `{roman}`, which may stand for `{ordinal}`. A `{date}` after a preposition is a `dayInPhrase`.
 */
export const english = {
  // Dates in words
  about: 'about {date}',
  aboutYears: 'about {years}',
  uncertain: '{date}?',
  range: '{start} – {end}',
  dateTime: '{date}, {time}',
  dayInPhrase: '{date}',
  weekdayDate: '{weekday}, {date}',
  since: 'since {date}',
  fromOngoing: 'from {date}, ongoing',
  until: 'until {date}',
  endUnknown: '{date} to an unknown date',
  endUnknownShort: '{date} – ?',
  startUnknown: 'from an unknown date to {date}',
  startUnknownShort: '? – {date}',
  unbounded: 'without beginning or end',
  ongoing: 'ongoing',
  undated: 'undated',
  bce: 'BCE',
  ce: 'CE',
  eraDate: '{date} {era}',
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  winter: 'winter',
  seasonYear: '{season} {year}',
  northern: 'northern hemisphere',
  southern: 'southern hemisphere',
  'quarter-1': 'the first quarter of {year}',
  'quarter-2': 'the second quarter of {year}',
  'quarter-3': 'the third quarter of {year}',
  'quarter-4': 'the fourth quarter of {year}',
  quarterShort: 'Q{ordinal} {year}',
  'quadrimester-1': 'the first four months of {year}',
  'quadrimester-2': 'the second four months of {year}',
  'quadrimester-3': 'the last four months of {year}',
  'semester-1': 'the first half of {year}',
  'semester-2': 'the second half of {year}',
  semesterShort: 'H{ordinal} {year}',
  decade: '{year}s',
  century: {
    one: '{ordinal}st century',
    two: '{ordinal}nd century',
    few: '{ordinal}rd century',
    other: '{ordinal}th century',
  },
  millennium: {
    one: '{ordinal}st millennium',
    two: '{ordinal}nd millennium',
    few: '{ordinal}rd millennium',
    other: '{ordinal}th millennium',
  },
  'the-decade': 'the {date}',
  'the-century': 'the {date}',
  'the-millennium': 'the {date}',
  inYears: '{date} in {years}',
  unknownYear: 'an unknown year',
  between: 'between {start} and {end}',
  note: '{date} ({note})',
  partDoubt: '{parts} {doubt}',
  year: 'year',
  month: 'month',
  day: 'day',
  'doubt-approximate': 'approximate',
  'doubt-uncertain': 'uncertain',
  julian: 'Julian',
  orEarlier: '{date} or earlier',
  orLater: '{date} or later',
  andEarlier: '{date} and earlier',
  andLater: '{date} and later',
  hourOnly: '{hour}h',
  yearsAgo: '{years} years ago',
  yearsAhead: 'in {years} years',
  ahead: 'in {date}',
  ka: '{count}\u00a0ka',
  Ma: '{count}\u00a0Ma',
  Ga: '{count}\u00a0Ga',

  // Joining texts
  comma: ', ',
  colon: '{head}: {rest}',
  andMore: 'and {count} more',

  // Heading and summary line
  timeline: 'Timeline',
  events: { one: '{count} event', other: '{count} events' },
  'count-confirmed': '{count} confirmed',
  'count-reported': '{count} reported',
  'count-alleged': '{count} alleged',
  'count-disputed': '{count} disputed',
  'count-refuted': '{count} refuted',
  'count-retracted': '{count} retracted',

  // How firmly it is known, and what it is
  'status-confirmed': 'confirmed',
  'status-reported': 'reported',
  'status-alleged': 'alleged',
  'status-disputed': 'disputed',
  'status-refuted': 'refuted',
  'status-retracted': 'retracted',
  corrected: 'corrected',
  someTime: 'some time in {date}',
  'kind-era': 'era',
  'kind-milestone': 'milestone',
  dateUnread: '“{text}”: not a date we can read',

  // Toolbar
  toolbar: 'Timeline controls',
  'action-earlier': 'Earlier',
  'action-later': 'Later',
  'action-zoom-out': 'Zoom out',
  'action-zoom-in': 'Zoom in',
  'action-fit': 'Show all',
  'action-list': 'List',

  // Details
  close: 'Close',
  people: 'People',
  place: 'Place',
  tags: 'Tags',
  sources: { one: 'Source', other: 'Sources' },
  link: 'Link',
  corrections: 'Corrections',

  // Relations, as the event that names another says it; then as the named one says it
  'rel-responds-to': 'Responds to',
  'rel-contradicts': 'Contradicts',
  'rel-contradicted-by': 'Contradicted by',
  'rel-justifies': 'Justifies',
  'rel-precedes': 'Precedes',
  'rel-enables': 'Enables',
  'rel-same-occasion': 'Same occasion',
  'rel-part-of': 'Part of',
  'rel-cites': 'Cites',
  'rel-follows': 'Follows',
  'rel-related': 'Related to',
  'relBy-responds-to': 'Answered by',
  'relBy-contradicts': 'Contradicted by',
  'relBy-contradicted-by': 'Contradicts',
  'relBy-justifies': 'Justified by',
  'relBy-precedes': 'Follows',
  'relBy-enables': 'Enabled by',
  'relBy-same-occasion': 'Same occasion',
  'relBy-part-of': 'Includes',
  'relBy-cites': 'Cited by',
  'relBy-follows': 'Followed by',
  'relBy-related': 'Related to',
  relByOther: 'Linked from ({verb})',

  // List, undated shelf, peek
  list: 'Events',
  showMore: 'Show {count} more',
  unprinted: { one: '{count} more event is not printed.', other: '{count} more events are not printed.' },
  undatedHeading: 'Undated',
  begunBefore: 'Begun before {date}',

  // Lanes
  laneToggle: '{lane}: show or hide its events',
  laneCollapsed: '{lane} collapsed, {events}',
  laneExpanded: '{lane} expanded',
  helpLanes:
    'Shift and the arrow back in time go to the title of the lane, where Enter collapses and expands it.',

  // Stage
  help: 'Arrow keys move from event to event and between lanes, plus and minus zoom, 0 shows all, Enter opens, Escape closes.',
  showing: 'Showing {range}, {events}',
  wheelHint: 'Ctrl + scroll to zoom',

  // Overview
  overview: 'Overview',
  'overview-start': 'Start of the view',
  'overview-window': 'View',
  'overview-end': 'End of the view',

  // Legend
  legend: 'Signs',
  'sign-within': 'some time within',
  'sign-openStart': 'start open',
  'sign-openEnd': 'end open',
  'sign-unknownStart': 'start unknown',
  'sign-unknownEnd': 'end unknown',
  'sign-one': 'one of several',
  'sign-all': 'all of several',

  // Axis
  week: 'W{count}',
  seconds: '{count}\u00a0s',
  milliseconds: '{count}\u00a0ms',

  // Notices
  loading: 'Loading…',
  empty: 'No events.',
  loaded: { one: '{count} event loaded', other: '{count} events loaded' },
  'failed-url': 'The address of the data is none that can be loaded.',
  'failed-network': 'The data could not be reached.',
  'failed-http': 'The data could not be loaded.',
  'failed-timeout': 'The data did not come in time.',
  'failed-size': 'The data are too large to be loaded.',
  'failed-type': 'There are no data at this address.',
  'failed-data': 'The data could not be read.',
  'failed-cancelled': 'Loading was stopped.',
  technicalDetail: 'Technical detail',
  retry: 'Retry',
  cancel: 'Cancel',
  unreadEntries: '{count} of {total} entries could not be read in full',
  remarks: { one: '{count} remark on the data', other: '{count} remarks on the data' },

  // Source line
  creditLine: 'Source: {credit}.',
  sentence: '{text}.',
  asOf: 'Known as of {date}.',
  updated: 'Updated {date}.',
} satisfies Record<string, Phrase>;

/** The name of a text. */
export type StringKey = keyof typeof english;

/** All texts of one language. */
export type Strings = Readonly<Record<StringKey, Phrase>>;
