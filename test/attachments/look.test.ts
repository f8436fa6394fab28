import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { lookAt } from '../../server/features/attachments/look/look.js';
import {
  document,
  exif,
  jpeg,
  office,
  paragraph,
  pdf,
  png,
  relations,
  rgba,
  sheets,
} from '../support/papers.js';

const look = async (bytes: Uint8Array) => {
  const { findings, ...looked } = await lookAt(bytes);
  return { ...looked, found: Object.fromEntries(findings.map((one) => [one.kind, one])) };
};
const words = async (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries((await look(bytes)).found).map(([kind, one]) => [kind, one.words]));
const bytesIn = (text: string) => new TextEncoder().encode(text);

describe('a workbook', () => {
  const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

  it('tells of the sheets that are hidden, by name, and of those that Excel does not even list', async () => {
    const file = office(
      'xl',
      sheets(['Summary', null, cell], ['Workings', 'hidden', cell], ['Salaries', 'veryHidden', cell]),
    );
    expect(await look(file)).toMatchObject({ kind: 'EXCEL', pages: null });
    expect(await words(file)).toEqual({
      HIDDEN_SHEETS:
        '2 hidden sheets: ‘Workings’, ‘Salaries (not listed by Excel)’. Anybody who opens the file can show them.',
    });
  });

  it('tells of hidden rows and columns that hold something, and of no others', async () => {
    const row = '<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const column = `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="C1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>`;
    const tidy = `<cols><col min="5" max="16384" hidden="1"/></cols>${cell}<sheetData><row r="9" hidden="1"/></sheetData>`;
    const file = office('xl', sheets(['Rows', null, row], ['Columns', null, column], ['Tidy', null, tidy]));
    expect((await look(file)).found['HIDDEN_ROWS_OR_COLUMNS']?.where).toBe('‘Rows’, ‘Columns’');
  });

  it('tells of sheets wherever they stand, and of the model behind them', async () => {
    const file = office(
      'xl',
      {
        'book/main.xml':
          '<workbook xmlns:r="a"><sheets><sheet name="Pay" r:id="rId1" state="hidden"/></sheets></workbook>',
        'book/_rels/main.xml.rels': relations(['rId1', 'worksheet', 'pages/one.xml']),
        'book/pages/one.xml': `<worksheet><sheetData><row hidden="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
        'xl/model/item.data': 'x',
      },
      'book/main.xml',
    );
    const { found } = await look(file);
    expect(Object.entries(found).map(([kind, { where }]) => [kind, where])).toEqual([
      ...[
        ['HIDDEN_SHEETS', '‘Pay’'],
        ['HIDDEN_ROWS_OR_COLUMNS', '‘Pay’'],
        ['COPIED_DATA', '‘item.data’'],
      ],
    ]);
  });

  it('tells of notes, of copied data, of sources elsewhere and of who made it', async () => {
    const { found } = await look(
      office('xl', {
        ...sheets(['Summary', null, cell]),
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>',
        'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords/>',
        'xl/embeddings/oleObject1.bin': 'x',
        'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
          ...(['rId1', 'externalLinkPath', 'file:///H:/Finance/Pay%202030.xlsx', 'External'] as const),
        ]),
        'xl/worksheets/_rels/sheet1.xml.rels': relations([
          ...(['rId1', 'hyperlink', 'https://www.gov.uk/', 'External'] as const),
        ]),
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>Plan</dc:title><dc:creator>Lowri Penhale</dc:creator></cp:coreProperties>',
        'docProps/app.xml': '<Properties><Company>Wensmere County Council</Company></Properties>',
      }),
    );
    expect(found['COMMENTS']?.words).toContain('2 comments or notes.');
    expect(found['COPIED_DATA']?.words).toContain('every row of its source');
    expect(found['EMBEDDED_FILES']?.where).toBe('‘oleObject1.bin’');
    expect(found['EXTERNAL_LINKS']?.where).toBe('‘file:///H:/Finance/Pay%202030.xlsx’');
    expect(found['METADATA']?.where).toBe('‘Author: Lowri Penhale’, ‘Company: Wensmere County Council’');
  });
});

describe('a document', () => {
  it('tells of tracked changes and comments with who made them, and of hidden text', async () => {
    const file = office('word', {
      'word/document.xml': document(
        `${paragraph('We agreed.')}<w:p><w:ins w:author="A. Editor"><w:r><w:t>not</w:t></w:r></w:ins><w:del w:author="B. Writer"><w:r><w:delText>never</w:delText></w:r></w:del></w:p>
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>open</w:t></w:r></w:p>`,
      ),
      'word/comments.xml': `<w:comments xmlns:w="a"><w:comment w:author="C. Reader"/></w:comments>`,
    });
    expect(await look(file)).toMatchObject({ kind: 'WORD' });
    expect(await words(file)).toEqual({
      TRACKED_CHANGES:
        '2 tracked changes: ‘A. Editor’, ‘B. Writer’. Readers can see what stood there before, and who changed it.',
      COMMENTS: '1 comment or note: ‘C. Reader’. Readers see what was said, and often by whom.',
      HIDDEN_TEXT: '1 piece of hidden text. Anybody who opens the file can show it.',
    });
  });

  it('is looked into by what it opens with, whatever its parts are called', async () => {
    const text = document('<w:p><w:ins w:author="A. Editor"><w:r><w:t>not</w:t></w:r></w:ins></w:p>');
    const file = office(
      'word',
      {
        'word/document2.xml': text,
        'word/_rels/document2.xml.rels': relations(
          ['rId1', 'header', '/Word/Top.xml'],
          ['rId2', 'comments', 'said.xml'],
        ),
        'word/top.xml': `<w:hdr xmlns:w="a"><w:ins w:author="B. Writer"/></w:hdr>`,
        'word/said.xml': `<w:comments xmlns:w="a"><w:comment w:author="C. Reader"/></w:comments>`,
      },
      'word/document2.xml',
    );
    const { kind, found } = await look(file);
    expect([kind, found['TRACKED_CHANGES']?.where, found['COMMENTS']?.where]).toEqual([
      ...['WORD', '‘A. Editor’, ‘B. Writer’', '‘C. Reader’'],
    ]);
    const missing = office('word', { 'word/document.xml': text }, 'word/elsewhere.xml');
    await expect(look(missing)).rejects.toThrow(/damaged/);
    const unsaid = office('word', { 'word/document.xml': text, '_rels/.rels': relations() });
    await expect(look(unsaid)).rejects.toThrow(/damaged/);
  });

  it('tells of the place in a photograph within it', async () => {
    const parts = { 'word/document.xml': document(''), 'word/media/image1.jpeg': jpeg({ hasPlace: true }) };
    const { found } = await look(office('word', parts));
    expect(found['PHOTO_PLACE']).toMatchObject({ where: '‘image1.jpeg’', isTakenOut: false });
  });

  it('with nothing in it but its words has nothing to tell', async () => {
    expect(await words(office('word', { 'word/document.xml': document(paragraph('Plain.')) }))).toEqual({});
  });
});

describe('slides', () => {
  it('tell of those that are hidden, and of notes that say something', async () => {
    const notes = (text: string) =>
      `<p:notes xmlns:p="a" xmlns:a="b"><p:sp><p:ph type="sldNum"/><a:t>3</a:t></p:sp><p:sp><p:ph type="body"/><a:t>${text}</a:t></p:sp></p:notes>`;
    const file = office('ppt', {
      'ppt/presentation.xml':
        '<p:presentation xmlns:p="a" xmlns:r="b"><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations(
        ['rId1', 'slide', 'slides/slide1.xml'],
        ['rId2', 'slide', 'slides/slide2.xml'],
      ),
      'ppt/slides/slide1.xml': '<p:sld xmlns:p="a" show="0"/>',
      'ppt/slides/slide2.xml': '<p:sld xmlns:p="a"/>',
      'ppt/slides/_rels/slide1.xml.rels': relations(['rId1', 'notesSlide', '../notesSlides/notesSlide1.xml']),
      'ppt/slides/_rels/slide2.xml.rels': relations(['rId1', 'notesSlide', '../notesSlides/notesSlide2.xml']),
      'ppt/notesSlides/notesSlide1.xml': notes('Do not say this aloud'),
      'ppt/notesSlides/notesSlide2.xml': notes(' '),
    });
    const { kind, found } = await look(file);
    expect([kind, found['HIDDEN_SLIDES']?.where, found['SPEAKER_NOTES']?.where]).toEqual([
      ...['POWERPOINT', '‘Slide 2’', '‘Slide 2’'],
    ]);
  });
});

/** So many pages, drawn with one stream of so many bytes. */
async function sharing(pages: number, bytes: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const drawn = made.context.register(made.context.flateStream(Buffer.alloc(bytes, ' ')));
  for (let n = 0; n < pages; n++) made.addPage().node.set(PDFName.of('Contents'), drawn);
  return made.save();
}

describe('a PDF', () => {
  it('tells its pages, and of notes on them, files in it and who wrote it', async () => {
    const bytes = await pdf(
      (made) => {
        made.note(10, 10, 100, 100, 'check this');
        made.link(10, 10, 100, 100, 'https://example.org');
        made.addPage();
        made.file(Buffer.from('pay'), { name: 'pay.csv' });
      },
      { info: { Author: 'Lowri Penhale', Title: 'The year' } },
    );
    const { kind, pages, found } = await look(bytes);
    expect({ kind, pages }).toEqual({ kind: 'PDF', pages: 2 });
    expect(Object.entries(found).map(([name, { where }]) => [name, where])).toEqual([
      ['COMMENTS', '‘Page 1’'],
      ['EMBEDDED_FILES', '‘pay.csv’'],
      ['METADATA', '‘Author: Lowri Penhale’'],
    ]);
  });

  it('tells of what was filled into a form', async () => {
    const bytes = await pdf((made) => {
      made.font('Helvetica').initForm();
      made.formText('salary', 10, 100, 200, 20, { value: '£41,000' });
      made.formText('empty', 10, 140, 200, 20);
    });
    expect((await look(bytes)).found['FORM_DATA']?.where).toBe('‘salary’');
  });

  it('tells of layers, and of pages that no pack will print', async () => {
    const layered = await PDFDocument.create();
    layered.addPage();
    const layer = layered.context.register(layered.context.obj({ Type: 'OCG', Name: PDFString.of('Notes') }));
    layered.catalog.set(
      PDFName.of('OCProperties'),
      layered.context.obj({ OCGs: [layer], D: { OFF: [layer] } }),
    );
    const { found } = await look(await layered.save());
    expect(found['HIDDEN_LAYERS']).toMatchObject({
      where: '‘Notes’',
      words: expect.stringContaining('a pack does not print it'),
    });
    const ruled = await PDFDocument.create();
    const rule = ruled.context.obj({ Type: 'OCMD', P: 'AllOff' });
    ruled.addPage().node.set(PDFName.of('Resources'), ruled.context.obj({ Properties: { Shown: rule } }));
    expect((await look(await ruled.save())).found['HIDDEN_LAYERS']?.words).toMatch(
      /^1 layer that is not shown\./,
    );
    const switched = await PDFDocument.create();
    switched.addPage();
    const byUse = switched.context.obj([{ Event: 'Print', OCGs: [], Category: ['Print'] }]);
    switched.catalog.set(PDFName.of('OCProperties'), switched.context.obj({ OCGs: [], D: { AS: byUse } }));
    expect((await look(await switched.save())).found['HIDDEN_LAYERS']?.words).toContain('does not print it');
    const narrow = await PDFDocument.create();
    narrow.addPage().setCropBox(0, 0, 0.5, 0.5);
    expect((await look(await narrow.save())).found['NOT_PRINTED']?.words).toContain(
      'leads readers to the file',
    );
  });

  it('whose pages unpack to more than any memory holds is not printed', async () => {
    const { found } = await look(await sharing(60, 5_000_000));
    expect(found['NOT_PRINTED']?.words).toContain('leads readers to the file');
    expect((await look(await sharing(10, 5_000_000))).found).toEqual({});
  });

  it('is refused where it is locked, also where it opens without a password, or damaged', async () => {
    const locked = { userPassword: 'open', ownerPassword: 'change' };
    await expect(look(await pdf(() => {}, locked))).rejects.toThrow(/password/);
    await expect(look(await pdf(() => {}, { ownerPassword: 'change' }))).rejects.toThrow(/password/);
    await expect(look(bytesIn('%PDF-1.7\nnothing'))).rejects.toThrow(/damaged/);
  });
});

describe('a picture', () => {
  const decoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

  it('of a camera is kept without its place and its details, and turned as it was meant', async () => {
    const { kind, width, height, bytes, found } = await look(
      jpeg({ orientation: 6, hasPlace: true }, [bytesIn('by A. Photographer')]),
    );
    // On its side: as high as it was wide.
    expect({ kind, width, height }).toEqual({ kind: 'JPEG', width: 8, height: 16 });
    expect(found['PHOTO_PLACE']).toMatchObject({
      isTakenOut: true,
      words: expect.stringContaining('Taken out'),
    });
    expect(found['PHOTO_DETAILS']?.words).toContain('2 sets of details');
    expect(decoded(bytes)).not.toContain('Photographer');
    const again = await look(bytes);
    expect({ width: again.width, found: Object.keys(again.found) }).toEqual({
      width: 8,
      found: ['PHOTO_DETAILS'],
    });
    expect(decoded(bytes)).toContain(decoded(exif({ orientation: 6 })).slice(0, 20));
  });

  it('keeps how its colours are meant, and loses what hangs on behind its end', async () => {
    const plain = jpeg();
    expect(Buffer.from((await look(plain)).bytes)).toEqual(plain);
    expect(Buffer.from((await look(Buffer.concat([plain, bytesIn('a second picture')]))).bytes)).toEqual(
      plain,
    );
  });

  it('of a program is kept without words and dates', async () => {
    const marked = png(16, 8, {
      tEXt: 'Author\0A. Designer',
      eXIf: exif({ hasPlace: true }),
      pHYs: '123456789',
    });
    const { kind, width, height, bytes, found } = await look(marked);
    expect({ kind, width, height }).toEqual({ kind: 'PNG', width: 16, height: 8 });
    expect(Object.keys(found)).toEqual(['PHOTO_PLACE', 'PHOTO_DETAILS']);
    expect(decoded(bytes)).not.toMatch(/Designer|eXIf/);
    expect(Buffer.from(bytes)).toEqual(png(16, 8, { pHYs: '123456789' }));
  });

  it.each([
    ['more', Buffer.alloc(10_000_000)],
    ['one more', Buffer.alloc(10 * 41 + 1)],
    ['less', Buffer.alloc(10 * 41 - 1)],
  ])('whose dots unpack to %s than its size says is refused', async (_, dots) => {
    expect((await look(rgba(deflateSync(Buffer.alloc(10 * 41))))).width).toBe(10);
    await expect(look(rgba(deflateSync(dots)))).rejects.toThrow(/damaged/);
  });

  it('whose dots are cut off, or told in no known way, is refused', async () => {
    const packed = deflateSync(randomBytes(10 * 41));
    await expect(look(rgba(packed.subarray(0, 200)))).rejects.toThrow(/damaged/);
    await expect(look(rgba(deflateSync(Buffer.alloc(10 * 41, 9))))).rejects.toThrow(/damaged/);
  });

  it('that is damaged, cut off or larger than any page is refused', async () => {
    await expect(look(jpeg().subarray(0, 200))).rejects.toThrow(/damaged/);
    const spoilt = png();
    spoilt[20] = 0xff;
    await expect(look(spoilt)).rejects.toThrow(/damaged/);
    await expect(look(png(30_000, 30_000))).rejects.toThrow(/more than any page shows/);
  });
});

it.each([
  ['macros', office('xl', { 'xl/vbaProject.bin': 'x' }), /macros or controls/],
  [
    'an SVG',
    bytesIn('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    /SVG can carry programs/,
  ],
  ['an older Office file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /older form, or one protected/],
  ['a GIF', bytesIn('GIF89a'), /Save it as a PNG/],
  ['an archive', office('xl', { '[Content_Types].xml': '<Types/>' }), /archive/],
  ['a page', bytesIn('<!doctype html><script>'), /Only PDF, PNG and JPEG/],
  ['nothing', new Uint8Array(), /empty/],
])('%s is refused, in words that say what to do', async (_, bytes, reason) => {
  await expect(look(bytes)).rejects.toThrow(reason);
});

it('says of many places the first few, and cuts long ones', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `${i} ${'and a long name '.repeat(9)}`);
  const many = sheets(...names.map((name): [string, string, string] => [name, 'hidden', '']));
  const where = (await look(office('xl', many))).found['HIDDEN_SHEETS']?.where ?? '';
  expect(where).toMatch(/and 4 more$/);
  expect(where.length).toBeLessThan(8 * 90);
});
