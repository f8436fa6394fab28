/** On which grounds press and public are excluded, and the resolution that says so: alike wherever it is asked, shown or printed. */

/** What is kept from press and public, and by what right. */
export interface Withheld {
  readonly isWithheld: boolean;
  readonly exemptionParagraphs: readonly string[];
  /** In words, where the rules of its boards have no paragraphs to choose from. */
  readonly withheldReason: string | null;
}

/** Whether it is withheld without a ground: a paragraph, or words where there are no paragraphs. */
export const wantsGround = (
  { isWithheld, exemptionParagraphs, withheldReason }: Withheld,
  haveParagraphs: boolean,
): boolean => isWithheld && exemptionParagraphs.length === 0 && (haveParagraphs || !withheldReason?.trim());

/** Stands in a wording where the paragraphs relied on belong. */
const PLACEHOLDER = '{paragraphs}';

/** The wording of a council’s committee, for boards whose rules give none of their own. */
export const COUNCIL_WORDING =
  'That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to that Act, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.';

/** A resolution that does not say on which grounds excludes nobody lawfully. */
export const namesParagraphs = (wording: string): boolean => wording.includes(PLACEHOLDER);

interface Excluding {
  readonly isRestricted: boolean;
  readonly exemptionParagraphs: readonly string[];
}

const inOrder = new Intl.Collator('en-GB', { numeric: true });

/** The paragraphs that the restricted items of an agenda rely on, each once, in the order of the law. */
export const paragraphsRelied = (items: readonly Excluding[]): string[] =>
  [...new Set(items.flatMap((item) => (item.isRestricted ? item.exemptionParagraphs : [])))].sort(
    inOrder.compare,
  );

/** “1”, “1 and 3”, “1, 3 and 5”. */
export function listed(paragraphs: readonly string[]): string {
  const last = paragraphs.at(-1) ?? '';
  return paragraphs.length > 1 ? `${paragraphs.slice(0, -1).join(', ')} and ${last}` : last;
}

/** The resolution for the paragraphs relied on, in the wording of the board’s rules; null without a paragraph. */
export function exclusionResolution(wording: string, paragraphs: readonly string[]): string | null {
  if (paragraphs.length === 0) return null;
  const noun = paragraphs.length === 1 ? 'paragraph' : 'paragraphs';
  return wording
    .replaceAll(`paragraph(s) ${PLACEHOLDER}`, `${noun} ${PLACEHOLDER}`)
    .replaceAll(PLACEHOLDER, () => listed(paragraphs));
}

/** A board that meets, by its name, with the grounds and the wording of its rules. */
export interface Excluder {
  readonly id: string;
  readonly name: string;
  readonly rules: {
    readonly exemptions: readonly { readonly paragraph: string }[];
    readonly exclusionWording: string;
  };
}

/** An item of a meeting of several boards, and those of them that it is for; none for all of them. */
interface ExcludingFor extends Excluding {
  readonly boardIds?: readonly string[];
}

/** All the grounds of each law; boards that word their resolution alike work under one. */
function groundsOf(boards: readonly Excluder[]): ReadonlyMap<string, ReadonlySet<string>> {
  const laws = new Map<string, Set<string>>();
  for (const { rules } of boards) {
    const grounds = laws.get(rules.exclusionWording) ?? new Set();
    laws.set(rules.exclusionWording, grounds);
    for (const { paragraph } of rules.exemptions) grounds.add(paragraph);
  }
  return laws;
}

/**
 * What one board relies on for an item: the paragraphs that its law has. What none of those has any more which the item
 * is for goes with the first of them.
 */
function reliedBy(board: Excluder, boards: readonly Excluder[], item: ExcludingFor): string[] {
  const among = boards.filter(({ id }) => item.boardIds?.includes(id));
  const own = among.length > 0 ? among : boards;
  if (!own.includes(board)) return [];
  const laws = groundsOf(own);
  const wording = board.rules.exclusionWording;
  const isFirst = own[0]?.rules.exclusionWording === wording;
  const isKnown = (paragraph: string) => [...laws.values()].some((grounds) => grounds.has(paragraph));
  return item.exemptionParagraphs.filter(
    (paragraph) => laws.get(wording)?.has(paragraph) || (isFirst && !isKnown(paragraph)),
  );
}

/**
 * What a meeting is asked to resolve before its restricted items: each board for the items that are for it, relying on
 * those paragraphs alone that its law has. Boards that resolve the same do so in one resolution, which says whose it is
 * unless it is everybody’s who meets. Nothing where no item relies on a paragraph.
 */
export function exclusionResolutions(
  boards: readonly Excluder[],
  items: readonly ExcludingFor[],
): readonly string[] {
  const resolving = new Map<string, string[]>();
  for (const board of boards) {
    const relied = items.map((item) => ({
      ...item,
      exemptionParagraphs: reliedBy(board, boards, item),
    }));
    const resolution = exclusionResolution(board.rules.exclusionWording, paragraphsRelied(relied));
    if (resolution !== null) resolving.set(resolution, [...(resolving.get(resolution) ?? []), board.name]);
  }
  return [...resolving].map(([resolution, names]) =>
    names.length < boards.length ? `${listed(names)}: ${resolution}` : resolution,
  );
}
