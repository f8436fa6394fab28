import { listed, wantsGround } from '../../../schema/exclusion.js';
import type { Meeting } from './meeting.queries';

export interface Exemption {
  readonly paragraph: string;
  readonly label: string;
}

type Rules = Meeting['boardsByRule'][number]['rules'];

/** Some bodies number their grounds, others name them. */
const isNumbered = (paragraph: string): boolean => /^[0-9A-Z]{1,3}$/.test(paragraph);

interface Boards {
  readonly boardsByRule: readonly { readonly rules: Pick<Rules, 'exemptions'> }[];
}

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

interface Confidential {
  readonly isConfidential: boolean;
  readonly exemptionParagraphs: readonly string[];
  readonly privateReason: string | null;
}

/** Whether a line of a forward plan does not say yet by what right it is confidential. */
export const lineWantsGround = (line: Confidential, boards: Boards): boolean =>
  wantsGround(
    { ...line, isWithheld: line.isConfidential, withheldReason: line.privateReason },
    exemptionsOf(boards).length > 0,
  );

interface Restricted {
  readonly boards: readonly { readonly id: string }[];
  readonly isRestricted: boolean;
  readonly exemptionParagraphs: readonly string[];
  readonly exemptionReason: string | null;
}

/** Only the rules of the boards that an item is for give it grounds. */
export const exemptionsOfItem = (
  { boards }: Pick<Restricted, 'boards'>,
  { boardsByRule }: Pick<Meeting, 'boardsByRule'>,
): readonly Exemption[] =>
  exemptionsOf({ boardsByRule: boardsByRule.filter(({ id }) => boards.some((own) => own.id === id)) });

/** Whether an item of an agenda does not say yet by what right press and public are excluded. */
export const itemWantsGround = (item: Restricted, meeting: Pick<Meeting, 'boardsByRule'>): boolean =>
  wantsGround(
    { ...item, isWithheld: item.isRestricted, withheldReason: item.exemptionReason },
    exemptionsOfItem(item, meeting).length > 0,
  );

/** What the server breaks off with where something is confidential on no ground. */
export const WANTS_GROUND = 'CONFIDENTIAL_WANTS_A_GROUND';

/** “paragraphs 1 and 3”, or the grounds by their names. */
export const reliedWords = (relied: readonly string[]): string =>
  relied.every(isNumbered)
    ? `${relied.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(relied)}`
    : listed(relied);
