import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PackPart } from '../../schema/publications.js';
import { SeatCapacity } from '../../schema/vocabulary.js';
import type { QuorumRule } from '../../server/features/boards/quorum.rules.js';
import type { MeetingBoardFact, MemberFact } from '../../server/features/meetings/pack/pack-boards.rules.js';
import { namedAndWritten, packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import { type PackDocument, readPack } from '../../server/features/meetings/pack/pack-document.js';
import { packDocx } from '../../server/features/meetings/pack/pack-docx.js';
import { packHtml } from '../../server/features/meetings/pack/pack-html.js';
import { packPdf } from '../../server/features/meetings/pack/pack-pdf.js';
import { factsOf } from '../../server/features/meetings/pack/pack-words.js';
import { BESIDE, board, facts, item, longPack, report, wordsOfFile, written } from '../support/packs.js';

const restricted = (title: string) =>
  item(title, { isPublic: false, exemptionParagraphs: ['3'], minutes: 25, reports: [written(report(2))] });

const filesOf = async (pack: PackDocument) => ({
  html: packHtml(pack, BESIDE.place),
  pdf: (await packPdf(pack, BESIDE)).bytes.toString('latin1'),
  word: packDocx(pack, BESIDE).toString('latin1'),
});
const wordText = (bytes: Buffer): string =>
  Buffer.from(unzipSync(bytes)['word/document.xml'] ?? [])
    .toString('utf8')
    .replace(/<[^>]+>/g, ' ');

describe('the public part of a pack', () => {
  it('is byte for byte what it would be if there were nothing restricted: page, PDF and Word', async () => {
    const open = [item('Winter plan', { reports: [written(report(1))] }), item('Workforce')];
    const [first, ...others] = open;
    if (!first) throw new Error('there is no item');
    const withSecret = packOf(
      facts([restricted('Depot'), first, restricted('Pay'), ...others]),
      PackPart.PUBLIC,
      null,
    );
    const without = packOf(facts(open), PackPart.PUBLIC, null);
    expect(withSecret).toEqual(without);
    expect(await filesOf(withSecret)).toEqual(await filesOf(without));
  });

  it('says “Restricted item” by number only where the rules of every board want that, and nothing else of it', () => {
    const items = [item('Winter plan'), restricted('Depot')];
    const told = packOf(facts(items, { saysRestrictedGap: true }), PackPart.PUBLIC, null);
    expect(told.items.map(({ number, title }) => `${number}. ${title}`)).toEqual([
      '1. Winter plan',
      '2. Restricted item',
    ]);
    expect(JSON.stringify(told)).not.toContain('Depot');
    expect(told.items[1]).toMatchObject({ id: null, startsAt: null, minutes: null, reports: [] });
  });
});

describe('the boards that meet', () => {
  const seat = (name: string | null, given: Partial<MemberFact> = {}): MemberFact => ({
    ...{ name, post: null, organisation: 'North Council', capacity: SeatCapacity.MEMBER, isVoting: true },
    ...{ deputies: [], isPublic: true, isForBoards: true },
    ...given,
  });
  const quorum = (given: Partial<QuorumRule>): QuorumRule => ({
    ...{ atLeast: null, fraction: null, organisationsAtLeast: null, parts: [] },
    ...given,
  });
  const meets: MeetingBoardFact[] = [
    {
      ...{ id: 'joint', name: 'Joint Board', quorum: quorum({ fraction: { numerator: 1, denominator: 2 } }) },
      seats: [
        seat('Ada Marlow', { capacity: SeatCapacity.CHAIR, deputies: ['Ben Hale', 'Cy Dunn'] }),
        seat('Dee Ash', { post: 'Medical Director', organisation: 'South Trust', isVoting: false }),
        seat('Gus Lane', { post: 'Chief Executive, South Trust', organisation: 'South Trust' }),
        seat(null, { post: 'Director of Public Health' }),
        seat('Eve Secret', { isPublic: false }),
        seat('Flo Clerk', { capacity: SeatCapacity.SECRETARIAT, isVoting: false }),
      ],
    },
    { id: 'trust', name: 'Trust Board', quorum: quorum({ atLeast: 3 }), seats: [] },
  ];
  const boards = meets.map(({ name }) => board(name, 'On {paragraphs}.'));

  it('stand before the agenda with members, deputies and quorum, counted over what all may read of', async () => {
    const pack = packOf(facts([item('Winter plan')], { boards, meets }), PackPart.PUBLIC, null);
    expect(pack.meets).toEqual([
      {
        name: 'Joint Board',
        members: [
          'Ada Marlow, chair, North Council (deputies: Ben Hale and Cy Dunn)',
          'Dee Ash, Medical Director, South Trust (no vote)',
          'Gus Lane, Chief Executive, South Trust',
          'Director of Public Health, vacant, North Council',
        ],
        quorum: 'At least half of the voting seats (2 of 3)',
      },
      { name: 'Trust Board', members: [], quorum: 'At least three voting members' },
    ]);
    const bytes = { HTML: packHtml(pack, BESIDE.place), PDF: (await packPdf(pack, BESIDE)).bytes };
    for (const [format, file] of Object.entries({ ...bytes, WORD: packDocx(pack, BESIDE) })) {
      const words = (await wordsOfFile(format, new Uint8Array(Buffer.from(file))))
        .replace(/<[^>]+>|:/g, ' ')
        .replace(/\s+/g, ' ');
      expect(words, format).toContain('Members of Joint Board Ada Marlow, chair, North Council');
      expect(words, format).toContain('Quorum of Joint Board At least half of the voting seats (2 of 3)');
      expect(words, format).toContain('Quorum of Trust Board At least three voting members');
      expect(words, format).not.toContain('Eve Secret');
    }
  });

  it('are not named where there is one, and not missed in what was stored before they were told', () => {
    const [joint] = meets;
    const pack = packOf(facts([item('Winter plan')], { meets: joint ? [joint] : [] }), PackPart.PUBLIC, null);
    expect(factsOf(pack).map(({ label }) => label)).toEqual(expect.arrayContaining(['Members', 'Quorum']));
    const { meets: _, ...before } = pack;
    expect(factsOf(readPack(JSON.stringify(before))).map(({ label }) => label)).not.toContain('Quorum');
  });
});

describe('the part for the boards', () => {
  it('has the restricted items after the others, with the resolution drafted from their paragraphs', () => {
    const items = [
      restricted('Depot'),
      item('Winter plan'),
      { ...restricted('Pay'), exemptionParagraphs: ['1'] },
    ];
    const full = packOf(facts(items), PackPart.FULL, null);
    expect(full.items.map(({ number, title }) => `${number}. ${title}`)).toEqual([
      '1. Winter plan',
      '2. Depot',
      '3. Pay',
    ]);
    expect(full.exclusions).toEqual(['That press and public be excluded under 1 and 3.']);
  });

  it('has nothing that is for some of them only', () => {
    const full = packOf(
      facts([item('Winter plan'), { ...restricted('Pay'), isForBoards: false }]),
      PackPart.FULL,
      null,
    );
    expect(full.items.map(({ title }) => title)).toEqual(['Winter plan']);
    expect(full.exclusions).toEqual([]);
  });
});

describe('a pack of an earlier form', () => {
  const { exclusions: _, ...old } = packOf(facts([item('Winter plan')]), PackPart.FULL, null);

  it.each([
    ['That they leave.', ['That they leave.']],
    [null, []],
  ])('is read with the one resolution it had: %j', (exclusion, exclusions) => {
    const stored = JSON.stringify({ ...old, form: 2, exclusion });
    expect(readPack(stored)).toEqual({ ...old, form: 3, exclusions });
  });
});

describe('who presents an item', () => {
  it.each([
    [['Ada Marlow', 'Ben Ode'], 'Chief Nurse', 'Ada Marlow, Ben Ode, Chief Nurse'],
    [['Ada Marlow'], null, 'Ada Marlow'],
    [[], 'Chief Nurse', 'Chief Nurse'],
    [[], '', null],
  ])('is whoever is named, then what was written: %j, %j', (names, asWritten, said) => {
    expect(namedAndWritten(names, asWritten)).toBe(said);
  });
});

describe('a supplement', () => {
  it('marks by its words alone: what moved because something came above it is not changed', () => {
    const before = packOf(facts([item('Winter plan'), item('Workforce')]), PackPart.PUBLIC, null);
    const now = [item('Estates'), item('Winter plan'), { ...item('Workforce'), summary: 'With figures.' }];
    const next = packOf(facts(now), PackPart.PUBLIC, { on: '2030-07-01', document: before });
    expect(next.items.map(({ title, mark }) => [title, mark])).toEqual([
      ['Estates', 'NEW'],
      ['Winter plan', null],
      ['Workforce', 'CHANGED'],
    ]);
  });
});

describe('the files', () => {
  it('a PDF is tagged, says its language and title, and an independent reader finds its words in order', async () => {
    const pack = packOf(
      facts([
        item('Winter plan', { section: 'Strategy', presenters: 'Siân Ŵyn', reports: [written(report(2))] }),
        item('Workforce'),
      ]),
      PackPart.PUBLIC,
      null,
    );
    const { bytes, pages } = await packPdf(pack, BESIDE);
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(pages);
    expect(text).toMatch(/Winter plan.*Presented by Siân Ŵyn.*Chapter 1.*Chapter 2.*Workforce/s);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Agenda: Joint Board, Friday 19 July 2030', Language: 'en-GB' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('a pack of 300 pages has bookmarks, contents that give the right pages, and tags on every page', async () => {
    const pack = longPack(336);
    const { bytes, pages } = await packPdf(pack, BESIDE);
    expect(pages).toBeGreaterThanOrEqual(300);
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    expect(pdf.numPages).toBe(pages);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['Strategy', 6],
      ['Delivery', 6],
    ]);
    const wordsOn = async (number: number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map((one) => ('str' in one ? one.str : '')).join(' ');
    };
    const contents = await wordsOn(1);
    for (const { number, title } of pack.items) {
      const page = Number(new RegExp(`${number}\\. ${title}\\s+[\\d:]+\\s+(\\d+)`).exec(contents)?.[1]);
      expect(await wordsOn(page)).toContain(`${number}. ${title}`);
    }
    for (const number of [1, 2, Math.floor(pages / 2), pages]) {
      const tree = await (await pdf.getPage(number)).getStructTree();
      expect(JSON.stringify(tree)).toMatch(/"role":"(P|H\d|TR)"/);
    }
  });

  it('a Word file has headings, a table with a heading row, its language, and the words of the page', () => {
    const pack = packOf(
      facts([item('Winter plan', { reports: [written(report(1))] })]),
      PackPart.PUBLIC,
      null,
    );
    const bytes = packDocx(pack, BESIDE);
    const files = unzipSync(bytes);
    const xml = Buffer.from(files['word/document.xml'] ?? []).toString('utf8');
    expect(xml).toContain('<w:pStyle w:val="Heading2"/>');
    expect(xml).toContain('<w:tblHeader/>');
    expect(Buffer.from(files['word/styles.xml'] ?? []).toString()).toContain('w:lang w:val="en-GB"');
    expect(wordText(bytes)).toMatch(/1\. Winter plan.*Chapter 1.*Workstream 0/s);
  });

  it('nothing that is written in it runs, on the page or in Word', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const pack = packOf(
      facts([
        item(evil, {
          summary: evil,
          reports: [written([{ kind: 'PARAGRAPH', runs: [{ text: evil, href: 'javascript:alert(1)' }] }])],
        }),
      ]),
      PackPart.PUBLIC,
      null,
    );
    expect(packHtml(pack, BESIDE.place)).not.toMatch(/<script|javascript:| on\w+=/);
    const xml = Buffer.from(unzipSync(packDocx(pack, BESIDE))['word/document.xml'] ?? []).toString('utf8');
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('javascript:');
  });
});
