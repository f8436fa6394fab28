import { AudienceKind } from '../../../schema/vocabulary.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { AudienceInput } from './restrict.inputs.js';

/** The members of a circle as sent, or a refusal of what does not belong to its kind. */
export function membersOf(audience: AudienceInput): string[] {
  const given = {
    [AudienceKind.ORGANISATIONS]: audience.organisationIds ?? [],
    [AudienceKind.BOARD]: audience.boardId ? [audience.boardId] : [],
    [AudienceKind.PEOPLE]: audience.personIds ?? [],
  };
  if (audience.kind === AudienceKind.ALL_OF)
    throw invalidInput([{ field: 'audience.kind', message: 'Name organisations, a board or people.' }]);
  const problems = Object.entries(given).flatMap(([kind, members]) => {
    const field = `audience.${fieldOf[kind as keyof typeof fieldOf]}`;
    if (kind === audience.kind) return members.length ? [] : [{ field, message: 'Say which.' }];
    return members.length ? [{ field, message: `This does not belong to ${audience.kind}.` }] : [];
  });
  if (problems.length) throw invalidInput(problems);
  return Object.entries(given).flatMap(([kind, members]) => (kind === audience.kind ? members : []));
}

const fieldOf = { ORGANISATIONS: 'organisationIds', BOARD: 'boardId', PEOPLE: 'personIds' } as const;

/** Where in the input the members of a kind stand. */
export const membersField = (kind: AudienceKind): string =>
  `audience.${fieldOf[kind as keyof typeof fieldOf]}`;

export const isWide = (kind: AudienceKind): boolean =>
  kind === AudienceKind.EVERYONE || kind === AudienceKind.PARTNERSHIP;

/** A part of a plan is never seen by more than see the plan. */
export function checkWidth(kind: AudienceKind, isPlan: boolean): void {
  if (isWide(kind) && !isPlan)
    throw ruleBroken(
      'ONLY_PLANS_ARE_OPENED',
      'Only a whole plan can be opened to the partnership or the public; send null to lift a restriction.',
    );
}

/** Whoever answers for an item must go on seeing it. */
export function checkAnswerable(accountable: readonly string[], within: ReadonlySet<string>): void {
  if (accountable.some((id) => !within.has(id)))
    throw ruleBroken(
      'ACCOUNTABLE_MUST_SEE',
      'The organisation that answers for this must be among those who see it.',
    );
}

export const lockedOut = () =>
  ruleBroken(
    'WOULD_LOCK_YOU_OUT',
    'You would no longer see this yourself: include your organisation, your board or yourself.',
  );
