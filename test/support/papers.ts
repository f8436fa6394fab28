import { crc32, deflateSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/** Files for tests of attachments: as officers send them, with what is in them that they forgot. */

const encode = (text: string) => new TextEncoder().encode(text);
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relations = (...all: [id: string, type: string, target: string, mode?: 'External'][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

const MAIN = {
  word: 'wordprocessingml.document.main',
  xl: 'spreadsheetml.sheet.main',
  ppt: 'presentationml.presentation.main',
};

const OPENS_WITH = { word: 'word/document.xml', xl: 'xl/workbook.xml', ppt: 'ppt/presentation.xml' };

/** An Office file of these parts, which opens with the one of the usual name or, where that is said, with another. */
export function office(
  of: keyof typeof MAIN,
  parts: Record<string, string | Uint8Array>,
  main = OPENS_WITH[of],
): Uint8Array {
  const type = `application/vnd.openxmlformats-officedocument.${MAIN[of]}+xml`;
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    '_rels/.rels': relations(['main', 'officeDocument', main]),
    ...parts,
  };
  const packed: Zippable = {};
  for (const [name, part] of Object.entries(all))
    packed[name] = typeof part === 'string' ? encode(part) : part;
  return zipSync(packed);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const document = (body: string): string => `<w:document ${W}><w:body>${body}</w:body></w:document>`;
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A workbook of sheets: name, state, and what stands in it. */
export function sheets(...all: [name: string, state: string | null, body: string][]): Record<string, string> {
  const part = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;
  return {
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets>${all
      .map(
        ([name, state], at) =>
          `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...all.map((_, at): [string, string, string] => [
        `rId${at + 1}`,
        'worksheet',
        `worksheets/sheet${at + 1}.xml`,
      ]),
    ),
    ...Object.fromEntries(all.map(([, , body], at) => [part(at), `<worksheet>${body}</worksheet>`])),
  };
}

/** What a camera writes: how to turn the picture, and where it was taken. */
export function exif({ orientation = 1, hasPlace = false } = {}): Uint8Array {
  const entries = [
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...(hasPlace ? [[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 60]] : []),
  ];
  return Uint8Array.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, entries.length, ...entries.flat(), 0, 0, 0, 0]);
}

const segment = (marker: number, body: Uint8Array): Buffer =>
  Buffer.concat([Uint8Array.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

/** A picture that every browser shows, 16 dots by 8, with a scan that holds a marker’s byte. */
export function jpeg(camera: Parameters<typeof exif>[0] | null = null, more: Uint8Array[] = []): Buffer {
  const [before, after] = [PLAIN_JPEG.subarray(0, 20), PLAIN_JPEG.subarray(20)];
  const told = camera ? [segment(0xe1, Buffer.concat([encode('Exif\0\0'), exif(camera)]))] : [];
  return Buffer.concat([before, ...told, ...more.map((words) => segment(0xfe, words)), after]);
}

/** Made once by a browser: 16 by 8, grey. */
const PLAIN_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALAB/9k=',
  'base64',
);

const chunk = (name: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([encode(name), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
};

/** A grey picture, so wide and so high, with other chunks before its end; of a very large one no dots. */
export function png(width = 16, height = 8, more: Record<string, Uint8Array | string> = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = width * height > 1_000_000 ? Buffer.alloc(1) : Buffer.alloc((width + 1) * height, 0x80);
  if (rows.length > 1) for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...Object.entries(more).map(([name, body]) =>
      chunk(name, typeof body === 'string' ? encode(body) : body),
    ),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture that can be seen through, 10 dots by 10, of which the dots are packed already. */
export function rgba(packed: Uint8Array, isInterlaced = false): Buffer {
  const plain = png(10, 10);
  const head = Buffer.from(plain.subarray(16, 29));
  head.set([8, 6, 0, 0, isInterlaced ? 1 : 0], 8);
  return Buffer.concat([
    plain.subarray(0, 8),
    ...[chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** A PDF as a program writes it. */
export function pdf(
  draw: (document: PDFKit.PDFDocument) => void = () => {},
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const made = new PDFDocument(options);
  const pieces: Buffer[] = [];
  return new Promise((resolve) => {
    made.on('data', (piece: Buffer) => pieces.push(piece));
    made.on('end', () => resolve(Buffer.concat(pieces)));
    made.text('How the year went');
    draw(made);
    made.end();
  });
}
