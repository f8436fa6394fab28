import type { TestApp } from '../support/app.js';

/** Words that stand nowhere else: whoever reads one has read what it was written in. */
export class Canaries {
  private count = 0;

  word(): string {
    const letters = [...String(++this.count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return `Quokka${letters}x`;
  }

  /** A day that nothing else has, as it is stored. */
  day(): string {
    return new Date(Date.UTC(2031, 0, ++this.count)).toISOString().slice(0, 10);
  }

  /** The same as people write it. */
  written(): string {
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(this.day()));
  }
}

/** Canary words, and days that nothing visible has. */
const TELLING = /Quokka[a-j]+x|203[1-9]-\d\d-\d\d/g;

/** What somebody is, as far as it decides what they see: written from the words of the domain, not from the server’s code. */
export interface Standing {
  partnerships: readonly string[];
  organisations: readonly string[];
  boards: readonly string[];
  people: readonly string[];
}

/** Everything somebody may not learn of, as the database has it: ids and telling words, by table. */
export interface OutOfSight {
  ids: Map<string, string[]>;
  words: Set<string>;
}

interface AudienceRow {
  id: string;
  partnership_id: string;
  kind: string;
  members: string[];
}

/** Whether somebody is in an audience, by the audience’s id: the policy in the words of the domain. */
export async function sightOf(
  { build }: Pick<TestApp, 'build'>,
  who: Standing,
): Promise<(audienceId: string) => boolean> {
  const audiences = new Map(
    (await build.sql<AudienceRow>('select * from audiences')).map((row) => [row.id, row]),
  );
  const isIn = (id: string): boolean => {
    const found = audiences.get(id);
    if (!found) return false;
    const { kind, members, partnership_id } = found;
    const among = (mine: readonly string[]) => members.some((member) => mine.includes(member));
    if (kind === 'EVERYONE') return true;
    if (kind === 'PARTNERSHIP') return who.partnerships.includes(partnership_id);
    if (kind === 'ORGANISATIONS') return among(who.organisations);
    if (kind === 'BOARD') return among(who.boards);
    if (kind === 'PEOPLE') return among(who.people);
    return members.every(isIn);
  };
  return isIn;
}

/** Looks as the owner of everything, table by table, at whatever has an audience: a new table is looked at too. */
export async function outOfSightOf({ build }: TestApp, who: Standing): Promise<OutOfSight> {
  const isIn = await sightOf({ build }, who);
  const ids = new Map<string, string[]>();
  const [hidden, seen] = [new Set<string>(), new Set<string>()];
  for (const { table } of await tablesWithAudience(build))
    for (const { id, audience, row } of await build.sql<{ id: string; audience: string; row: string }>(
      `select coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'import_id', to_jsonb(t) ->> 'part_id') as id, audience_id as audience, to_jsonb(t)::text as row from ${table} t`,
    )) {
      const isSeen = isIn(audience);
      for (const [word] of row.matchAll(TELLING)) (isSeen ? seen : hidden).add(word);
      if (!isSeen && id) ids.set(table, [...(ids.get(table) ?? []), id]);
    }
  return { ids, words: new Set([...hidden].filter((word) => !seen.has(word))) };
}

/** The log is left out: it holds what its items hold, and what they held before. */
export const tablesWithAudience = (build: TestApp['build']): Promise<{ table: string }[]> =>
  build.sql<{ table: string }>(
    `select table_name as "table" from information_schema.columns
     where table_schema = 'public' and column_name = 'audience_id' and table_name not in ('changes', 'change_buffer') order by 1`,
  );

/** The forms in which an id can stand in an answer. */
export function formsOf(id: string): string[] {
  const plain = id.replaceAll('-', '');
  const bytes = Buffer.from(plain, 'hex');
  const encoded = (what: Buffer | string) => {
    const base64 = Buffer.from(what).toString('base64').replace(/=+$/, '');
    return [base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
  };
  return [id, plain, id.toUpperCase(), Buffer.from(id).toString('hex'), ...encoded(id), ...encoded(bytes)];
}

/** The text, and whatever in it can be opened as base64: cursors above all. */
export function openedUp(text: string): string {
  const sealed = [...text.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([word]) =>
    Buffer.from(word, 'base64url').toString('utf8'),
  );
  return [text, ...sealed].join('\n');
}
