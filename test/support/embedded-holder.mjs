// A process of its own that holds an embedded database, for tests that kill it: `node embedded-holder.mjs <folder>`.
import { runnerImport } from 'vite';

const embedded = new URL('../../server/platform/db/embedded.ts', import.meta.url).pathname;
const { module } = await runnerImport(embedded, { configFile: false, logLevel: 'error' });
const database = await module.startEmbedded({ dataDir: process.argv[2], sync: false });
process.stdout.write(`${JSON.stringify({ superuserUrl: database.superuserUrl, pid: database.pid })}\n`);

process.once('SIGTERM', () => database.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
