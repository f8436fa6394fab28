import type pg from 'pg';

/** Statements with parameters are prepared once a connection under their own text. */
const names = new Map<string, string>();
export function prepared(sql: string, params: readonly unknown[]): pg.QueryConfig {
  let name = names.get(sql);
  if (!name && names.size < 2_000) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return { ...(name ? { name } : {}), text: sql, values: [...params] };
}

/** A connection does one thing at a time: what is asked at once waits in line. */
export function oneAtATime(client: pg.ClientBase): <T>(query: pg.QueryConfig) => Promise<T[]> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(query: pg.QueryConfig) => {
    const answer = last.then(async () => (await client.query(query)).rows as T[]);
    last = answer.catch(() => {});
    return answer;
  };
}
