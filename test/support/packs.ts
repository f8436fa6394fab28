import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { AgendaPurpose } from '../../schema/meeting-words.js';
import { PackPart } from '../../schema/publications.js';
import { DayCounting } from '../../schema/vocabulary.js';
import type { Beside } from '../../server/features/meetings/pack/pack-addresses.js';
import {
  type AgendaFact,
  type AgendaFacts,
  packOf,
} from '../../server/features/meetings/pack/pack-content.rules.js';
import type {
  PackBlock,
  PackDocument,
  PackReport,
} from '../../server/features/meetings/pack/pack-document.js';

/** Packs that never were, for tests of what is made from them. */
export const item = (title: string, given: Partial<AgendaFact> = {}): AgendaFact => ({
  ...{ id: `id of ${title}`, section: '', title, minutes: 10, purpose: AgendaPurpose.NOTE },
  ...{ presenters: null, summary: null, keyDecisionReference: null, lateReason: null },
  ...{ exemptionParagraphs: [], isPublic: true, isForBoards: true },
  ...{ reports: [], isReportToFollow: false, attachments: [] },
  ...given,
});

/** A board with a wording and its paragraphs. */
export const board = (name: string, exclusionWording: string, ...paragraphs: string[]) => ({
  id: `id of ${name}`,
  name,
  rules: {
    ...{ exclusionWording, exemptions: paragraphs.map((paragraph) => ({ paragraph })) },
    ...{ questionsByClearDays: null, longestQuestionWords: null, mostQuestions: null },
    counting: DayCounting.WORKING_DAYS,
  },
});

export const facts = (items: AgendaFact[], given: Partial<AgendaFacts> = {}): AgendaFacts => ({
  ...{ partnership: 'Tarn and Fell Partnership', day: '2030-07-01', meetingTitle: 'Ordinary meeting' },
  ...{ meetsOn: '2030-07-19', startsAt: '10:30', endsAt: '12:30', place: 'Town Hall', items },
  saysRestrictedGap: false,
  boards: [board('Joint Board', 'That press and public be excluded under {paragraphs}.', '1', '3')],
  ...given,
});

/** What is beside a pack that goes with nothing else. */
export const BESIDE: Beside = {
  place: {
    home: '/public/meetings/m',
    fileName: 'agenda',
    address: 'https://accord.example/public/publications/p',
  },
  ...{ madeAt: '2030-07-01T09:00:00Z', files: new Map() },
};

export const words = (text: string): PackBlock => ({ kind: 'PARAGRAPH', runs: [{ text }] });

/** A report of North’s. */
export const written = (blocks: readonly PackBlock[], given: Partial<PackReport> = {}): PackReport => ({
  ...{ title: 'Winter plan', leadOrganisation: 'North Council', otherOrganisations: ['South Trust'] },
  ...{ sponsor: 'Ada Marlow', blocks },
  ...given,
});

const SENTENCE =
  'The programme has moved two wards of work into the neighbourhood teams, and waiting fell in each of the last three months; the cost of it is borne by both partners in the shares agreed in spring. ';

/** A report of about so many pages. */
export function report(pages: number): PackBlock[] {
  return Array.from({ length: pages }, (_, page): PackBlock[] => [
    { kind: 'HEADING', level: page % 3 === 0 ? 1 : 2, text: `Chapter ${page + 1}` },
    ...Array.from(
      { length: 5 },
      (): PackBlock => ({
        kind: 'PARAGRAPH',
        runs: [
          { text: SENTENCE.repeat(3) },
          { text: 'In short, it works. ', isBold: true },
          { text: 'Read more', href: 'https://example.org/more' },
        ],
      }),
    ),
    {
      kind: 'LIST',
      isOrdered: page % 2 === 0,
      items: [[words('First, what is known')], [words('Then, what is not')]],
    },
    {
      kind: 'TABLE',
      caption: 'How it stands',
      headings: ['Workstream', 'Status', 'Since'].map((text) => [{ text }]),
      rows: Array.from({ length: 6 }, (__, row) =>
        [`Workstream ${row}`, 'Green', 'April 2030'].map((text) => ({ isHeading: false, runs: [{ text }] })),
      ),
    },
  ]).flat();
}

/** Twelve items with reports of so many pages together. */
export const longPack = (pages: number): PackDocument =>
  packOf(
    facts(
      Array.from({ length: 12 }, (_, i) =>
        item(`Item of business ${i + 1}`, {
          section: i < 6 ? 'Strategy' : 'Delivery',
          reports: [written(report(Math.ceil(pages / 12)))],
        }),
      ),
    ),
    PackPart.PUBLIC,
    null,
  );

/** The words of a file of a pack, whatever sort of file it is. */
export async function wordsOfFile(format: string, bytes: Uint8Array): Promise<string> {
  if (format === 'PDF') return (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text;
  if (format === 'HTML') return Buffer.from(bytes).toString('utf8');
  const document = unzipSync(bytes)['word/document.xml'] ?? [];
  return Buffer.from(document)
    .toString('utf8')
    .replace(/<[^>]+>/g, ' ');
}
