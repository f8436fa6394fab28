import type pg from 'pg';
import { idOf } from './history.js';
import type { AudienceContent } from './keys.types.js';

/** Who may see, by what the content says of it: each circle’s id. */
export interface Circles {
  everyone: string;
  partnership: string;
  /** The circle an item is narrowed to. */
  of(audience: AudienceContent): string;
  /** Those who are in both. */
  both(one: string, other: string): string;
}

/** Draws the circles of a partnership, and lets this transaction see with all of them. */
export async function drawCircles(
  client: pg.ClientBase,
  partnershipId: string,
  audiences: readonly AudienceContent[],
): Promise<Circles> {
  const drawn = new Map<string, string>();
  const intern = async (kind: string, members: readonly string[]): Promise<string> => {
    const { rows } = await client.query<{ id: string }>('select intern_audience($1, $2, $3::uuid[]) as id', [
      partnershipId,
      kind,
      members,
    ]);
    const [row] = rows;
    if (!row) throw new Error('a circle was not drawn');
    return row.id;
  };
  const everyone = await intern('EVERYONE', []);
  const partnership = await intern('PARTNERSHIP', []);
  for (const audience of audiences) {
    const key = JSON.stringify(audience);
    if (!drawn.has(key)) drawn.set(key, await intern(audience.kind, membersOf(audience)));
  }
  await client.query(`select set_config('app.audiences', every_audience($1), true)`, [partnershipId]);
  return {
    everyone,
    partnership,
    of: (audience) => found(drawn.get(JSON.stringify(audience))),
    both: (one, other) => {
      if (one === other || other === everyone) return one;
      if (one === everyone || one === partnership) return other;
      if (other === partnership) return one;
      throw new Error('the content joins two narrowed items that no one circle may see');
    },
  };
}

function membersOf(audience: AudienceContent): string[] {
  if (audience.kind === 'ORGANISATIONS')
    return audience.organisations.map((key) => idOf('organisation', key));
  if (audience.kind === 'BOARD') return [idOf('board', audience.board)];
  return audience.people.map((key) => idOf('person', key));
}

/** For what the content is known to hold (test/demonstration/content.test.ts). */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the content names something it does not hold');
  return value;
}
