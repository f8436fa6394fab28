import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { broken, ImportFileError, unsafe } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';

/**
 * The few parts of a zip that a workbook needs, and a refusal of everything else: a directory that
 * contradicts the files, names that climb out, files that overlap, contents that grow without end.
 */

export interface ZipEntry {
  name: string;
  deflated: boolean;
  size: number;
  crc: number;
  data: Uint8Array;
}

interface DirectoryRecord {
  name: string;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
  next: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** Deflate grows at most 1,032-fold: small bites keep what one bite can become small. */
const BITE = 4 * 1024;

export function readZip(bytes: Uint8Array, limits: ImportLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, start } = readEnd(view, end);
  if (count > limits.zipEntries) {
    throw new ImportFileError('TOO_LARGE', `This workbook has more than ${limits.zipEntries} parts.`);
  }
  const records = readDirectory(view, bytes, start, end, count);
  const claimed = records.reduce((sum, record) => sum + record.size, 0);
  if (claimed > limits.inflatedBytes) throw tooLarge(limits);
  return openEntries(view, bytes, records, start);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw broken('its end is missing: it may not have been sent in full');
}

function readEnd(view: DataView, end: number): { count: number; start: number } {
  const disk = view.getUint16(end + 4, true);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) throw zip64();
  if (disk !== 0 || view.getUint16(end + 6, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    throw unsafe('it is split over several files');
  }
  if (start + size !== end) {
    if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) throw zip64();
    throw broken('its table of contents is not where it should be');
  }
  return { count, start };
}

function readDirectory(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
): DirectoryRecord[] {
  const records: DirectoryRecord[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(view, bytes, at, end);
    // Parts of a workbook are told apart without regard to case, so two spellings are one name.
    const folded = record.name.toLowerCase();
    if (names.has(folded)) throw unsafe('two of its parts have one name');
    names.add(folded);
    records.push(record);
    at = record.next;
  }
  if (at !== end) throw broken('its table of contents does not add up');
  return records;
}

function readRecord(view: DataView, bytes: Uint8Array, at: number, end: number): DirectoryRecord {
  if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) {
    throw broken('its table of contents is unreadable');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw broken('its table of contents is cut off');
  const record = {
    name: readName(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
  checkFlags(view.getUint16(at + 8, true), record.method);
  if (record.size === 0xffffffff || record.compressedSize === 0xffffffff || record.offset === 0xffffffff) {
    throw zip64();
  }
  return record;
}

function checkFlags(flags: number, method: number): void {
  if ((flags & 0x2041) !== 0) {
    throw new ImportFileError(
      'ENCRYPTED',
      'This workbook is protected with a password. Save a copy without the password and import that.',
    );
  }
  if (method !== 0 && method !== 8) throw unsafe('it is packed with an unusual method');
}

function readName(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw unsafe('one of its parts has an unreadable name');
  }
  const climbs = name.split('/').some((part) => part === '..' || part === '.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a name are what is looked for
  if (name === '' || climbs || /^\/|^[a-z]:|[\\\u0000-\u001f]/i.test(name)) {
    throw unsafe('one of its parts has a name that points elsewhere');
  }
  return name;
}

function openEntries(
  view: DataView,
  bytes: Uint8Array,
  records: DirectoryRecord[],
  directoryStart: number,
): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let previousEnd = 0;
  for (const record of [...records].sort((a, b) => a.offset - b.offset)) {
    if (record.offset < previousEnd) throw unsafe('its parts overlap');
    const dataStart = checkLocalHeader(view, bytes, record, directoryStart);
    previousEnd = dataStart + record.compressedSize;
    if (previousEnd > directoryStart) throw unsafe('one of its parts runs into its table of contents');
    entries.set(record.name, {
      name: record.name,
      deflated: record.method === 8,
      size: record.size,
      crc: record.crc,
      data: bytes.subarray(dataStart, previousEnd),
    });
  }
  return entries;
}

/** The header in front of a part must say what the table of contents says; returns where its data starts. */
function checkLocalHeader(
  view: DataView,
  bytes: Uint8Array,
  record: DirectoryRecord,
  directoryStart: number,
): number {
  const at = record.offset;
  if (at + 30 > directoryStart || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw broken('one of its parts is missing');
  }
  const flags = view.getUint16(at + 6, true);
  checkFlags(flags, view.getUint16(at + 8, true));
  const nameLength = view.getUint16(at + 26, true);
  const nameStart = at + 30;
  const dataStart = nameStart + nameLength + view.getUint16(at + 28, true);
  if (dataStart > directoryStart) throw broken('one of its parts is cut off');
  const sizeFollows = (flags & 0x0008) !== 0;
  const agrees =
    readName(bytes.subarray(nameStart, nameStart + nameLength)) === record.name &&
    view.getUint16(at + 8, true) === record.method &&
    (sizeFollows || view.getUint32(at + 18, true) === record.compressedSize);
  if (!agrees) throw unsafe('its parts contradict its table of contents');
  return dataStart;
}

/** Hands over the contents piece by piece and stops at the first byte more than was promised. */
export function inflateEntry(entry: ZipEntry, onPiece: (piece: Uint8Array) => void): void {
  let total = 0;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    total += piece.length;
    if (total > entry.size) throw unsafe('one of its parts is larger than it claims to be');
    crc = crc32(piece, crc);
    onPiece(piece);
  };
  if (entry.deflated) inflate(entry.data, take);
  else take(entry.data);
  if (total !== entry.size || crc !== entry.crc) throw broken('one of its parts fails its checksum');
}

function inflate(data: Uint8Array, take: (piece: Uint8Array) => void): void {
  let refusal: unknown = null;
  const stream = new Inflate((piece) => {
    try {
      take(piece);
    } catch (error) {
      refusal = error;
      throw error;
    }
  });
  try {
    for (let at = 0; at < data.length || at === 0; at += BITE) {
      stream.push(data.subarray(at, at + BITE), at + BITE >= data.length);
    }
  } catch (error) {
    throw (
      refusal ?? (error instanceof ImportFileError ? error : broken('one of its parts cannot be unpacked'))
    );
  }
}

function tooLarge(limits: ImportLimits): ImportFileError {
  const megabytes = Math.round(limits.inflatedBytes / 1024 / 1024);
  return new ImportFileError('TOO_LARGE', `This workbook unpacks to more than ${megabytes} MB.`);
}

function zip64(): ImportFileError {
  return unsafe('it uses the zip64 form meant for files over 4 GB');
}
