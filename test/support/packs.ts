import { AgendaPurpose } from '../../schema/meeting-words.js';
import { PackPart } from '../../schema/publications.js';
import {
  type AgendaFact,
  type AgendaFacts,
  packOf,
} from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PackBlock, PackDocument } from '../../server/features/meetings/pack/pack-document.js';

/** Packs that never were, for tests of what is made from them. */
export const item = (title: string, given: Partial<AgendaFact> = {}): AgendaFact => ({
  ...{ id: `id of ${title}`, section: '', title, minutes: 10, purpose: AgendaPurpose.NOTE },
  ...{ presenters: null, summary: null, keyDecisionReference: null, lateReason: null },
  ...{ exemptionParagraphs: [], report: [], isPublic: true, isForBoards: true },
  ...given,
});

export const facts = (items: AgendaFact[], given: Partial<AgendaFacts> = {}): AgendaFacts => ({
  ...{ partnership: 'Tarn and Fell Partnership', boards: ['Joint Board'], meetingTitle: 'Ordinary meeting' },
  ...{ meetsOn: '2030-07-19', startsAt: '10:30', endsAt: '12:30', place: 'Town Hall', items },
  saysRestrictedGap: false,
  exclusionWording: 'That press and public be excluded under {paragraphs}.',
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
      items: [[{ text: 'First, what is known' }], [{ text: 'Then, what is not' }]],
    },
    {
      kind: 'TABLE',
      caption: 'How it stands',
      headings: ['Workstream', 'Status', 'Since'],
      rows: Array.from({ length: 6 }, (__, row) => [`Workstream ${row}`, 'Green', 'April 2030']),
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
          report: report(Math.ceil(pages / 12)),
        }),
      ),
    ),
    PackPart.PUBLIC,
    null,
  );
