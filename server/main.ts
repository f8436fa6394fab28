import { buildApp } from './app.js';
import { readConfig } from './config.js';
import { accountLines } from './demonstration/accounts.js';
import { ensureDemonstration } from './demonstration/ensure.js';
import { migrate } from './platform/db/migrate.js';
import { openDatabase } from './platform/db/open.js';

const config = readConfig();
const opened = await openDatabase(config.database, (line) => console.error(line));
await migrate(opened.ownerUrl);
const accounts = config.demonstration ? await ensureDemonstration(opened.ownerUrl) : [];
const app = await buildApp(config, opened.serverUrl);
// graphql-js leaves a promise behind when two items of one list fail: to be read in the log, not to die of.
process.on('unhandledRejection', (error) => app.http.log.error({ err: error }, 'unhandled rejection'));
const address = await app.listen();

async function stop(): Promise<void> {
  await app.close();
  await opened.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());

// Last of all: whoever waits for this line may stop us right after it.
console.log(`Accord is ready at ${address}`);
for (const line of accountLines(accounts)) console.log(line);
