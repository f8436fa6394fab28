import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { Person } from '../organisations/person.entity.js';
import { partnershipAudience } from '../plans/audience.service.js';
import type { Accepted } from './import-content.js';
import { knownBodies } from './import-state.js';
import { Names } from './names.js';

const BODIES = ['organisationId', 'personId', 'postId', 'abuId', 'boardId'] as const;

export async function namesIn(
  reader: Reader,
  partnershipId: string,
  accepted: readonly Accepted[],
): Promise<Names> {
  return new Names(await knownBodies(reader, partnershipId), accepted);
}

/** What was settled when earlier files were applied to the plan: the same words mean the same again. */
export async function settledBefore(reader: Reader, planId: string | null): Promise<Accepted[]> {
  if (planId === null) return [];
  const rows = await reader.query<{ accepted: Accepted[] | null }>(
    `select c.content -> 'accepted' as accepted from imports i join import_contents c on c.import_id = i.id
     where i.plan_id = $1 and i.status = 'APPLIED' order by i.updated_at`,
    [planId],
  );
  return rows.flatMap(({ accepted }) => accepted ?? []);
}

/** The last word on some words counts. */
export function lastWord(accepted: readonly Accepted[]): Accepted[] {
  return [...new Map(accepted.map((one) => [one.asWritten, one])).values()];
}

/** Each names one body of the partnership, or none. */
export async function checkAccepted(
  reader: Reader,
  partnershipId: string,
  accepted: readonly Accepted[],
): Promise<void> {
  const known = new Set((await knownBodies(reader, partnershipId)).map((body) => body.id));
  const problems = accepted.flatMap((one, i) => {
    const named = BODIES.filter((body) => one[body]);
    const [body] = named;
    if (named.length > 1) return [{ field: `accept.${i}`, message: 'Name one body only.' }];
    return body && !known.has(one[body] ?? '')
      ? [{ field: `accept.${i}.${body}`, message: 'There is no such body in this partnership.' }]
      : [];
  });
  if (problems.length) throw invalidInput(problems);
}

/** Makes the people the file names with an organisation that is known here. They are the partnership’s and stay when an import is undone. */
export async function createPeople(work: Work, partnershipId: string, names: Names): Promise<number> {
  const missing = names.missingPeople();
  const audienceId = await partnershipAudience(work, partnershipId);
  for (const { name, organisationId } of missing)
    await work.insert(Person, { partnershipId, audienceId, name, organisationId, aliases: [] });
  return missing.length;
}
