import { FileRefused } from './file-refused.js';

/** What a file begins as; of a package only its parts tell the rest. */
export type Beginning = 'PDF' | 'PNG' | 'JPEG' | 'PACKAGE';

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const BEGINNINGS: readonly [Beginning, (bytes: Uint8Array) => boolean][] = [
  ['PNG', (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['JPEG', (bytes) => starts(bytes, [0xff, 0xd8, 0xff])],
  ['PACKAGE', (bytes) => starts(bytes, [0x50, 0x4b, 0x03, 0x04])],
  ['PDF', (bytes) => starts(bytes, ascii('%PDF-'))],
];

const SAVE_AS = 'Save it as a PNG or a JPEG and attach that.';

/** What is known well enough to say what to do instead. */
const REFUSED: readonly [(bytes: Uint8Array) => boolean, string][] = [
  [
    (bytes) => starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]),
    'This is an Office file of the older form, or one protected with a password, which cannot be looked into. Save it as .docx, .xlsx or .pptx without a password, or as a PDF.',
  ],
  [(bytes) => starts(bytes, ascii('GIF8')), `This is a GIF. ${SAVE_AS}`],
  [
    (bytes) => starts(bytes, ascii('RIFF')) && starts(bytes, ascii('WEBP'), 8),
    `This is a WebP image. ${SAVE_AS}`,
  ],
  [(bytes) => starts(bytes, ascii('ftyp'), 4), `This is a HEIC image or a film. ${SAVE_AS}`],
  [
    (bytes) => starts(bytes, ascii('II*')) || starts(bytes, ascii('MM\0*')),
    `This is a TIFF image. ${SAVE_AS}`,
  ],
  [(bytes) => starts(bytes, ascii('BM')), `This is a bitmap. ${SAVE_AS}`],
  [
    (bytes) => /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4_096))),
    `This is an SVG. An SVG can carry programs and show each reader something else, so none is taken. ${SAVE_AS}`,
  ],
];

/** By what it holds, never by what it is called. */
export function beginningOf(bytes: Uint8Array): Beginning {
  if (bytes.length === 0) throw new FileRefused('This file is empty.');
  const found = BEGINNINGS.find(([, is]) => is(bytes));
  if (found) return found[0];
  const known = REFUSED.find(([is]) => is(bytes));
  throw new FileRefused(
    known?.[1] ??
      'Only PDF, PNG and JPEG files and those of Word, Excel and PowerPoint (.docx, .xlsx, .pptx) can be attached.',
  );
}
