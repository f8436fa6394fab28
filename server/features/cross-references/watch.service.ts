import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { Watch } from './watch.entity.js';
import type { CreateWatchInput } from './watch.inputs.js';
import { authoriseWatch } from './watch.policy.js';
import { type Expected, hasMoved, NOTHING_TOLD, toldOf } from './watch.rules.js';

type WatchRow = Watch & Row;

/** Watches from now on. One organisation watches a thing once: who watches already, or did before, goes on with that. */
export async function createWatch(work: Work, input: CreateWatchInput): Promise<WatchRow> {
  const { id, externalDependencyId, organisationId } = input;
  // Held until the end: of two who press at once the second finds the watch of the first, and nobody narrows it meanwhile.
  const watched = await work.lock<ExternalDependency>(ExternalDependency, externalDependencyId);
  const organisation = await work.find<Organisation>(Organisation, organisationId);
  if (organisation?.partnershipId !== watched.partnershipId)
    throw invalidInput([{ field: 'organisationId', message: 'There is no such organisation.' }]);
  authoriseWatch(work.viewer.position, organisationId);
  await work.actFor(watched.partnershipId, organisationId);
  if (watched.archivedAt !== null)
    throw ruleBroken('PUT_AWAY', `“${watched.title}” was put away: bring that back first.`);
  const [known] = await work.query<{ id: string }>(
    'select id from watches where external_dependency_id = $1 and organisation_id = $2',
    [externalDependencyId, organisationId],
  );
  if (known) {
    const watch = await work.lock<Watch>(Watch, known.id);
    return watch.archivedAt === null
      ? watch
      : work.update<Watch>(Watch, watch, { archivedAt: null, ...NOTHING_TOLD });
  }
  return work.insertOnce<Watch>(Watch, id, input, {
    ...{ partnershipId: watched.partnershipId, audienceId: watched.audienceId, planId: watched.planId },
    ...{ externalDependencyId, organisationId },
  });
}

/** Stops watching. */
export async function archiveWatch(work: Work, input: ItemVersionInput): Promise<WatchRow> {
  const watch = await forVerb(work, input.id);
  if (watch.archivedAt !== null) return watch;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<Watch>(Watch, watch, patch, { version: input.expectedVersion });
}

/** Says that the organisation knows of the move. Who was not shown the latest one has not noted it. */
export async function noteWatch(work: Work, input: ItemVersionInput): Promise<WatchRow> {
  const watch = await forVerb(work, input.id);
  if (watch.archivedAt !== null)
    throw ruleBroken('PUT_AWAY', 'Your organisation does not watch this any more.');
  if (watch.movedAt === null) return watch;
  return work.update<Watch>(
    Watch,
    watch,
    { ...NOTHING_TOLD },
    {
      version: input.expectedVersion,
      fieldOf: { wasExpected: 'movedAt', wasExpectedOn: 'movedAt' },
      restsOn: ['movedAt'],
    },
  );
}

async function forVerb(work: Work, id: string): Promise<WatchRow> {
  const found = await work.find<Watch>(Watch, id);
  if (!found) throw notFound();
  // What is watched is held before who watches, as by whatever moves the day.
  await work.lock(ExternalDependency, found.externalDependencyId);
  const watch = await work.lock<Watch>(Watch, id);
  authoriseWatch(work.viewer.position, watch.organisationId);
  await work.actFor(watch.partnershipId, watch.organisationId);
  return watch;
}

/** Tells whoever watches that the expected day moved, in the transaction in which it moved. Whoever sees it sees its watches. */
export async function tellWatchers(work: Work, before: Row, after: Row): Promise<void> {
  const [was, now] = [expectedOf(before), expectedOf(after)];
  if (!hasMoved(was, now)) return;
  const watches = await work.query<{ id: string }>(
    'select id from watches where external_dependency_id = $1 and archived_at is null order by id',
    [after.id],
  );
  const at = new Date().toISOString();
  for (const { id } of watches) {
    const watch = await work.lock<Watch>(Watch, id);
    await work.update<Watch>(Watch, watch, { ...toldOf(watch, was, now, at) });
  }
}

const expectedOf = (row: Row): Expected => ({
  timingAsWritten: row['timingAsWritten'] as string | null,
  timingStart: row['timingStart'] as string | null,
  timingEnd: row['timingEnd'] as string | null,
});
