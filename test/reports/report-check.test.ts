import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../schema/report-text.js';
import { ClearanceKind, ClearanceStatus } from '../../schema/report-words.js';
import { type Checked, findingsIn, leftOpen } from '../../server/features/reports/report-check.rules.js';
import { newestTemplate } from '../../server/features/reports/report-template.rules.js';

const template = newestTemplate().sections;
const p = (text: string): TextBlock => ({ kind: 'paragraph', runs: [{ text }] });
const h = (level: number, text: string): TextBlock => ({ kind: 'heading', level, runs: [{ text }] });
const row = (isHeader: boolean, ...cells: string[]) => cells.map((text) => ({ isHeader, blocks: [p(text)] }));

/** A report of which nothing is amiss, but for what is said. */
function report(blocks: Record<string, TextBlock[]> = {}, more: Partial<Checked> = {}): Checked {
  const sections = template.map(({ key }) => ({
    key,
    blocks: blocks[key] ?? [
      p(key === 'conflicts' ? 'None of the authors has an interest.' : 'Written out in full.'),
    ],
  }));
  return {
    ...{ title: 'Going home sooner', requiredClearances: [] },
    ...{ template, sections, clearances: [], isSignedOff: true, draftDueOn: '2030-06-28' },
    recommendations: [{ verb: 'NOTE', text: 'the progress made since April' }],
    ...more,
  };
}
const kinds = (checked: Checked) => findingsIn(checked).map(({ kind, section }) => `${kind} ${section}`);

describe('the check before dispatch', () => {
  it('finds nothing in a report that is ready', () => {
    expect(findingsIn(report())).toEqual([]);
  });

  it.each([
    ['XXX', 'We will open XXX beds in May.'],
    ['XXXX', 'Total: £XXXX'],
    ['TBC', 'Cost (TBC)'],
    ['T.B.C.', 'The date is T.B.C.'],
    ['TBA', 'Speaker: TBA'],
    ['insert', 'Approved by [insert name] in March'],
    ['insert with a blank', '[ Insert date ]'],
    ['an unclosed bracket', 'See [add reference'],
    ['an instruction', 'This section should not repeat the background.'],
    ['placeholder words', 'Lorem ipsum dolor sit amet'],
  ])('finds what the template left: %s', (_, words) => {
    const [finding, ...others] = findingsIn(report({ issues: [p(words)] }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'TEMPLATE_LEFTOVER', section: 'issues' });
    expect(finding?.where).toContain('Main issues: “');
    expect(finding?.remedy).not.toBe('');
  });

  it.each([
    ['a word that begins alike', 'The TBCC trial and the Insertion clinic.'],
    ['brackets with a year', 'As shown before [2023].'],
    ['a roman numeral', 'Part XX of the Act, and Schedule XXI.'],
    ['repeat as a word', 'Repeat prescriptions should rise.'],
    ['a deadline that is there', 'Deadline: 30 June 2030'],
  ])('leaves alone what only looks like it: %s', (_, words) => {
    expect(kinds(report({ issues: [p(words)] }))).toEqual([]);
  });

  it('looks into lists, tables and recommendations too', () => {
    const blocks: TextBlock[] = [
      { kind: 'list', ordered: false, items: [[p('First'), p('TBC')]] },
      { kind: 'table', rows: [row(true, 'What', 'Cost'), row(false, 'Beds', '£XXX')] },
    ];
    const recommendations = [{ verb: 'NOTE', text: 'that [insert title] was held' }];
    expect(kinds(report({ issues: blocks }, { recommendations }))).toEqual([
      'TEMPLATE_LEFTOVER recommendations',
      'TEMPLATE_LEFTOVER issues',
      'TEMPLATE_LEFTOVER issues',
    ]);
  });

  it('finds the guidance where it was left in, however it is cased', () => {
    const guidance = template.find(({ key }) => key === 'background')?.guidance ?? '';
    expect(kinds(report({ background: [p(`${guidance.toUpperCase()} And our words.`)] }))).toEqual([
      'GUIDANCE_LEFT_IN background',
    ]);
  });

  it.each<[string, TextBlock[], string[]]>([
    ['a heading without words', [h(3, ' '), p('Text')], ['EMPTY_HEADING issues']],
    ['a heading with nothing under it', [p('Text'), h(3, 'Next steps')], ['EMPTY_HEADING issues']],
    ['a heading followed by its like', [h(3, 'One'), h(3, 'Two'), p('Text')], ['EMPTY_HEADING issues']],
    ['a heading over blank lines only', [h(3, 'One'), p(' '), p('')], ['EMPTY_HEADING issues']],
    ['a heading over a deeper one', [h(3, 'One'), h(4, 'Deeper'), p('Text')], []],
    ['a level that is skipped', [h(4, 'Too deep'), p('Text')], ['HEADING_ORDER issues']],
    ['levels in order, and back', [h(3, 'A'), h(4, 'B'), p('x'), h(3, 'C'), p('y')], []],
    ['a section that is wanted, empty', [p('')], ['EMPTY_SECTION issues']],
    ['a section of a live block alone', [{ kind: 'live', shows: 'RISKS', itemId: 'x' }], []],
    [
      'an image without words',
      [p('See:'), { kind: 'image', attachmentId: 'a', alt: ' ' }],
      ['IMAGE_WITHOUT_TEXT issues'],
    ],
    [
      'an image with words',
      [p('See:'), { kind: 'image', attachmentId: 'a', alt: 'Waits fall from May.' }],
      [],
    ],
    ['a deadline left open', [p('Deadline:')], ['BLANK_DEADLINE issues']],
    ['a deadline of dots', [p('By when: …')], ['BLANK_DEADLINE issues']],
    [
      'an empty cell under a heading of days',
      [
        {
          kind: 'table',
          rows: [row(true, 'Action', 'Due'), row(false, 'Open beds', ''), row(false, 'Hire', 'May')],
        },
      ],
      ['BLANK_DEADLINE issues'],
    ],
    [
      'an empty cell under another heading',
      [{ kind: 'table', rows: [row(true, 'Action', 'Lead'), row(false, 'Open beds', '')] }],
      [],
    ],
  ])('judges %s', (_, blocks, expected) => {
    expect(kinds(report({ issues: blocks }))).toEqual(expected);
  });

  it('wants a statement on conflicts, and no words in sections that may stay empty', () => {
    expect(kinds(report({ conflicts: [], appendices: [], sources: [] }))).toEqual([
      'NO_CONFLICT_STATEMENT conflicts',
    ]);
  });

  it('wants recommendations, each with its verb', () => {
    expect(kinds(report({}, { recommendations: [] }))).toEqual(['NO_RECOMMENDATION recommendations']);
    const recommendations = [
      { verb: null, text: 'the new service' },
      { verb: 'AGREE', text: 'the budget' },
    ];
    expect(kinds(report({}, { recommendations }))).toEqual(['RECOMMENDATION_WITHOUT_VERB recommendations']);
  });

  it.each([
    [ClearanceStatus.REQUESTED, false, ['NOT_CLEARED null']],
    [ClearanceStatus.CHANGES_WANTED, false, ['NOT_CLEARED null']],
    [ClearanceStatus.CHANGES_WANTED, true, ['NOT_CLEARED null']],
    [ClearanceStatus.CLEARED, true, ['CLEARED_EARLIER_TEXT null']],
    [ClearanceStatus.CLEARED, false, []],
  ])('judges a clearance that is %s, of an earlier text: %s', (status, isOfEarlierText, expected) => {
    const clearances = [
      { kind: ClearanceKind.LEGAL, organisation: 'Northmoor Council', status, isOfEarlierText },
    ];
    expect(kinds(report({}, { clearances }))).toEqual(expected);
  });

  it.each([
    ['XXX', ['Title: “XXX”']],
    ['Beds for winter (TBC)', ['Title: “Beds for winter (TBC)”']],
    ['[insert title]', ['Title: “[insert title]”']],
    ['Section XX of the Act', []],
    ['Beds for winter', []],
  ])('looks at the title too: %s', (title, expected) => {
    const found = findingsIn(report({}, { title }));
    expect(found.map(({ where }) => where)).toEqual(expected);
    for (const { kind, section } of found) expect([kind, section]).toEqual(['TEMPLATE_LEFTOVER', null]);
  });

  const { FINANCE, LEGAL, QUALITY } = ClearanceKind;
  it.each<[string, ClearanceKind[], ClearanceKind[], string[]]>([
    ['nothing is wanted', [], [], []],
    ['what is wanted was given', [FINANCE], [FINANCE], []],
    ['something else was given', [FINANCE], [LEGAL], ['Clearance for finance']],
    ['nobody was asked', [LEGAL, QUALITY], [], ['Clearance for law', 'Clearance for quality']],
  ])('wants the clearances that the board wants: %s', (_, requiredClearances, given, expected) => {
    const clearances = given.map((kind) => ({
      ...{ kind, organisation: 'Northmoor Council', status: ClearanceStatus.CLEARED, isOfEarlierText: false },
    }));
    const found = findingsIn(report({}, { requiredClearances, clearances }));
    expect(found.map(({ where }) => where)).toEqual(expected);
    for (const { kind } of found) expect(kind).toBe('CLEARANCE_NOT_ASKED');
  });

  it('leaves open for whoever is about to sign all but the signature', () => {
    const unsigned = report({}, { isSignedOff: false });
    expect(leftOpen(findingsIn(unsigned))).toEqual([]);
    expect(leftOpen(findingsIn({ ...unsigned, title: 'XXX' }))).toHaveLength(1);
  });

  it('wants a signature, and a day for the draft', () => {
    expect(kinds(report({}, { isSignedOff: false, draftDueOn: null }))).toEqual([
      'BLANK_DEADLINE null',
      'NOT_SIGNED_OFF null',
    ]);
  });
});
