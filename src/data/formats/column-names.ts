/** What a column of a table can be: a field of events, or a part of its dates. */
export type ColumnField =
  | 'title'
  | 'summary'
  | 'date'
  | 'start'
  | 'end'
  | DatePart
  | 'lane'
  | 'place'
  | 'people'
  | 'url'
  | 'media'
  | 'sources'
  | 'tags'
  | 'id'
  | 'short'
  | 'kind'
  | 'status'
  | 'importance'
  | 'calendar'
  | 'color';

/** A part of the date that a row begins with, or of the one it ends with. */
export type DatePart =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'time'
  | 'endMonth'
  | 'endDay'
  | 'endHour'
  | 'endMinute'
  | 'endTime';

/** By field, what its column is called: English, Spanish, French, German, Portuguese, Italian, Dutch, Russian. */
const NAMES: Readonly<Record<ColumnField, string>> = {
  title:
    'title headline name event eventname label subject betreff cardtitle contenttext titulo nombre evento titre nom evenement titel bezeichnung ereignis nome titolo naam gebeurtenis название событие заголовок имя what was que quoi cosa wat что',
  summary:
    'summary description desc detail details text notes note body abstract comment comments carddetailedtext descripcion resumen texto detalles resume texte beschreibung zusammenfassung notizen descricao resumo descrizione riassunto testo omschrijving beschrijving samenvatting tekst описание текст',
  date: 'date dates datetime datetext exactdate eventdate timestamp fecha datum data дата when wann cuando quand quando wanneer когда',
  start:
    'start startdate startyear starttime starts begin begins born birth birthdate dateofbirth birthyear begindate beginyear beginning from since inicio desde nacimiento nacido fechadenacimiento fechainicio fechadeinicio debut naissance datedenaissance datededebut datedebut beginn anfang geboren geburtsdatum geburtsjahr von startdatum beginntam anvang inizio datainizio datadeinicio dal da begindatum van начало от с',
  end: 'end enddate endyear endtime ends until till to died death deathdate dateofdeath deathyear finish fin final hasta muerte fallecimiento fechadefallecimiento fechafin fechadefin datedefin deces mort datededeces datefin ende gestorben sterbedatum todesdatum sterbejahr todesjahr bis enddatum endetam fim ate fine datafine datafim al einde einddatum eind tot конец до',
  year: 'year ano annee an jahr anno jaar год',
  month: 'month startmonth beginmonth mes mois monat mese maand месяц',
  day: 'day dayofmonth startday beginday dia jour tag giorno dag день',
  hour: 'hour hours starthour hora heure stunde ora uur час',
  minute: 'minute minutes startminute minuto minuut минута',
  time: 'time timeofday uhrzeit beginntum horaire horario orario tijd время',
  endMonth: 'endmonth',
  endDay: 'endday',
  endHour: 'endhour',
  endMinute: 'endminute',
  endTime: 'endtimeofday endetum',
  lane: 'lane group category type region series track section facet topic theme era period grupo categoria tipo groupe categorie gruppe kategorie typ gruppo groep soort группа категория тип',
  place:
    'place location city venue country lugar ubicacion ciudad pais lieu ville pays ort stadt land local cidade luogo citta paese plaats место город страна where wo donde ou onde dove waar где',
  people:
    'people person persons who personas personnes personen pessoas persone люди wer quien quienes qui quem chi wie кто',
  url: 'url link website href uri enlace lien weblink collegamento ссылка',
  media:
    'media image images picture photo imageurl imagen foto bild imagem immagine afbeelding изображение фото',
  sources:
    'source sources reference references fuente fuentes quelle quellen fonte fontes fonti bron bronnen источник',
  tags: 'tags keywords etiquetas motscles schlagworte stichworte palavraschave trefwoorden теги',
  id: 'id identifier uid',
  short: 'short',
  kind: 'kind',
  status: 'status',
  importance: 'importance',
  calendar: 'calendar kalender calendrier calendario',
  color: 'color colour farbe couleur cor colore kleur цвет',
};

/** All that a column can be. */
export const COLUMN_FIELDS = Object.keys(NAMES) as readonly ColumnField[];

/** A table that is wider is none that anyone made by hand; the columns behind these are left out. */
export const MOST_COLUMNS = 1000;

let fields: ReadonlyMap<string, ColumnField> | undefined;
/** How long a name that is known is at most, without blanks. */
let longest = 0;

/** Letters and digits alone, without accents, lower case. */
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * Returns what a column is by its name, letter case, accents, spaces and punctuation apart: by the whole of it,
 * or by its last words, as `launch_date` and `PositionBeginYear` are; `prefix` is then what comes before them.
 */
export function columnField(name: string): { readonly field: ColumnField; readonly prefix: string } | null {
  if (!fields) {
    fields = new Map(
      Object.entries(NAMES).flatMap(([field, words]) =>
        words.split(' ').map((word): [string, ColumnField] => [word, field as ColumnField]),
      ),
    );
    longest = Math.max(...Array.from(fields.keys(), word => word.length));
  }
  const words = name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[\s_.-]+/)
    .map(keyOf)
    .filter(Boolean);
  let found: ReturnType<typeof columnField> = null;
  for (let i = words.length - 1, last = ''; i >= 0 && last.length <= longest; i--) {
    last = words[i]! + last;
    const field = fields.get(last);
    if (field) found = { field, prefix: words.slice(0, i).join(' ') };
  }
  return found;
}
