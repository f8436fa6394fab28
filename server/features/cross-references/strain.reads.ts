import { type CrossReferenceKind, StrainLevel } from '../../../schema/vocabulary.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import { headsOf } from './item.reads.js';
import { givenByFrom, givenByTo, kindsUnderStrain, strainOf } from './strain.rules.js';

const quoted = (kinds: readonly CrossReferenceKind[]) => kinds.map((kind) => `'${kind}'`).join(', ');

/**
 * strainOf() as SQL, for counting and filtering: a level. `kind` is SQL; `from` and `to` are aliases with `status`,
 * `timing_end` and `archived_at`, outer-joined by `id`. A test holds the two to the same answers.
 */
export function strainLevelSql(kind: string, from: string, to: string, today: string): string {
  const sides = (giver: string, receiver: string, kinds: readonly CrossReferenceKind[], amber: string) => `
    when ${kind} in (${quoted(kinds)}) then case
      when ${giver}.id is null or ${receiver}.id is null or ${receiver}.archived_at is not null then '${StrainLevel.NONE}'
      when ${giver}.archived_at is not null then '${StrainLevel.BROKEN}'
      when ${giver}.status = 'BLUE' then '${StrainLevel.NONE}'
      when ${giver}.status in ('RED'${amber}) or ${giver}.timing_end < ${today} or ${giver}.timing_end > ${receiver}.timing_end then '${StrainLevel.STRAINED}'
      else '${StrainLevel.NONE}' end`;
  return `case ${sides(to, from, givenByTo, `, 'AMBER'`)} ${sides(from, to, givenByFrom, '')} else '${StrainLevel.NONE}' end`;
}

/** Whether each cross-reference holds, both ends of all of them read at once. */
export const strain: FieldRead = {
  needs: ['kind', 'fromId', 'toId'],
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
          kind: row['kind'] as CrossReferenceKind,
          from: heads.get(row['fromId'] as string) ?? null,
          to: heads.get(row['toId'] as string) ?? null,
          today: reader.today,
        }),
      );
  },
};
