import type { Workbook } from './grid.js';
import { ImportFileError, otherFormat } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import { readLayout } from './layout.rules.js';
import type { ParsedPlan } from './parsed-plan.js';
import { readTable } from './read-table.js';
import { readWorkbook } from './read-workbook.js';

export interface PlanFile {
  name: string;
  bytes: Uint8Array;
}

/** Bytes in, plan out, in this process: `readPlanFile` runs it where it can do no harm. */
export function readPlanBytes(file: PlanFile, limits: ImportLimits): ParsedPlan {
  return readLayout(readGrids(file, limits));
}

export function readGrids(file: PlanFile, limits: ImportLimits): Workbook {
  const { bytes, name } = file;
  if (bytes.length === 0)
    throw new ImportFileError('EMPTY', 'This file is empty: there is nothing in it to import.');
  if (bytes.length > limits.bytes) {
    throw new ImportFileError(
      'TOO_LARGE',
      `This file is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MB, the most a plan may be.`,
    );
  }
  // What a file is, its first bytes say; its name may say anything.
  if (isOpenDocument(bytes)) throw otherFormat('an OpenDocument file (.ods)');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldFormat(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw notAWorkbook('This is a PDF, not a spreadsheet.');
  }
  if (/\.xls[xmb]?$/i.test(name)) throw notAWorkbook('This file is called a workbook but is not one.');
  if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    throw notAWorkbook('This is a web page or XML, not a spreadsheet.');
  }
  return readTable(name, bytes, limits);
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The first part of such a file is its kind, uncompressed. */
const isOpenDocument = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b]) &&
  new TextDecoder('latin1').decode(bytes.subarray(30, 80)).startsWith('mimetypeapplication/vnd.oasis.');

/** A workbook with a password is wrapped in the container of the old format. */
function oldFormat(bytes: Uint8Array): ImportFileError {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => raw.includes(Buffer.from(name, 'utf16le'));
  if (holds('Workbook') || holds('Book')) {
    return otherFormat('a workbook in the old .xls format');
  }
  return new ImportFileError(
    'ENCRYPTED',
    'This file is protected with a password, or is not a spreadsheet. Save a copy without the password and import that.',
  );
}

function notAWorkbook(what: string): ImportFileError {
  return new ImportFileError('NOT_A_WORKBOOK', `${what} Save the plan as .xlsx or .csv and import that.`);
}
