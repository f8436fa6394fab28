import type { FieldRead } from '../reading/fields.js';
import { derived } from '../reading/fields.js';

/** Narrowed by itself. What merely hangs under something narrowed says so through its audience. */
export const isRestricted: FieldRead = derived(['ownAudienceId'], (row) => row['ownAudienceId'] !== null);

interface AudienceRow {
  id: string;
  kind: string;
  memberIds: string[];
  names: string[];
  parts: string[];
}

/** The circle a column names, in words; null where it names none. Whoever reads this sees the row, so is in the circle. */
const circleIn = (column: 'audienceId' | 'ownAudienceId'): FieldRead => ({
  needs: [column],
  read: async ({ rows, reader, give }) => {
    const ids = [...new Set(rows.flatMap((row) => (row[column] as string | null) ?? []))];
    const known = ids.length === 0 ? [] : await reader.query<AudienceRow>(AUDIENCES, [ids]);
    const found = new Map(known.map((row) => [row.id, row]));
    for (const row of rows) {
      const audience = found.get(row[column] as string);
      give(
        row,
        audience ? { kind: audience.kind, memberIds: audience.memberIds, label: label(audience) } : null,
      );
    }
  },
});

/** Who may see each row. */
export const audienceRead: FieldRead = circleIn('audienceId');

/** What each row was narrowed to by itself, whatever else narrows it from above. */
export const ownAudienceRead: FieldRead = circleIn('ownAudienceId');

function label({ kind, names, parts }: AudienceRow): string {
  if (kind === 'EVERYONE') return 'Everyone, the public too';
  if (kind === 'PARTNERSHIP') return 'Everyone in the partnership';
  if (kind === 'BOARD') return `Only seats on ${names.join(', ')}`;
  if (kind === 'ALL_OF') return `Only those who are in each of: ${parts.join('; ')}`;
  return `Only ${names.join(', ')}`;
}

const NAMES = (audience: string) => `coalesce((
  select array_agg(n.name order by n.name) from (
    select name from organisations where id = any (${audience}.members)
    union all select name from boards where id = any (${audience}.members)
    union all select name from people where id = any (${audience}.members)) n), '{}')`;

const AUDIENCES = `
  select a.id, a.kind, a.members as "memberIds", ${NAMES('a')} as names,
    coalesce((select array_agg(array_to_string(${NAMES('part')}, ', ') order by part.id) from audiences part where part.id = any (a.members)), '{}') as parts
  from audiences a where a.id = any ($1::uuid[])`;
