import { listed } from '../../../schema/exclusion.js';
import { AgendaPurpose } from '../../../schema/meeting-words.js';
import { AgendaPlace } from '../../../schema/vocabulary.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { RuleValues } from '../boards/rule-profile.rules.js';

interface Words {
  title?: string | null;
  summary?: string | null;
  purpose?: AgendaPurpose | null;
  minutes?: number | null;
  presentersAsWritten?: string | null;
  presenterIds?: string[] | null;
}

type Grounds = Pick<Planned, 'isConfidential' | 'exemptionParagraphs' | 'privateReason'>;

interface Planned {
  title: string;
  summary: string | null;
  purpose: AgendaPurpose;
  minutes: number;
  leadOfficersAsWritten: string | null;
  leadOfficerIds: string[];
  isConfidential: boolean;
  exemptionParagraphs: string[];
  privateReason: string | null;
}

/** What an item says: what was given, and of the entry it comes from what was not. */
export function wordsFrom(given: Words, entry: Planned | null) {
  const title = given.title ?? entry?.title;
  if (!title)
    throw invalidInput([{ field: 'title', message: 'Say what it is called, or which entry it comes from.' }]);
  return {
    title,
    summary: given.summary ?? entry?.summary ?? null,
    purpose: given.purpose ?? entry?.purpose ?? AgendaPurpose.NOTE,
    minutes: given.minutes ?? entry?.minutes ?? null,
    presentersAsWritten: given.presentersAsWritten ?? entry?.leadOfficersAsWritten ?? null,
    presenterIds: given.presenterIds ?? entry?.leadOfficerIds ?? [],
    ...groundsFrom(entry),
  };
}

/** A ground in words stands where there is no paragraph to name. */
export const groundsFrom = (entry: Grounds | null) => {
  const { exemptionParagraphs, privateReason } = entry?.isConfidential
    ? entry
    : { exemptionParagraphs: [], privateReason: null };
  return { exemptionParagraphs, exemptionReason: exemptionParagraphs.length === 0 ? privateReason : null };
};

/** An entry is considered at one meeting that is to come. The same item tried again is no second one. */
export function checkNotTwice(
  { title }: { title: string },
  items: readonly { id: string; meetsOn: string }[],
  id: string | undefined,
): void {
  const other = items.find((item) => item.id !== id);
  if (other)
    throw ruleBroken(
      'ON_AN_AGENDA_ALREADY',
      `“${title}” is on the agenda of ${other.meetsOn} already: take it off there first.`,
    );
}

/** What is planned for one meeting goes to another only with a reason, which is kept. */
export function checkFree({ title, meetingId }: { title: string; meetingId: string | null }): void {
  if (meetingId !== null)
    throw ruleBroken(
      'PLANNED_FOR_ANOTHER_MEETING',
      `“${title}” is planned for another meeting: move it in the forward plan first, and say why.`,
    );
}

interface Standing {
  title: string;
  section: string;
  minutes: number | null;
  closes: boolean;
}

/** What stands on every agenda of boards that meet together: each item once, beginnings before ends. */
export function standingOf(rules: readonly Pick<RuleValues, 'standingItems'>[]): Standing[] {
  const all = new Map<string, Standing>();
  for (const { title, section, minutes, place } of rules.flatMap((one) => one.standingItems)) {
    const key = title.toLowerCase();
    if (!all.has(key))
      all.set(key, { title, section: section ?? '', minutes, closes: place === AgendaPlace.END });
  }
  return [...all.values()].sort((a, b) => Number(a.closes) - Number(b.closes));
}

const paragraphsIn = (rules: ReadonlyMap<string, Pick<RuleValues, 'exemptions'>>): Set<string> =>
  new Set([...rules.values()].flatMap(({ exemptions }) => exemptions.map(({ paragraph }) => paragraph)));

/** A paragraph that none of the boards has excludes nobody lawfully. */
export function checkKnown(
  rules: ReadonlyMap<string, Pick<RuleValues, 'exemptions'>>,
  paragraphs: readonly string[],
): void {
  const known = paragraphsIn(rules);
  const problems = paragraphs.flatMap((paragraph, i) =>
    known.has(paragraph)
      ? []
      : [
          {
            field: `exemptionParagraphs.${i}`,
            message: `The rules of the board have no paragraph ${paragraph}; they have ${[...known].join(', ') || 'none'}.`,
          },
        ],
  );
  if (problems.length) throw invalidInput(problems);
}

/** For which of the boards that meet an item is, in their order; none where it is for all of them. */
export function boardsOfItem(meets: readonly string[], asked: readonly string[]): string[] {
  const foreign = asked.findIndex((id) => !meets.includes(id));
  if (foreign !== -1)
    throw invalidInput([
      { field: `boardIds.${foreign}`, message: 'This board does not meet here: name one of those that do.' },
    ]);
  return narrowed(meets, asked);
}

/** What comes from a line of the forward plan is for the boards of that line that meet. */
export const boardsOfLine = (meets: readonly string[], line: readonly string[]): string[] =>
  narrowed(meets, line);

function narrowed(meets: readonly string[], asked: readonly string[]): string[] {
  const chosen = meets.filter((id) => asked.includes(id));
  return chosen.length === meets.length ? [] : chosen;
}

/** An item that press and public are excluded from stays with boards whose rules have its paragraphs. */
export function checkRelied(
  rules: ReadonlyMap<string, Pick<RuleValues, 'exemptions'>>,
  paragraphs: readonly string[],
): void {
  const known = paragraphsIn(rules);
  const unknown = paragraphs.filter((paragraph) => !known.has(paragraph));
  if (unknown.length > 0)
    throw invalidInput([
      {
        field: 'boardIds',
        message: `Press and public are excluded from it by ${listed(unknown)}, which the rules of these boards do not have: change the restriction first.`,
      },
    ]);
}
