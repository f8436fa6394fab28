import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { verifyLog } from '../platform/changes/verify.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

/**
 * Proves that nothing in the change log was altered, and says where it was. With --head, also that the log still
 * holds the entry whose hash somebody kept: entries after it may have come, none before it may have changed.
 */
await runCommand(async () => {
  const kept = keptHead();
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    const found = await verifyLog(database.ownerUrl, kept);
    for (const { partnershipId, entries, head: last, wrong } of found) {
      if (wrong === null)
        console.log(`Partnership ${partnershipId}: ${entries} entries, head ${last}, intact`);
      else console.error(`Partnership ${partnershipId}: ${wrong}`);
    }
    if (found.length === 0) console.log('The log is empty.');
    const holder = found.find(({ sought }) => sought !== null);
    if (holder)
      console.log(`The head given is entry ${holder.sought} of partnership ${holder.partnershipId}`);
    else if (kept !== null) console.error('No entry of the log has the head given');
    if (found.some(({ wrong }) => wrong !== null) || (kept !== null && !holder)) process.exitCode = 1;
  } finally {
    await database.close();
  }
});

function keptHead(): string | null {
  try {
    const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
    return head?.trim().toLowerCase() ?? null;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  npm run verify-log [-- --head HASH]`);
  }
}
