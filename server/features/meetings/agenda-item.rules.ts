import { AgendaPurpose } from '../../../schema/vocabulary.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

interface Words {
  title?: string | null;
  summary?: string | null;
  purpose?: AgendaPurpose | null;
  minutes?: number | null;
  presentersAsWritten?: string | null;
  presenterIds?: string[] | null;
}

interface Planned {
  title: string;
  summary: string | null;
  purpose: AgendaPurpose;
  minutes: number;
  leadOfficersAsWritten: string | null;
  leadOfficerIds: string[];
  isConfidential: boolean;
  exemptionParagraphs: string[];
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
    exemptionParagraphs: entry?.isConfidential ? entry.exemptionParagraphs : [],
  };
}

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
