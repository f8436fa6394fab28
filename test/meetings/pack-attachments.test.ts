import { createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { degrees, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { AttachmentFormat } from '../../schema/attachment-words.js';
import { PackFormat, PackPart } from '../../schema/publications.js';
import { packsApart } from '../../server/features/meetings/pack/pack-apart.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PackAttachment, PackBlock } from '../../server/features/meetings/pack/pack-document.js';
import { packDocx } from '../../server/features/meetings/pack/pack-docx.js';
import { packHtml } from '../../server/features/meetings/pack/pack-html.js';
import { packPdf } from '../../server/features/meetings/pack/pack-pdf.js';
import { dotsOf } from '../../server/features/meetings/pack/png-dots.js';
import { printedWithin } from '../../server/features/meetings/publication.attachments.js';
import { BESIDE, facts, item, report, words, wordsOfFile, written } from '../support/packs.js';
import { png, rgba } from '../support/papers.js';

interface File {
  attachment: PackAttachment;
  bytes: Uint8Array;
}

function file(title: string, format: AttachmentFormat, bytes: Uint8Array, given: object = {}): File {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = {
    id: `id-of-${title.replaceAll(' ', '-')}`,
    title,
    fileName: `${title}.${format.toLowerCase()}`,
    bytes: bytes.length,
  };
  const attachment = {
    ...about,
    format,
    sha256,
    altText: null,
    pages: null,
    width: null,
    height: null,
    ...given,
  };
  return { attachment, bytes };
}

/** Each page says its number, at the bottom left of its paper and twice as far in. */
async function aPdf(
  title: string,
  pages: number,
  turn: (pdf: PDFDocument) => void = () => {},
): Promise<File> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= pages; n++) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`${title} page ${n}`, { x: 60, y: 60, size: 12, font });
    page.drawText('outside', { x: 5, y: 5, size: 8, font });
  }
  turn(pdf);
  return file(title, AttachmentFormat.PDF, await pdf.save(), { pages });
}

const packWith = (files: readonly File[], blocks: readonly PackBlock[] = report(1)) => {
  const papers = {
    reports: [written(blocks)],
    attachments: files.map(({ attachment }) => attachment),
  };
  return packOf(facts([item('Winter plan', papers), item('Workforce')]), PackPart.PUBLIC, null);
};
const besideWith = (files: readonly File[]) => ({
  ...BESIDE,
  files: new Map(files.map(({ attachment, bytes }) => [attachment.sha256, bytes])),
});
const printed = async (files: readonly File[], blocks?: readonly PackBlock[]) => {
  const { bytes, pages } = await packPdf(packWith(files, blocks), besideWith(files));
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const textOn = async (number: number) => {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    return items.flatMap((one) => ('str' in one ? [one] : []));
  };
  const wordsOn = async (number: number) => (await textOn(number)).map(({ str }) => str).join(' ');
  const all: string[] = [];
  for (let n = 1; n <= pages; n++) all.push(await wordsOn(n));
  return { pdf, pages, bytes, all, textOn };
};

describe('a PDF that goes with an item', () => {
  it('follows the report under a heading, and its pages are numbered on with all others', async () => {
    const [budget, survey] = [await aPdf('Budget', 3), await aPdf('Survey', 2)];
    const { pdf, pages, all } = await printed([budget, survey]);
    expect(pdf.numPages).toBe(pages);
    const at = (phrase: string) => all.findIndex((text) => text.includes(phrase)) + 1;
    const [first, second] = [at('Budget page 1'), at('Survey page 1')];
    expect([at('Budget page 2'), at('Budget page 3')]).toEqual([first + 1, first + 2]);
    // A heading on a page of ours between the two.
    expect(second).toBe(first + 4);
    for (const [i, text] of all.entries()) expect(text).toContain(`Page ${i + 1} of ${pages}`);
    const contents = /Attachment 1 to item 1: Budget\s+(\d+).*Attachment 2 to item 1: Survey\s+(\d+)/s.exec(
      all[0] ?? '',
    );
    expect([Number(contents?.[1]), Number(contents?.[2])]).toEqual([first - 1, second - 1]);
    expect(all[first - 2]).toContain('Attachment 1 to item 1: Budget');
    expect(all[second + 1]).toContain('2. Workforce');
    const [strategy] = await pdf.getOutline();
    expect(strategy?.items[0]?.items.map(({ title }: { title: string }) => title)).toEqual([
      'Attachment 1 to item 1: Budget',
      'Attachment 2 to item 1: Survey',
    ]);
    const [tree, labels, info] = [
      await (await pdf.getPage(first)).getStructTree(),
      await pdf.getPageLabels(),
      await pdf.getMetadata(),
    ];
    expect(JSON.stringify(tree)).toContain('"role":"P"');
    // No numbering beside the one in the foot.
    expect(labels).toBeNull();
    expect(info.info).toMatchObject({ Title: 'Agenda: Joint Board, Friday 19 July 2030', Language: 'en-GB' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('has a line in its report for every item of a list, even one without a word', async () => {
    const said: PackBlock = { kind: 'PARAGRAPH', runs: [{ text: 'Last of them' }] };
    const none: PackBlock = { kind: 'PARAGRAPH', runs: [] };
    const { all, textOn } = await printed(
      [],
      [{ kind: 'LIST', isOrdered: true, items: [[], [none], [said]] }],
    );
    const on = await textOn(all.findIndex((text) => text.includes('Last of them')) + 1);
    const heights = ['1.', '2.', '3.'].map((sign) => on.find(({ str }) => str === sign)?.transform[5]);
    expect(heights.map(Math.round)).toEqual(
      [0, 1, 2].map((n) => Math.round(heights[0] - (n * (heights[0] - heights[2])) / 2)),
    );
    expect(heights[0] - heights[1]).toBeGreaterThan(12);
  });

  it('is byte for byte the same, however often it is printed', async () => {
    const files = [await aPdf('Budget', 2)];
    const [one, other] = [await printed(files), await printed(files)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  it('is cropped and turned as it is seen, on a sheet of its own size, above the running number', async () => {
    const cropped = await aPdf('Cropped', 1, (pdf) => pdf.getPage(0).setCropBox(50, 50, 300, 200));
    const turned = await aPdf('Turned', 1, (pdf) => pdf.getPage(0).setRotation(degrees(90)));
    const { pdf, all, textOn } = await printed([cropped, turned]);
    const on = async (phrase: string) => {
      const number = all.findIndex((text) => text.includes(phrase)) + 1;
      const { view } = await pdf.getPage(number);
      const said = (await textOn(number)).find(({ str }) => str.includes(phrase));
      return { size: view.slice(2), at: said?.transform.slice(4).map(Math.round), turned: said?.transform };
    };
    const first = await on('Cropped page 1');
    expect(first.size).toEqual([300, 240]);
    // 10 in and 10 up from the corner of what is seen, in the scale that leaves room for the foot.
    const scale = (240 - 72) / 200;
    expect(first.at).toEqual([Math.round((300 - 300 * scale) / 2 + 10 * scale), Math.round(72 + 10 * scale)]);
    const second = await on('Turned page 1');
    expect(second.size).toEqual([842, 595]);
    // A quarter clockwise: what was at the bottom left is at the top left, and runs down.
    expect(second.turned?.[1]).toBeLessThan(0);
    expect(second.at?.[1]).toBeGreaterThan(400);
  });

  it('keeps what is filled in and stamped upon it, and nothing that runs', async () => {
    const form = await aPdf('Form', 1, (pdf) => {
      const field = pdf.getForm().createTextField('amount');
      field.setText('Twelve pounds');
      field.addToPage(pdf.getPage(0), { x: 60, y: 200, width: 200, height: 20 });
      pdf.addJavaScript('main', 'app.alert(1)');
      pdf.catalog.set(
        PDFName.of('OpenAction'),
        pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }),
      );
    });
    const { pdf, all, bytes } = await printed([form]);
    expect(all.some((text) => text.includes('Form page 1') && text.includes('Twelve pounds'))).toBe(true);
    expect(await pdf.getJSActions()).toBeNull();
    expect(bytes.toString('latin1')).not.toContain('app.alert');
  });

  it('keeps its letters whatever they are called, and a number beyond all paper breaks nothing', async () => {
    const drawn = await aPdf('Drawn', 1, (pdf) => {
      const letter = pdf.context.register(pdf.context.stream('500 0 d0 0 0 400 400 re f'));
      const font = pdf.context.obj({
        ...{
          Type: 'Font',
          Subtype: 'Type3',
          FontBBox: [0, 0, 500, 500],
          FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        },
        ...{ CharProcs: { A: letter, P: letter }, FirstChar: 65, LastChar: 66, Widths: [500, 3.4e38] },
        Encoding: { Type: 'Encoding', Differences: [65, 'A', 'P'] },
      });
      pdf.getPage(0).node.setFontDictionary(PDFName.of('A'), pdf.context.register(font));
    });
    const { bytes, all } = await printed([drawn]);
    expect(all.some((text) => text.includes('Drawn page 1'))).toBe(true);
    const { context } = await PDFDocument.load(bytes);
    const dicts = context
      .enumerateIndirectObjects()
      .flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
    const letters = dicts
      .map((one) => one.lookup(PDFName.of('CharProcs')))
      .find((one) => one instanceof PDFDict);
    expect(letters instanceof PDFDict && letters.keys().map(String)).toEqual(['/A', '/P']);
  });

  it.each([
    ['locked', async () => lockedPdf(), 'locked with a password'],
    [
      'broken',
      async () => file('Torn', AttachmentFormat.PDF, Buffer.from('%PDF-1.7\nnothing')),
      'is damaged',
    ],
    ['missing', async () => ({ ...(await aPdf('Gone', 1)), bytes: new Uint8Array() }), 'is damaged'],
    ['with hidden layers', async () => layeredPdf(), 'hidden layers'],
    ['so packed that no memory holds it', async () => packedPdf(), 'is damaged'],
    ['with what is shown while a layer is not', async () => ruledPdf(), 'hidden layers'],
  ])('is told of by its address when it is %s, and the pack is built', async (_, make, why) => {
    const bad = await make();
    const { all } = await printed([bad, await aPdf('Budget', 1)]);
    const told = all.find((text) => text.includes(why)) ?? '';
    expect(told).toContain(`Attachment 1 to item 1: ${bad.attachment.title}`);
    expect(told.replace(/\s/g, '')).toContain(`/agenda-files/${bad.attachment.id}/`);
    expect(all.some((text) => text.includes('Budget page 1'))).toBe(true);
  });
});

describe('the files of a pack', () => {
  it('are printed as far as they fit, in their order, each counted once', () => {
    const sizes = new Map(Object.entries({ a: 40, b: 70, c: 30, d: 31 }));
    expect(printedWithin(['a', 'b', 'a', 'c', 'd'], sizes, 100)).toEqual(['a', 'c']);
    expect(printedWithin(['b', 'c', 'd'], sizes, 100)).toEqual(['b', 'c']);
  });

  it('are told of by their address beyond that', async () => {
    const { attachment } = await aPdf('Large', 1);
    const { bytes } = await packPdf(packWith([{ attachment, bytes: new Uint8Array() }]), BESIDE);
    const told = (await wordsOfFile('PDF', new Uint8Array(bytes))).replace(/\s+/g, ' ');
    expect(told).toContain('the files of this pack are too large for one document');
    expect(told.replace(/\s/g, '')).toContain(`/agenda-files/${attachment.id}/`);
  });

  it('are fetched once it is the turn of the pack, and not while another is written', async () => {
    const events: string[] = [];
    const writing = ['first', 'second'].map((name) =>
      packsApart(
        [
          {
            ...{ pack: packWith([]), place: BESIDE.place, madeAt: BESIDE.madeAt },
            files: async function* () {
              events.push(`files of ${name}`);
              yield { sha256: name, bytes: new Uint8Array() };
            },
          },
        ],
        async ({ format }) => {
          events.push(`${format} of ${name}`);
        },
      ),
    );
    await Promise.all(writing);
    expect(events).toEqual(
      ['first', 'second'].flatMap((name) =>
        ['files', 'HTML', 'PDF', 'WORD'].map((what) => `${what} of ${name}`),
      ),
    );
  });
});

describe('packs of one publication', () => {
  it('are written one after another in one process, and none prints what came for another', async () => {
    const large = await aPdf('Large', 1);
    const pack = packWith([large]);
    const events: string[] = [];
    const orders = ['first', 'second'].map((name) => ({
      ...{ name, pack, place: BESIDE.place, madeAt: BESIDE.madeAt },
      files: async function* () {
        events.push(`files of ${name}`);
        if (name === 'first') yield { sha256: large.attachment.sha256, bytes: large.bytes };
      },
    }));
    const told = new Map<string, string>();
    await packsApart(orders, async ({ format, bytes }, { name }) => {
      events.push(`${format} of ${name}`);
      if (format === PackFormat.PDF) told.set(name, await wordsOfFile('PDF', new Uint8Array(bytes)));
    });
    expect(events).toEqual(
      ['first', 'second'].flatMap((name) =>
        ['files', 'HTML', 'PDF', 'WORD'].map((what) => `${what} of ${name}`),
      ),
    );
    const isLeftOut = (name: string) =>
      told.get(name)?.replace(/\s+/g, ' ').includes('too large for one document');
    expect([isLeftOut('first'), isLeftOut('second')]).toEqual([false, true]);
  });
});

async function lockedPdf(): Promise<File> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' });
  return file('Locked', AttachmentFormat.PDF, await pdf.save(), { pages: 1 });
}

const packedPdf = () =>
  aPdf('Packed', 60, (pdf) => {
    const drawn = pdf.context.register(pdf.context.flateStream(Buffer.alloc(5_000_000, ' ')));
    for (const page of pdf.getPages()) page.node.set(PDFName.of('Contents'), drawn);
  });

const layeredPdf = () =>
  aPdf('Layered', 1, (pdf) => {
    const layer = pdf.context.register(pdf.context.obj({ Type: 'OCG', Name: PDFString.of('Notes') }));
    pdf.catalog.set(PDFName.of('OCProperties'), pdf.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
  });

const ruledPdf = () =>
  aPdf('Ruled', 1, (pdf) => {
    const layer = pdf.context.register(pdf.context.obj({ Type: 'OCG', Name: PDFString.of('Notes') }));
    pdf.catalog.set(PDFName.of('OCProperties'), pdf.context.obj({ OCGs: [layer], D: {} }));
    const resources = pdf.getPage(0).node.normalizedEntries().Resources;
    const shown = pdf.context.obj({ Type: 'OCMD', OCGs: layer, P: 'AllOff' });
    resources.set(PDFName.of('Properties'), pdf.context.obj({ Shown: shown }));
  });

describe('dots that are taken apart', () => {
  const dots = randomBytes(10 * 10 * 4);
  const at = (x: number, y: number) => (y * 10 + x) * 4;
  const opened = { width: 10, height: 10, pixelBitlength: 32 };
  /** A row as it differs from what is left of it and above it. */
  const row = (filter: number, here: Uint8Array, above: Uint8Array | null) =>
    Uint8Array.from([
      filter,
      ...here.map((value, i) => {
        const [left, up, upLeft] = [here[i - 4] ?? 0, above?.[i] ?? 0, above?.[i - 4] ?? 0];
        const about = left + up - upLeft;
        const near = [left, up, upLeft].reduce((best, one) =>
          Math.abs(about - one) < Math.abs(about - best) ? one : best,
        );
        return value - ([0, left, up, (left + up) >> 1, near][filter] ?? 0);
      }),
    ]);
  const rows = (width: number, all: Uint8Array) =>
    Array.from({ length: all.length / (width * 4) }, (_, y) => {
      const of = (n: number) => all.subarray(n * width * 4, (n + 1) * width * 4);
      return row(y % 5, of(y), y === 0 ? null : of(y - 1));
    });

  it('are what they were, however each row is told', () => {
    const imgData = deflateSync(Buffer.concat(rows(10, dots)));
    expect(Buffer.from(dotsOf({ ...opened, imgData, interlaceMethod: 0 })).equals(dots)).toBe(true);
  });

  it('are put between each other where they come in seven passes', () => {
    const passes = [
      ...[[0, 0, 8, 8] as const, [4, 0, 8, 8] as const, [0, 4, 4, 8] as const, [2, 0, 4, 4] as const],
      ...[[0, 2, 2, 4] as const, [1, 0, 2, 2] as const, [0, 1, 1, 2] as const],
    ].map(([left, top, across, down]) => {
      const own: Buffer[] = [];
      for (let y = top; y < 10; y += down)
        for (let x = left; x < 10; x += across) own.push(dots.subarray(at(x, y), at(x, y) + 4));
      return rows(Math.ceil((10 - left) / across), Buffer.concat(own));
    });
    const imgData = deflateSync(Buffer.concat(passes.flat()));
    expect(Buffer.from(dotsOf({ ...opened, imgData, interlaceMethod: 1 })).equals(dots)).toBe(true);
  });
});

describe('images and other files', () => {
  const map = file('Map of the wards', AttachmentFormat.IMAGE, png(40, 20), { width: 40, height: 20 });
  const sheet = file('Workings', AttachmentFormat.OFFICE, Buffer.from('PK'));
  const image: PackBlock = {
    ...{ kind: 'IMAGE', alt: 'Where the wards are', width: 40, height: 20 },
    id: map.attachment.id,
    sha256: map.attachment.sha256,
  };

  it('an image in a report is drawn with its words for those who do not see it, in all three', async () => {
    const pack = packWith([map], [words('Look:'), image]);
    const beside = besideWith([map]);
    const html = packHtml(pack, beside.place);
    expect(html).toContain(
      `<img src="agenda-files/${map.attachment.id}/image" alt="Where the wards are" width="40" height="20">`,
    );
    expect(html).not.toContain('data:');
    const zip = unzipSync(packDocx(pack, beside));
    expect(Buffer.from(zip['word/media/image1.png'] ?? []).equals(Buffer.from(map.bytes))).toBe(true);
    expect(Buffer.from(zip['word/document.xml'] ?? []).toString()).toContain('descr="Where the wards are"');
    const { pdf, all } = await printed([map], [words('Look:'), image]);
    const number = all.findIndex((text) => text.includes('Look:')) + 1;
    const tree = JSON.stringify(await (await pdf.getPage(number)).getStructTree());
    expect(tree).toContain('"role":"Figure"');
    expect(tree).toContain('"alt":"Where the wards are"');
    expect(tree).toContain('"alt":"Map of the wards"');
  });

  it('an image that is none is told in words, and the pack is built', async () => {
    const torn = file('Torn', AttachmentFormat.IMAGE, Buffer.from('no image'), { width: 4, height: 4 });
    const block: PackBlock = { ...image, sha256: torn.attachment.sha256 };
    const { all } = await printed([torn], [block]);
    expect(all.join(' ')).toContain('Image: Where the wards are');
    const xml = unzipSync(packDocx(packWith([torn], [block]), besideWith([torn])))['word/document.xml'];
    expect(Buffer.from(xml ?? []).toString()).toContain('Image: Where the wards are');
  });

  it.each([
    ['is cut off', deflateSync(randomBytes(10 * 41)).subarray(0, 200)],
    ['unpacks to more than its size says', deflateSync(Buffer.alloc(20_000_000))],
  ])('one of which what is see-through %s is told in words as well', async (_, packed) => {
    const torn = file('Torn', AttachmentFormat.IMAGE, rgba(packed), { width: 10, height: 10 });
    const { all } = await printed([torn], [{ ...image, sha256: torn.attachment.sha256 }]);
    expect(all.join(' ')).toContain('Image: Where the wards are');
  });

  it('an image that stands in many places is taken in once', async () => {
    const seen = file('Seen', AttachmentFormat.IMAGE, rgba(deflateSync(Buffer.alloc(10 * 41))), {
      ...{ width: 10, height: 10 },
    });
    const block: PackBlock = { ...image, sha256: seen.attachment.sha256 };
    const { bytes } = await printed([seen], [block, words('and again'), block, block]);
    expect(bytes.toString('latin1').match(/\/SMask /g)).toHaveLength(1);
  });

  it('a spreadsheet is named with its size, and led to', async () => {
    const pack = packWith([sheet]);
    const html = packHtml(pack, BESIDE.place);
    expect(html).toContain(
      `<a href="agenda-files/${sheet.attachment.id}/Workings.office">Workings</a> (Office file, 1 kB)`,
    );
    const xml = Buffer.from(
      unzipSync(packDocx(pack, besideWith([sheet])))['word/document.xml'] ?? [],
    ).toString();
    expect(xml).toContain('Attachments');
    expect(xml).toContain('(Office file, 1 kB)');
    const { all } = await printed([sheet]);
    expect(all.join(' ').replace(/\s/g, '')).toContain(
      `https://accord.example/public/publications/p/agenda-files/${sheet.attachment.id}/Workings.office`,
    );
  });
});
