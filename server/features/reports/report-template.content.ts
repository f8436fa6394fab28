import type { ClearanceKind } from '../../../schema/report-words.js';

/** One section of a template: what stands in it, in the words of those who write it. */
export interface TemplateSection {
  key: string;
  title: string;
  guidance: string;
  isRequired: boolean;
}

export interface Template {
  code: string;
  version: number;
  title: string;
  sections: readonly TemplateSection[];
  /** What a report is cleared for before it goes out, whoever clears it. */
  requiredClearances: readonly ClearanceKind[];
}

const section = (key: string, title: string, guidance: string, isRequired = true): TemplateSection => ({
  ...{ key, title, guidance, isRequired },
});

/** Templates by code and version. A version that reports were begun with stays as it is: what is to be different gets the next number. */
export const TEMPLATES: readonly Template[] = [
  {
    code: 'BOARD_REPORT',
    version: 1,
    title: 'Report to a board',
    requiredClearances: [],
    sections: [
      section(
        'outcome',
        'Outcome',
        'Say in two or three sentences what will be different for people once the board has decided.',
      ),
      section(
        'recommendations',
        'Recommendations',
        'The recommendations stand below as a list of their own. Add here only what the board has to know before it reads them.',
        false,
      ),
      section(
        'background',
        'Background',
        'How this came to the board, and what was decided before. One page at most.',
      ),
      section(
        'issues',
        'Main issues',
        'What the board has to weigh: the choices there are, what speaks for each, and whom you asked.',
      ),
      section(
        'alignment',
        'Alignment with priorities',
        'Name the priorities and workstreams this serves. A live table of a workstream keeps its figures right.',
      ),
      section(
        'resources',
        'Resource implications',
        'What it costs, in money and in people, who pays, and from when. Write “None” and why, if there are none.',
      ),
      section(
        'legal',
        'Statutory, legal and risk implications',
        'The duties and powers this rests on, and what may go wrong. A live list of risks can stand here.',
      ),
      section(
        'equality',
        'Equality implications',
        'Whom it touches differently, what the assessment found, and what is done about it.',
      ),
      section(
        'conflicts',
        'Conflicts of interest',
        'Name every interest of those who wrote this or who will decide, and how it is handled. If there are none, say so.',
      ),
      section('appendices', 'Appendices', 'List what is attached, in the order in which it follows.', false),
      section('sources', 'Sources', 'The documents this report rests on, and where they can be read.', false),
      section('contacts', 'Contacts', 'Whom members may ask before the meeting: name, post and telephone.'),
    ],
  },
];
