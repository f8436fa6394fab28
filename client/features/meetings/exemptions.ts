import { listed } from '../../../schema/exclusion.js';
import type { Meeting } from './meeting.queries';

export interface Exemption {
  readonly paragraph: string;
  readonly label: string;
}

/** Some bodies number their grounds, others name them. */
const isNumbered = (paragraph: string): boolean => /^[0-9A-Z]{1,3}$/.test(paragraph);

type Boards = Pick<Meeting, 'boardsByRule'>;

/** On which grounds the boards that meet may exclude press and public, each once. */
export function exemptionsOf({ boardsByRule: boards }: Boards): readonly Exemption[] {
  const found = new Map(
    boards.flatMap(({ rules }) => rules.exemptions.map((one) => [one.paragraph, one.wording] as const)),
  );
  return [...found].map(([paragraph, wording]) => ({
    paragraph,
    label: `${isNumbered(paragraph) ? `Paragraph ${paragraph}` : paragraph}: ${wording}`,
  }));
}

/** How they word their resolution: as the board does that has the grounds relied on; else the one that convenes. */
export function exclusionWordingOf({ boardsByRule: boards }: Boards, relied: readonly string[]): string {
  const has = ({ rules }: Boards['boardsByRule'][number]): boolean =>
    relied.every((one) => rules.exemptions.some(({ paragraph }) => paragraph === one));
  return (boards.find(has) ?? boards[0])?.rules.exclusionWording ?? '{paragraphs}';
}

/** “paragraphs 1 and 3”, or the grounds by their names. */
export const reliedWords = (relied: readonly string[]): string =>
  relied.every(isNumbered)
    ? `${relied.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(relied)}`
    : listed(relied);
