import { buildApp } from './app.js';
import { readConfig } from './config.js';
import { accountLines } from './demonstration/accounts.js';
import { ensureDemonstration } from './demonstration/ensure.js';
import { migrate } from './platform/db/migrate.js';
import { openDatabase } from './platform/db/open.js';

const config = readConfig();
const opened = await openDatabase(config.database, (line) => console.error(line));
await migrate(opened.ownerUrl);
const accounts = config.demonstration
  ? await ensureDemonstration(opened.ownerUrl, config.publicOrigins[0])
  : [];
const app = await buildApp(config, opened.serverUrl);
// graphql-js leaves a promise behind when two items of one list fail: to be read in the log, not to die of.
process.on('unhandledRejection', (error) => app.http.log.error({ err: error }, 'unhandled rejection'));
const address = await app.listen();

/** Longer than balancers take to look again; none of it where nobody looks. */
const NOTICE_MS = 2_500;
/** For what is left to do when all requests are done or cut off. */
const LAST_MS = 2_000;

async function stop(noticeMs: number): Promise<void> {
  const patienceMs = noticeMs + config.drainSeconds * 1_000 + LAST_MS;
  // Whoever still waits for the database by then is cut off, and what it had begun is rolled back.
  setTimeout(() => process.exit(0), patienceMs).unref();
  await app.drain(noticeMs);
  await app.close();
  await opened.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop(Math.min(NOTICE_MS, config.drainSeconds * 1_000)));
process.once('SIGINT', () => void stop(0));

// Last of all: whoever waits for this line may stop us right after it.
console.log(`Accord is ready at ${address}`);
for (const line of accountLines(accounts)) console.log(line);
