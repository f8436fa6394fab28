import { Field, InputType } from 'type-graphql';
import { BragStatus } from '../../../schema/vocabulary.js';
import { connection } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import { ExternalDependency } from './external-dependency.entity.js';

@InputType({ description: 'Which external dependencies. All that is given must hold.' })
export class ExternalDependencyFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these organisations watches it.' })
  watchedBy?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'There is something to tell whoever watches it: it has not come and is expected by this day (or is overdue), or its day moved and an organisation of `watchedBy`, or any without that, has not noted the move.',
  })
  newsUntil?: string | null;
}

export const ExternalDependencyConnection = connection(ExternalDependency);

const hasCome = `(t.status = '${BragStatus.BLUE}')`;

/** As it is expected: what is overdue comes first by itself, what has no day stands last but for what has come. */
export const externalDependencyOrder: PageOrder = {
  name: 'EXPECTED',
  by: [
    { sql: hasCome, type: 'boolean' },
    { sql: `coalesce(t.timing_end, 'infinity'::date)`, type: 'date' },
    { sql: 't.id', type: 'uuid' },
  ],
};

/** The same for a list that is read whole, by name where days are the same. */
export const byExpected = `${hasCome}, t.timing_end nulls last, lower(t.title), t.id`;

/** `within` is a plan, which also waits for what its whole partnership waits for, or a partnership. */
export function externalDependenciesWhere(
  within: string,
  filter: ExternalDependencyFilter | undefined,
): Where {
  const where = new Where()
    .and(
      `(t.plan_id = ? or t.partnership_id = ?
        or t.plan_id is null and t.partnership_id = (select p.partnership_id from plans p where p.id = ?))`,
      within,
      within,
      within,
    )
    .and('t.archived_at is null');
  const { watchedBy, newsUntil } = filter ?? {};
  if (watchedBy) where.and(watched('w.organisation_id = any(?::uuid[])'), watchedBy);
  if (newsUntil && watchedBy) where.and(news('w.organisation_id = any(?::uuid[])'), newsUntil, watchedBy);
  else if (newsUntil) where.and(news('true'), newsUntil);
  return where;
}

const watched = (which: string) =>
  `exists (select from watches w where w.external_dependency_id = t.id and w.archived_at is null and ${which})`;
const news = (which: string) =>
  `(not ${hasCome} and (t.timing_end <= ?::date or ${watched(`w.moved_at is not null and ${which}`)}))`;
