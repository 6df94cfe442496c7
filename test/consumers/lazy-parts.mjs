// What only some readers need is in modules of its own: the bundler has to find them, and the page has to get them.
import assert from 'node:assert/strict';

/** Shows another timeline in the application; returns what there is to say of it. */
const show = (application, properties, type, text) =>
  application.run(
    async (properties, type, textContent) => {
      const element = Object.assign(document.createElement('timeline-view'), properties);
      element.append(Object.assign(document.createElement('script'), { type, textContent }));
      document.querySelector('main').append(element);
      await element.ready;
      const found = {
        titles: element.visibleEvents().map(({ title }) => title),
        hasColumn: element.shadowRoot.querySelector('.column') !== null,
        toolbar: element.shadowRoot.querySelector('[part~="toolbar"]')?.getAttribute('aria-label'),
        issues: element.issues.map(({ message }) => message).join(),
      };
      element.remove();
      return found;
    },
    properties,
    type,
    text,
  );

/** Another language, another format, another layout, and what edits and keeps addresses. */
export async function loadsTheRest(application) {
  const properties = { label: 'Rest', lang: 'de', layout: 'vertical', editable: true, permalink: 'rest' };
  assert.deepEqual(await show(application, properties, 'text/csv', 'title,start\nOne,1970-01\nTwo,1971-02'), {
    titles: ['One', 'Two'],
    hasColumn: true,
    toolbar: 'Steuerung der Zeitleiste',
    issues: '',
  });
}

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;VALUE=DATE:20200101',
  'SUMMARY:One',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

/** No application installs a package for a format that it does not need; the self-contained file has them beside it. */
export async function readsOrSaysWhatIsMissing(application) {
  const { titles, issues } = await show(application, {}, 'text/calendar', CALENDAR);
  assert.match(issues || titles.join(), /^One$|npm install ical\.js$/);
}
