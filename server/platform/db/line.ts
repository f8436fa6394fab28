import type { Duplex } from 'node:stream';
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

/** Asks on one connection. The pool’s connections are pipelined: what is asked at once is sent at once, answered in order. */
export const askOn =
  (client: pg.ClientBase) =>
  async <T>(query: pg.QueryConfig): Promise<T[]> => {
    sendTogether(client);
    return (await client.query(query)).rows as T[];
  };

const gathering = new WeakSet<Duplex>();

/** Gathers whatever is written to a connection in this turn into one system call: the calls cost more than the queries. */
function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}
