import { describe, expect, it } from 'vitest';
import { AttachmentFormat } from '../../schema/attachment-words.js';
import { AgendaPurpose } from '../../schema/meeting-words.js';
import { PackPart } from '../../schema/publications.js';
import { changesBetween } from '../../server/features/meetings/pack/pack-changes.rules.js';
import {
  type AgendaFact,
  type AgendaFacts,
  packOf,
} from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PackAttachment } from '../../server/features/meetings/pack/pack-document.js';
import { facts, item, words, written } from '../support/packs.js';

const pack = (items: AgendaFact[], given: Partial<AgendaFacts> = {}, part = PackPart.PUBLIC) =>
  packOf(facts(items, given), part, null);
const file = (given: Partial<PackAttachment> = {}): PackAttachment => ({
  ...{ id: 'f', title: 'Budget', altText: null, format: AttachmentFormat.OFFICE, fileName: 'budget.xlsx' },
  ...{ sha256: 'a', bytes: 1_000, pages: null, width: null, height: null },
  ...given,
});

describe('what changed since an earlier version', () => {
  it('tells of items that are new, changed and gone, by their numbers; what only moved is not told of', () => {
    const before = pack([item('Minutes'), item('Winter plan'), item('Estates')]);
    const now = pack([
      item('Workforce'),
      item('Minutes'),
      item('Winter plan', { presenters: 'Ada Marlow', isReportToFollow: true }),
    ]);
    expect(changesBetween(before, now)).toEqual({
      facts: [],
      items: [
        { kind: 'NEW', number: 1, title: 'Workforce', words: [] },
        {
          kind: 'CHANGED',
          number: 3,
          title: 'Winter plan',
          words: ['Presented by: Ada Marlow.', 'A report is to follow.'],
        },
        { kind: 'GONE', number: 3, title: 'Estates', words: [] },
      ],
    });
  });

  const plan = item('Winter plan');
  it.each<[string, Partial<AgendaFact>, Partial<AgendaFact>, string[]]>([
    ['its title', {}, { title: 'Winter' }, ['It was called “Winter plan”.']],
    ['its time', {}, { minutes: 30 }, ['Time given: 30 minutes; was: 10 minutes.']],
    [
      'what is asked',
      {},
      { purpose: AgendaPurpose.DECIDE },
      ['The board is asked: to decide; was: to note.'],
    ],
    [
      'who presents it',
      { presenters: 'Ada Marlow' },
      { presenters: null },
      ['Presented by: not said any more; was: Ada Marlow.'],
    ],
    ['what it is about', {}, { summary: 'Beds.' }, ['What it is about is told in other words.']],
    [
      'a report that was to follow',
      { isReportToFollow: true },
      { reports: [written([words('Beds.')])] },
      ['Report added: “Winter plan”.'],
    ],
    [
      'the words of a report',
      { reports: [written([words('Beds.')])] },
      { reports: [written([words('More beds.')])] },
      ['Report changed: “Winter plan”.'],
    ],
    ['a file', {}, { attachments: [file()] }, ['Attachment added: “Budget”.']],
    [
      'another file in its place',
      { attachments: [file()] },
      { attachments: [file({ id: 'g', title: 'Budget, corrected' })] },
      ['Attachment added: “Budget, corrected”.', 'Attachment taken out: “Budget”.'],
    ],
  ])('says of an item what is other about it: %s', (_, earlier, later, said) => {
    const changes = changesBetween(pack([{ ...plan, ...earlier }]), pack([{ ...plan, ...later }]));
    expect(changes.items).toEqual([expect.objectContaining({ kind: 'CHANGED', words: said })]);
  });

  it.each<[string, Partial<AgendaFacts>, string[]]>([
    ['another place', { place: 'Guildhall' }, ['Place: Guildhall; was: Town Hall.']],
    ['another day', { meetsOn: '2030-07-22' }, ['Day: Monday 22 July 2030; was: Friday 19 July 2030.']],
    ['no place', { place: null }, ['Place: not said any more; was: Town Hall.']],
  ])('says what is other about the meeting: %s', (_, given, said) => {
    expect(changesBetween(pack([plan]), pack([plan], given)).facts).toEqual(said);
  });

  it('is nothing where only the moment moved at which the plans were asked', () => {
    const asAt = (at: string) => [
      { ...plan, reports: [written([{ kind: 'HEADING', level: 1, text: 'Actions', asAt: at }])] },
    ];
    const changes = changesBetween(pack(asAt('2030-07-01T09:00:00Z')), pack(asAt('2030-07-05T09:00:00Z')));
    expect(changes).toEqual({ facts: [], items: [] });
  });

  it('tells the public nothing of what is restricted, though its gap is numbered', () => {
    const secret = item('Depot', { isPublic: false, exemptionParagraphs: ['3'] });
    const told = { saysRestrictedGap: true };
    const changes = changesBetween(pack([plan], told), pack([plan, secret], told));
    expect(changes).toEqual({ facts: [], items: [] });
    const full = changesBetween(pack([plan], told, PackPart.FULL), pack([plan, secret], told, PackPart.FULL));
    expect(full.items).toEqual([{ kind: 'NEW', number: 2, title: 'Depot', words: [] }]);
    expect(full.facts).toEqual(['The resolution to exclude press and public is worded otherwise.']);
  });
});
