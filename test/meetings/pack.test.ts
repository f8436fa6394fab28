import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PackPart } from '../../schema/publications.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PackDocument } from '../../server/features/meetings/pack/pack-document.js';
import { packDocx } from '../../server/features/meetings/pack/pack-docx.js';
import { packHtml } from '../../server/features/meetings/pack/pack-html.js';
import { packPdf } from '../../server/features/meetings/pack/pack-pdf.js';
import { facts, item, longPack, report } from '../support/packs.js';

const MADE = '2030-07-01T09:00:00Z';
const PLACE = { meetingId: 'm', fileName: 'agenda' };
const restricted = (title: string) =>
  item(title, { isPublic: false, exemptionParagraphs: ['3'], minutes: 25, report: report(2) });

const filesOf = async (pack: PackDocument) => ({
  html: packHtml(pack, PLACE),
  pdf: (await packPdf(pack, MADE)).bytes.toString('latin1'),
  word: packDocx(pack, MADE).toString('latin1'),
});
const wordText = (bytes: Buffer): string =>
  Buffer.from(unzipSync(bytes)['word/document.xml'] ?? [])
    .toString('utf8')
    .replace(/<[^>]+>/g, ' ');

describe('the public part of a pack', () => {
  it('is byte for byte what it would be if there were nothing restricted: page, PDF and Word', async () => {
    const open = [item('Winter plan', { report: report(1) }), item('Workforce')];
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
    expect(told.items[1]).toMatchObject({ id: null, startsAt: null, minutes: null, report: [] });
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
    expect(full.exclusion).toBe('That press and public be excluded under 3 and 1.');
  });

  it('has nothing that is for some of them only', () => {
    const full = packOf(
      facts([item('Winter plan'), { ...restricted('Pay'), isForBoards: false }]),
      PackPart.FULL,
      null,
    );
    expect(full.items.map(({ title }) => title)).toEqual(['Winter plan']);
    expect(full.exclusion).toBeNull();
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
        item('Winter plan', { section: 'Strategy', presenters: 'Siân Ŵyn', report: report(2) }),
        item('Workforce'),
      ]),
      PackPart.PUBLIC,
      null,
    );
    const { bytes, pages } = await packPdf(pack, MADE);
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
    const { bytes, pages } = await packPdf(pack, MADE);
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
    const pack = packOf(facts([item('Winter plan', { report: report(1) })]), PackPart.PUBLIC, null);
    const bytes = packDocx(pack, MADE);
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
          report: [{ kind: 'PARAGRAPH', runs: [{ text: evil, href: 'javascript:alert(1)' }] }],
        }),
      ]),
      PackPart.PUBLIC,
      null,
    );
    expect(packHtml(pack, PLACE)).not.toMatch(/<script|javascript:| on\w+=/);
    const xml = Buffer.from(unzipSync(packDocx(pack, MADE))['word/document.xml'] ?? []).toString('utf8');
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('javascript:');
  });
});
