import type { AttachmentFinding, AttachmentFindingKind } from '../../../../schema/attachment-words.js';

type Kind = keyof typeof AttachmentFindingKind;

/** Where something was found, place by place; `count` where it is not one a place. */
export interface Found {
  kind: Kind;
  places: readonly string[];
  count?: number;
}

interface Words {
  one: string;
  many: string;
  /** What it means for whoever attaches the file. */
  meaning: string;
}

const WORDS: Record<Kind, Words> = {
  HIDDEN_SHEETS: {
    ...{ one: 'hidden sheet', many: 'hidden sheets' },
    meaning: 'Anybody who opens the file can show them.',
  },
  HIDDEN_ROWS_OR_COLUMNS: {
    ...{ one: 'sheet with hidden rows or columns', many: 'sheets with hidden rows or columns' },
    meaning: 'Anybody who opens the file can show them.',
  },
  HIDDEN_SLIDES: {
    ...{ one: 'hidden slide', many: 'hidden slides' },
    meaning: 'Anybody who opens the file can show them.',
  },
  HIDDEN_TEXT: {
    ...{ one: 'piece of hidden text', many: 'pieces of hidden text' },
    meaning: 'Anybody who opens the file can show it.',
  },
  HIDDEN_LAYERS: {
    ...{ one: 'layer that is not shown', many: 'layers that are not shown' },
    meaning:
      'Anybody who opens the file can switch them on, so a pack does not print it. Print it to PDF anew and attach that.',
  },
  COMMENTS: {
    ...{ one: 'comment or note', many: 'comments or notes' },
    meaning: 'Readers see what was said, and often by whom.',
  },
  TRACKED_CHANGES: {
    ...{ one: 'tracked change', many: 'tracked changes' },
    meaning: 'Readers can see what stood there before, and who changed it.',
  },
  SPEAKER_NOTES: {
    ...{ one: 'slide with notes for the speaker', many: 'slides with notes for the speaker' },
    meaning: 'Readers can open the notes.',
  },
  COPIED_DATA: {
    ...{
      one: 'copy of the data behind a table or chart',
      many: 'copies of the data behind tables or charts',
    },
    meaning: 'It may hold every row of its source, also those that are not shown.',
  },
  EMBEDDED_FILES: {
    ...{ one: 'file within the file', many: 'files within the file' },
    meaning: 'They go along and were not looked into.',
  },
  EXTERNAL_LINKS: {
    ...{ one: 'link to a file elsewhere', many: 'links to files elsewhere' },
    meaning: 'They tell where your files are kept, and may be fetched when the file is opened.',
  },
  FORM_DATA: {
    ...{ one: 'form field', many: 'form fields' },
    meaning: 'What was filled in goes along, also where it is not printed.',
  },
  SCRIPTS: {
    ...{
      one: 'program that runs when the file is opened',
      many: 'programs that run when the file is opened',
    },
    meaning: 'Many readers refuse such files. Save it again without them if you can.',
  },
  NOT_PRINTED: {
    ...{ one: 'fault in how its pages are written', many: 'faults in how its pages are written' },
    meaning: 'A pack leads readers to the file instead of printing it. Print it to PDF anew and attach that.',
  },
  METADATA: {
    ...{ one: 'detail about who made it', many: 'details about who made it' },
    meaning: 'Anybody who opens the file can read that in its properties.',
  },
  PHOTO_PLACE: {
    ...{
      one: 'note of the place where a picture was taken',
      many: 'notes of places where pictures were taken',
    },
    meaning: 'They lead to where somebody lives, works or was treated.',
  },
  PHOTO_DETAILS: {
    ...{ one: 'set of details of a camera or a program', many: 'sets of details of cameras or programs' },
    meaning: 'They tell when, with what and by whom a picture was made.',
  },
};

const PLACES = 8;
const LONGEST_PLACE = 80;

const short = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_PLACE ? `${plain.slice(0, LONGEST_PLACE - 1)}…` : plain;
};

/** Where things were found, the first few of them by name. */
function whereOf(places: readonly string[]): string {
  const named = [...new Set(places.map(short))].filter((place) => place !== '');
  const first = named.slice(0, PLACES).map((place) => `‘${place}’`);
  const rest = named.length - first.length;
  return [...first, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

/** What was found in words; nothing where there is none of it. */
export function inWords(found: readonly Found[], isTakenOut = false): AttachmentFinding[] {
  return found.flatMap(({ kind, places, count = places.length }) => {
    if (count === 0) return [];
    const { one, many, meaning } = WORDS[kind];
    const where = whereOf(places);
    const what = `${count} ${count === 1 ? one : many}${where && `: ${where}`}`;
    const words = isTakenOut ? `${what}. Taken out of what is kept.` : `${what}. ${meaning}`;
    return [{ kind, where, words, isTakenOut }];
  });
}

/** The same kinds from several places, as one. */
export function together(found: readonly Found[]): Found[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = found.filter((one) => one.kind === kind);
    return {
      kind,
      places: own.flatMap(({ places }) => places),
      count: own.reduce((sum, { places, count = places.length }) => sum + count, 0),
    };
  });
}
