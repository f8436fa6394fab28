/** The resolution by which a meeting excludes press and public: drafted alike wherever it is shown or printed. */

/** Stands in a wording where the paragraphs relied on belong. */
const PLACEHOLDER = '{paragraphs}';

/** The wording of a council’s committee, for boards whose rules give none of their own. */
export const COUNCIL_WORDING =
  'That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to that Act, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.';

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

/**
 * The resolution for the paragraphs relied on, in the wording of the board’s rules. Null without a paragraph: a
 * resolution that does not say on which grounds excludes nobody lawfully.
 */
export function exclusionResolution(wording: string, paragraphs: readonly string[]): string | null {
  if (paragraphs.length === 0) return null;
  const noun = paragraphs.length === 1 ? 'paragraph' : 'paragraphs';
  return wording
    .replaceAll(`paragraph(s) ${PLACEHOLDER}`, `${noun} ${PLACEHOLDER}`)
    .replaceAll(PLACEHOLDER, () => listed(paragraphs));
}
