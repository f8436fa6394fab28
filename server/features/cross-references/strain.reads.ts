import {
  type CrossReferenceKind,
  CrossReferenceStatus,
  givenByFrom,
  givenByTo,
  StrainLevel,
  unanswered,
} from '../../../schema/vocabulary.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import { quoted } from '../../platform/reading/tables.js';
import { headsOf } from './item.reads.js';
import { kindsUnderStrain, type PromiseMade, strainOf } from './strain.rules.js';

/** Whether nobody said yes or no yet, to what was asked or to the day offered instead. */
export const unansweredSql = (made: string): string => `${made}.status in (${quoted(unanswered)})`;

/** agreedDay() as SQL. */
export const agreedDaySql = (made: string): string =>
  `case when ${made}.status = '${CrossReferenceStatus.CONFIRMED}' then greatest(${made}.needed_by, ${made}.promised_by) else ${made}.needed_by end`;

/**
 * strainOf() as SQL, for counting and filtering: a level. `made` is an alias with the columns of the promise
 * (`promiseColumns`); `from` and `to` are aliases with `status`, `timing_end` and `archived_at`, outer-joined by `id`. A
 * test holds the two to the same answers.
 */
export function strainLevelSql(made: string, from: string, to: string, today: string): string {
  const sides = (giver: string, receiver: string, kinds: readonly CrossReferenceKind[], amber: string) => `
    when ${made}.kind in (${quoted(kinds)}) then case
      when ${giver}.id is null or ${receiver}.id is null or ${receiver}.archived_at is not null then '${StrainLevel.NONE}'
      when ${giver}.archived_at is not null then '${StrainLevel.BROKEN}'
      when ${giver}.status = 'BLUE' then '${StrainLevel.NONE}'
      when ${giver}.status in ('RED'${amber}) or ${giver}.timing_end < ${today} or ${giver}.timing_end > least(${receiver}.timing_end, ${agreedDaySql(made)}) then '${StrainLevel.STRAINED}'
      else '${StrainLevel.NONE}' end`;
  return `case ${sides(to, from, givenByTo, `, 'AMBER'`)} ${sides(from, to, givenByFrom, '')} else '${StrainLevel.NONE}' end`;
}

/** What strain asks of a cross-reference itself, under alias `x`. */
export const promiseColumns = 'x.kind, x.status, x.needed_by, x.promised_by';

/** Whether each cross-reference holds, both ends of all of them read at once. */
export const strain: FieldRead = {
  needs: ['kind', 'status', 'neededBy', 'promisedBy', 'fromId', 'toId'],
  read: async ({ rows, reader, give }) => {
    const isMeasured = (kind: unknown) => kindsUnderStrain.includes(kind as CrossReferenceKind);
    const ids = rows.flatMap((row) =>
      isMeasured(row['kind']) && row['toId'] ? [row['fromId'], row['toId']] : [],
    );
    const heads = await headsOf(reader, [...new Set(ids)] as string[]);
    for (const row of rows)
      give(
        row,
        strainOf({
          promise: row as unknown as PromiseMade,
          from: heads.get(row['fromId'] as string) ?? null,
          to: heads.get(row['toId'] as string) ?? null,
          today: reader.today,
        }),
      );
  },
};
