import { Field, InputType } from 'type-graphql';
import { CrossReferenceKind, CrossReferenceStatus, StrainLevel } from '../../../schema/vocabulary.js';
import { connection } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import type { Reader } from '../../platform/reading/reader.js';
import { CrossReference } from './cross-reference.entity.js';
import { speakersSql } from './cross-reference.policy.js';
import { headsSql } from './item.reads.js';
import { strainLevelSql } from './strain.reads.js';

@InputType({ description: 'Which cross-references. All that is given must hold.' })
export class CrossReferenceFilter {
  @Field(() => [CrossReferenceKind], { nullable: true, description: 'One of these kinds.' })
  kinds?: CrossReferenceKind[] | null;

  @Field(() => [CrossReferenceStatus], { nullable: true, description: 'One of these statuses.' })
  statuses?: CrossReferenceStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Strained or broken, or neither.' })
  strained?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'One of these organisations has yet to answer it: what was proposed, or the other day that was offered instead.',
  })
  awaitingAnswerFrom?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these organisations owns one of its ends.' })
  organisationIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its words were not recognised.' })
  unresolved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one end is something no partner controls.' })
  external?: boolean | null;
}

export const CrossReferenceConnection = connection(CrossReference);

/** In the order they were written. */
export const crossReferenceOrder: PageOrder = {
  name: 'WRITTEN',
  by: [
    { sql: 't.created_at', type: 'timestamptz' },
    { sql: 't.id', type: 'uuid' },
  ],
};

const owns = (end: string) =>
  `exists (select 1 from (${speakersSql(end)}) s where s.organisation_id = any(?::uuid[]) and not s.is_external)`;

/** `within` is a plan, at either end, or a partnership. */
export function crossReferencesWhere(
  reader: Reader,
  within: string,
  filter: CrossReferenceFilter | undefined,
): Where {
  const where = new Where()
    .and('(t.plan_id = ? or t.to_plan_id = ? or t.partnership_id = ?)', within, within, within)
    .and('t.archived_at is null');
  if (!filter) return where;
  const { kinds, statuses, strained, awaitingAnswerFrom, organisationIds, unresolved, external } = filter;
  if (kinds) where.and('t.kind = any(?::text[])', kinds);
  if (statuses) where.and('t.status = any(?::text[])', statuses);
  if (isGiven(strained))
    where.and(`(${level(reader)}) ${strained ? '<>' : '='} '${StrainLevel.NONE}'`, reader.today);
  if (awaitingAnswerFrom)
    where.and(
      `(t.to_id is not null and (t.status = '${CrossReferenceStatus.PROPOSED}' and ${owns('t.to_id')}
        or t.status = '${CrossReferenceStatus.COUNTERED}' and ${owns('t.from_id')}))`,
      awaitingAnswerFrom,
      awaitingAnswerFrom,
    );
  if (organisationIds)
    where.and(`(${owns('t.from_id')} or ${owns('t.to_id')})`, organisationIds, organisationIds);
  if (isGiven(unresolved)) where.and(`t.to_id is ${unresolved ? '' : 'not '}null`);
  if (isGiven(external))
    where.and(`${external ? '' : 'not '}('ExternalDependency' in (t.from_type, coalesce(t.to_type, '')))`);
  return where;
}

/** A filter that may be yes or no, and was given. */
export const isGiven = (value: boolean | null | undefined): value is boolean =>
  value !== null && value !== undefined;

/** The strain of one row, with today as a parameter in each place it is needed. */
function level(reader: Reader): string {
  const end = (key: string) => `(${headsSql(reader, () => `array[${key}]`, false)})`;
  return `select ${strainLevelSql('t', 'f', 'o', 'd.today')} from (select ?::date as today) d
    left join lateral ${end('t.from_id')} f on true left join lateral ${end('t.to_id')} o on true`;
}
