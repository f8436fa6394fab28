import { BUILT_IN_FORMATS } from './cell-format.js';
import { broken, ImportFileError, otherFormat } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import { readXml } from './xml.js';
import type { ZipEntry } from './zip.js';

/** The parts of a workbook that are not sheets: what it holds, its shared texts and its formats. */

export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookIndex {
  sheets: SheetPart[];
  epoch1904: boolean;
  sharedStrings: ZipEntry | null;
  styles: ZipEntry | null;
  notes: string[];
}

export interface CellStyle {
  format: string;
  fill: string | null;
}

interface Relationship {
  type: string;
  target: string;
}

interface SheetMention {
  name: string;
  hidden: boolean;
  relationship: string;
}

const MAX_STYLES = 70_000;
/** No spreadsheet takes a longer one. */
const MAX_FORMAT = 255;

export function readIndex(parts: ReadonlyMap<string, ZipEntry>, limits: ImportLimits): WorkbookIndex {
  const home = mainPart(parts);
  const entry = home === null ? undefined : parts.get(home);
  if (parts.has('xl/workbook.bin')) throw otherFormat('a binary workbook (.xlsb)');
  if (home === null || entry === undefined) throw notAWorkbook();
  const { mentions, epoch1904, links } = readWorkbookPart(entry, limits);
  const relationships = readRelationships(parts, home);
  const notes: string[] = [];
  if (links || [...parts.keys()].some((name) => /externalLinks\//i.test(name))) {
    notes.push('The workbook links to other files. The links were not followed.');
  }
  if ([...parts.keys()].some((name) => /vbaProject/i.test(name))) {
    notes.push('The workbook holds macros. They were not opened.');
  }
  const sheets = mentions.flatMap((mention) => {
    const relationship = relationships.get(mention.relationship);
    if (relationship !== undefined && relationship.type !== 'worksheet') {
      notes.push(`'${mention.name}' is a chart or dialogue, not a sheet of cells, and was left out.`);
      return [];
    }
    const sheet = relationship === undefined ? undefined : parts.get(relationship.target);
    if (sheet === undefined) throw broken(`the sheet '${mention.name.slice(0, 60)}' is missing`);
    return [{ name: mention.name, hidden: mention.hidden, entry: sheet }];
  });
  const partOf = (type: string): ZipEntry | null => {
    const found = [...relationships.values()].find((relationship) => relationship.type === type);
    return found === undefined ? null : (parts.get(found.target) ?? null);
  };
  return { sheets, epoch1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), notes };
}

function mainPart(parts: ReadonlyMap<string, ZipEntry>): string | null {
  const declared = [...readRelationships(parts, '').values()].find(
    (relationship) => relationship.type === 'officeDocument',
  );
  const name = declared?.target ?? 'xl/workbook.xml';
  return name.endsWith('.xml') && parts.has(name) ? name : null;
}

function readWorkbookPart(
  entry: ZipEntry,
  limits: ImportLimits,
): { mentions: SheetMention[]; epoch1904: boolean; links: boolean } {
  const mentions: SheetMention[] = [];
  let epoch1904 = false;
  let links = false;
  let root: string | null = null;
  readXml(entry, {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') epoch1904 = isTrue(attributes['date1904']);
      if (name === 'externalReference') links = true;
      if (name !== 'sheet') return;
      if (mentions.length >= limits.sheets) {
        throw new ImportFileError('TOO_MANY_SHEETS', `This workbook has more than ${limits.sheets} sheets.`);
      }
      const relationship = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const state = attributes['state'] ?? 'visible';
      mentions.push({
        name: (attributes['name'] ?? '').slice(0, 100),
        hidden: state !== 'visible',
        relationship,
      });
    },
  });
  if (root !== 'workbook') throw notAWorkbook();
  return { mentions, epoch1904, links };
}

/** What a part points to inside the workbook. Anything outside is left out, so nothing can follow it. */
function readRelationships(parts: ReadonlyMap<string, ZipEntry>, of: string): Map<string, Relationship> {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const entry = parts.get(`${folder}_rels/${of.slice(slash)}.rels`);
  const relationships = new Map<string, Relationship>();
  if (entry === undefined) return relationships;
  readXml(entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = attributes['Type'] ?? '';
      const target = resolve(folder, attributes['Target'] ?? '');
      if (target !== null) {
        relationships.set(attributes['Id'] ?? '', {
          type: type.slice(type.lastIndexOf('/') + 1),
          target,
        });
      }
    },
  });
  return relationships;
}

function resolve(folder: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Every text of the workbook, once; a cell names it by its place. Pronunciation guides are left out. */
export function readSharedStrings(entry: ZipEntry, limits: ImportLimits): string[] {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let reading = false;
  let guides = 0;
  readXml(entry, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') guides += 1;
      else if (name === 't') reading = guides === 0;
    },
    text(piece) {
      if (!reading) return;
      characters += piece.length;
      if (characters > limits.characters) throw tooMuchText();
      text += piece;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') guides -= 1;
      else if (name === 'si') {
        if (strings.length >= limits.cells) throw tooMuchText();
        strings.push(text);
      }
    },
  });
  return strings;
}

export function readStyles(entry: ZipEntry): CellStyle[] {
  const formats = new Map<number, string>(BUILT_IN_FORMATS);
  const fills: (string | null)[] = [];
  const styles: CellStyle[] = [];
  let inCellFormats = false;
  let solid = false;
  readXml(entry, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributes['numFmtId']), (attributes['formatCode'] ?? '').slice(0, MAX_FORMAT));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'fill') fills.push(null);
      else if (name === 'patternFill') solid = attributes['patternType'] === 'solid';
      else if (name === 'fgColor' && solid && fills.length > 0) {
        fills[fills.length - 1] =
          /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(attributes['rgb'] ?? '')?.[1] ?? null;
      } else if (name === 'xf' && inCellFormats && styles.length < MAX_STYLES) {
        styles.push({
          format: formats.get(Number(attributes['numFmtId'])) ?? 'General',
          fill: fills[Number(attributes['fillId'])]?.toUpperCase() ?? null,
        });
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
      if (name === 'patternFill') solid = false;
    },
  });
  return styles;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function tooMuchText(): ImportFileError {
  return new ImportFileError('TOO_LARGE', 'This workbook holds more text than a plan can.');
}

function notAWorkbook(): ImportFileError {
  return new ImportFileError(
    'NOT_A_WORKBOOK',
    'This is not an Excel workbook. Save the plan as .xlsx or .csv and import that.',
  );
}
