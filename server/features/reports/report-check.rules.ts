import { type SectionText, type TextBlock, wordsOf, wordsOfRuns } from '../../../schema/report-text.js';
import {
  type ClearanceKind,
  ClearanceStatus,
  CONFLICTS,
  RECOMMENDATIONS,
  ReportFindingKind,
} from '../../../schema/report-words.js';
import { clearanceFindings } from './clearance.rules.js';
import type { TemplateSection } from './report-template.content.js';

/** Something to put right: what, where in the reader’s words, and what would be right. */
export interface Finding {
  kind: ReportFindingKind;
  section: string | null;
  where: string;
  remedy: string;
}

/** A report as the check looks at it. */
export interface Checked {
  title: string;
  template: readonly TemplateSection[];
  requiredClearances: readonly ClearanceKind[];
  sections: readonly SectionText[];
  recommendations: readonly { verb: string | null; text: string }[];
  clearances: readonly {
    kind: ClearanceKind;
    organisation: string;
    status: ClearanceStatus;
    isOfEarlierText: boolean;
  }[];
  isSignedOff: boolean;
  draftDueOn: string | null;
}

interface Section extends TemplateSection {
  blocks: readonly TextBlock[];
}

/** What is open when somebody is about to sign: that nobody has signed yet is not. */
export const leftOpen = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ kind }) => kind !== ReportFindingKind.NOT_SIGNED_OFF);

/** What a template leaves to be replaced. Whole words: “TBCs” is none, and no one is called XXX. */
const LEFTOVERS: readonly [RegExp, string][] = [
  [/\bX{3,}\b/, 'Write what it stands for, or take it out.'],
  [/\bT\.?B\.?[CAD]\b\.?/, 'Say it, or say when it will be known and by whom.'],
  [
    /\[\s*(?:insert|add|name|date|delete|your|enter|state|please)\b[^\]]*\]?/i,
    'Put in what the brackets ask for.',
  ],
  [/\bshould not repeat\b/i, 'Take out the instruction; the report needs only what it asks for.'],
  [/\b(?:lorem ipsum|click here to enter text)\b/i, 'Write the text itself.'],
];

/** A deadline that says nothing: the word, then an empty place. */
const BLANK = /\b(?:deadline|due(?: date)?|by when|completion date|target date)\s*:\s*(?:$|[_.…–-]+\s*$)/im;
const DUE_HEAD = /\b(?:due|deadline|by when|when|date)\b/i;

/** All that would have to be put right before a report goes out, in the order of the report. */
export function findingsIn(report: Checked): Finding[] {
  const sections = report.template.map((section) => ({
    ...section,
    blocks: report.sections.find(({ key }) => key === section.key)?.blocks ?? [],
  }));
  return [
    ...ofTitle(report),
    ...ofWhole(report),
    ...sections.flatMap((section) => [
      ...ofRecommendations(section, report),
      ...emptiness(section),
      ...headings(section),
      ...leftovers(section),
      ...deadlines(section),
      ...images(section),
    ]),
    ...clearanceFindings(report),
    ...signature(report),
  ];
}

const at = (section: Section, excerpt?: string) =>
  excerpt ? `${section.title}: “${shortened(excerpt)}”` : section.title;
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);
const found = (kind: keyof typeof ReportFindingKind, section: Section, remedy: string, excerpt?: string) => ({
  ...{ kind: ReportFindingKind[kind], section: section.key, where: at(section, excerpt), remedy },
});

const ofTitle = ({ title }: Checked): Finding[] =>
  LEFTOVERS.flatMap(([pattern, remedy]) =>
    pattern.test(title)
      ? [
          {
            ...{ kind: ReportFindingKind.TEMPLATE_LEFTOVER, section: null, remedy },
            where: `Title: “${shortened(lineWith(title, pattern))}”`,
          },
        ]
      : [],
  );

const ofWhole = ({ draftDueOn }: Checked): Finding[] =>
  draftDueOn
    ? []
    : [
        {
          ...{ kind: ReportFindingKind.BLANK_DEADLINE, section: null },
          where: 'When the draft is due',
          remedy: 'Say by when the draft is wanted.',
        },
      ];

function ofRecommendations(section: Section, { recommendations }: Checked): Finding[] {
  if (section.key !== RECOMMENDATIONS) return [];
  if (recommendations.length === 0)
    return [found('NO_RECOMMENDATION', section, 'Say what the board is asked to do, if only to note it.')];
  return recommendations.flatMap(({ verb, text }) => [
    ...(verb === null
      ? [
          found(
            'RECOMMENDATION_WITHOUT_VERB',
            section,
            'Say whether the board is to note, consider, approve or agree it.',
            text,
          ),
        ]
      : []),
    ...LEFTOVERS.flatMap(([pattern, remedy]) =>
      pattern.test(text) ? [found('TEMPLATE_LEFTOVER', section, remedy, lineWith(text, pattern))] : [],
    ),
  ]);
}

function emptiness(section: Section): Finding[] {
  const words = wordsOf(section.blocks).trim();
  const isLive = flat(section.blocks).some(({ kind }) => kind === 'live');
  if (section.key === CONFLICTS && words === '')
    return [
      found(
        'NO_CONFLICT_STATEMENT',
        section,
        'Name each interest and how it is handled, or say that there are none.',
      ),
    ];
  if (section.isRequired && words === '' && !isLive)
    return [found('EMPTY_SECTION', section, `Write what belongs here: ${section.guidance}`)];
  return [];
}

function headings(section: Section): Finding[] {
  const findings: Finding[] = [];
  let above = 2;
  section.blocks.forEach((block, i) => {
    if (block.kind !== 'heading') return;
    const words = wordsOfRuns(block.runs).trim();
    if (words === '')
      findings.push(found('EMPTY_HEADING', section, 'Give the heading words, or take it out.'));
    else if (block.level > above + 1)
      findings.push(
        found(
          'HEADING_ORDER',
          section,
          `Make it a heading of the level above: none of level ${above + 1} comes before it.`,
          words,
        ),
      );
    const next = section.blocks.slice(i + 1).find((one) => !isBlank(one));
    if (words !== '' && (!next || (next.kind === 'heading' && next.level <= block.level)))
      findings.push(found('EMPTY_HEADING', section, 'Write what stands under it, or take it out.', words));
    above = block.level;
  });
  return findings;
}

const isBlank = (block: TextBlock): boolean =>
  block.kind !== 'live' && block.kind !== 'image' && wordsOf([block]).trim() === '';

function leftovers(section: Section): Finding[] {
  const lines = linesOf(section.blocks);
  const left = lines.flatMap((line) =>
    LEFTOVERS.flatMap(([pattern, remedy]) =>
      pattern.test(line) ? [found('TEMPLATE_LEFTOVER', section, remedy, lineWith(line, pattern))] : [],
    ),
  );
  const guidance = sentencesOf(section.guidance);
  const kept = lines.filter((line) => guidance.some((sentence) => plain(line).includes(sentence)));
  return [
    ...left,
    ...kept.map((line) =>
      found('GUIDANCE_LEFT_IN', section, 'Take the guidance out; it is for whoever writes.', line),
    ),
  ];
}

/** Sentences long enough that nobody writes them by chance. */
const sentencesOf = (guidance: string) =>
  guidance
    .split(/(?<=[.!?])\s+/)
    .map(plain)
    .filter((sentence) => sentence.split(' ').length >= 5);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

function deadlines(section: Section): Finding[] {
  const remedy = 'Fill in the day, or say why there is none yet.';
  const inWords = linesOf(section.blocks).filter((line) => BLANK.test(line));
  const inTables = flat(section.blocks).flatMap((block) => (block.kind === 'table' ? blankCells(block) : []));
  return [...inWords, ...inTables].map((excerpt) => found('BLANK_DEADLINE', section, remedy, excerpt));
}

/** Rows whose cell under a heading of days is empty, named by what else stands in them. */
function blankCells({ rows }: Extract<TextBlock, { kind: 'table' }>): string[] {
  const [head, ...others] = rows;
  if (!head?.every(({ isHeader }) => isHeader)) return [];
  const columns = head.flatMap(({ blocks }, i) => (DUE_HEAD.test(wordsOf(blocks)) ? [i] : []));
  return others.flatMap((row) => {
    const cells = row.map(({ blocks }) => wordsOf(blocks).trim());
    const name = cells.find((cell) => cell !== '');
    return name !== undefined && columns.some((i) => /^[-–_.…]*$/.test(cells[i] ?? '')) ? [name] : [];
  });
}

const images = (section: Section): Finding[] =>
  flat(section.blocks).flatMap((block) =>
    block.kind === 'image' && block.alt.trim() === ''
      ? [found('IMAGE_WITHOUT_TEXT', section, 'Say in a sentence what the image shows.')]
      : [],
  );

const signature = ({ isSignedOff }: Checked): Finding[] =>
  isSignedOff
    ? []
    : [
        {
          ...{ kind: ReportFindingKind.NOT_SIGNED_OFF, section: null },
          where: 'Sign-off by the sponsor',
          remedy: 'Have it signed off as it stands now.',
        },
      ];

/** Blocks with those that stand in lists and tables. */
const flat = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return [block, ...block.items.flatMap(flat)];
    if (block.kind === 'table')
      return [block, ...block.rows.flatMap((row) => row.flatMap((cell) => flat(cell.blocks)))];
    return [block];
  });

const linesOf = (blocks: readonly TextBlock[]): string[] =>
  flat(blocks).flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? [wordsOfRuns(block.runs)] : [],
  );

/** The words around what was found. */
function lineWith(text: string, pattern: RegExp): string {
  const match = pattern.exec(text);
  if (!match) return text;
  const from = Math.max(0, match.index - 30);
  const until = Math.min(text.length, match.index + match[0].length + 30);
  return `${from > 0 ? '…' : ''}${text.slice(from, until).trim()}${until < text.length ? '…' : ''}`;
}
