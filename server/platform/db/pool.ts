import pg from 'pg';
import { readTypesAsText } from './types.js';

const SETTINGS = [
  'timezone=UTC',
  'statement_timeout=30000',
  'idle_in_transaction_session_timeout=60000',
  'jit=off',
  // A statement is planned once a connection. For lists of ids the planner would think that planning anew each time
  // pays, and spend more on that than on answering.
  'plan_cache_mode=force_generic_plan',
];

/** The connections of one process; what is asked waits ten seconds for one of them at most. */
export function openPool(url: string, max: number): pg.Pool {
  readTypesAsText();
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    application_name: 'accord',
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // One in use that breaks fails what was asked on it; beside that it tells so, and unheard that ends the process too.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
