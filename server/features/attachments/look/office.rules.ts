import type { AttachmentFinding } from '../../../../schema/attachment-words.js';
import { documentFindings } from './document.rules.js';
import { damaged, FileRefused } from './file-refused.js';
import { type Found, inWords, together } from './finding.rules.js';
import { cleanJpeg } from './jpeg.rules.js';
import { baseName, Package } from './package.js';
import { cleanPng } from './png.rules.js';
import { presentationFindings } from './presentation.rules.js';
import { workbookFindings } from './workbook.rules.js';

type OfficeKind = 'WORD' | 'EXCEL' | 'POWERPOINT';

const MAIN: readonly [RegExp, OfficeKind][] = [
  [/wordprocessingml\.document\.main\+xml$/, 'WORD'],
  [/spreadsheetml\.sheet\.main\+xml$/, 'EXCEL'],
  [/presentationml\.presentation\.main\+xml$/, 'POWERPOINT'],
];

const FINDERS: Record<OfficeKind, (file: Package, main: string) => Found[]> = {
  WORD: documentFindings,
  EXCEL: workbookFindings,
  POWERPOINT: presentationFindings,
};

/** What kind of Office file it is, and all that is in it beside what meets the eye. */
export function lookAtOffice(bytes: Uint8Array): { kind: OfficeKind; findings: AttachmentFinding[] } {
  const file = new Package(bytes);
  const { kind, main } = kindIn(file);
  const found = [
    ...FINDERS[kind](file, main),
    ...inside(file),
    ...links(file),
    ...properties(file),
    ...photos(file),
  ];
  return { kind, findings: inWords(together(found)) };
}

/** By the part it opens with: what else it declares may be of any kind. */
function kindIn(file: Package): { kind: OfficeKind; main: string } {
  const main = file.main();
  const types: string[] = [];
  let [own, byEnding] = ['', ''];
  file.read('[Content_Types].xml', {
    open: (_name, { ContentType = '', PartName = '', Extension = '' }) => {
      if (!ContentType) return;
      types.push(ContentType);
      if (main && PartName.toLowerCase() === `/${main.toLowerCase()}`) own = ContentType;
      if (main && Extension && main.toLowerCase().endsWith(`.${Extension.toLowerCase()}`))
        byEnding = ContentType;
    },
  });
  const runs = file.named(/(?:^|\/)(?:vbaProject\.bin|activeX\/|macrosheets\/)/i);
  if (runs.length > 0 || types.some((type) => /macroEnabled|ms-office\.activeX/i.test(type)))
    throw new FileRefused(
      'This file holds macros or controls, programs that run on the reader’s computer, so it is not taken. Save it as .docx, .xlsx or .pptx, or as a PDF.',
    );
  const isOf = ([pattern]: (typeof MAIN)[number]) => pattern.test(own || byEnding);
  const found = MAIN.find(isOf);
  if (main && found) return { kind: found[1], main };
  if (file.named(/^mimetype$/).length > 0)
    throw new FileRefused(
      'This is an OpenDocument file. Save it as .docx, .xlsx or .pptx, or as a PDF, and attach that.',
    );
  if (MAIN.some(([pattern]) => types.some((type) => pattern.test(type)))) throw damaged();
  if (types.length > 0 && file.named(/^(?:word|xl|ppt)\//).length > 0)
    throw new FileRefused('This is a template or a show. Save it as .docx, .xlsx or .pptx and attach that.');
  if (types.length > 0) throw damaged();
  throw new FileRefused('This is an archive. Attach the files that are in it one by one.');
}

const inside = (file: Package): Found[] => [
  {
    kind: 'EMBEDDED_FILES',
    places: file.related(/\/embeddings\/[^/]+$/, 'oleObject', 'package').map(baseName),
  },
  {
    kind: 'COPIED_DATA',
    // Of pivot tables, and the model behind them.
    places: file
      .related(
        /\/(?:pivotCache\/pivotCacheRecords[^/]*|model\/[^/]+\.data)$/,
        'pivotCacheRecords',
        'powerPivotData',
      )
      .map(baseName),
  },
];

/** Beside links that a reader is meant to follow: those that lead into the writer’s own folders, and whatever is fetched by itself. */
function links(file: Package): Found[] {
  const places: string[] = [];
  for (const part of file.named(/\.rels$/))
    file.read(part, {
      open: (name, { Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship' || TargetMode !== 'External') return;
        if (!Type.endsWith('/hyperlink') || /^(?:file:|\\\\|[a-z]:\\)/i.test(Target)) places.push(Target);
      },
    });
  return [{ kind: 'EXTERNAL_LINKS', places: [...new Set(places)] }];
}

const PROPERTIES: Record<string, string> = {
  creator: 'Author',
  lastModifiedBy: 'Last changed by',
  description: 'Remarks',
  keywords: 'Keywords',
  Company: 'Company',
  Manager: 'Manager',
};

function properties(file: Package): Found[] {
  const places: string[] = [];
  let label: string | undefined;
  for (const part of ['docProps/core.xml', 'docProps/app.xml'])
    file.read(part, {
      open: (name) => {
        label = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
      },
      close: () => {
        label = undefined;
      },
      text: (text) => {
        if (label && text.trim()) places.push(`${label}: ${text.trim()}`);
      },
    });
  file.read('docProps/custom.xml', {
    open: (name, { name: called = '' }) => {
      if (name === 'property') places.push(called);
    },
  });
  return [{ kind: 'METADATA', places }];
}

/** Places that cameras wrote into pictures of the file. */
function photos(file: Package): Found[] {
  const places = file.named(/\/media\/[^/]+\.(?:jpe?g|png)$/i).filter((part) => {
    try {
      const clean = /\.png$/i.test(part) ? cleanPng : cleanJpeg;
      return clean(file.bytesOf(part)).found.some(
        ({ kind, count = 0 }) => kind === 'PHOTO_PLACE' && count > 0,
      );
    } catch {
      // A picture that is none shows nothing, and tells nothing.
      return false;
    }
  });
  return [{ kind: 'PHOTO_PLACE', places: places.map(baseName) }];
}
