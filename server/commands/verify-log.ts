import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { checkBackup } from '../platform/backup/restore.js';
import { verifyLog } from '../platform/changes/verify.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE = 'npm run verify [-- --head HASH | -- BACKUP]';

/**
 * Proves that nothing in the change log was altered, and says where it was. With --head, also that the log still
 * holds the entry whose hash somebody kept: entries after it may have come, none before it may have changed. With a
 * file, that this backup is whole and as it was written; its log is proved by restoring it.
 */
await runCommand(async () => {
  const { head, file } = readArguments();
  if (file === null) await verifyDatabase(head);
  else await verifyFile(file);
});

async function verifyDatabase(kept: string | null): Promise<void> {
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
}

async function verifyFile(file: string): Promise<void> {
  const { preamble, rows, total } = await checkBackup(file);
  console.log(
    `${file} is whole: taken ${preamble.takenAt} at ${preamble.migration}, ${total} rows of ${Object.keys(rows).length} tables`,
  );
  for (const { partnershipId, entries, head } of preamble.heads)
    console.log(`Partnership ${partnershipId}: ${entries} entries, head ${head}`);
}

function readArguments(): { head: string | null; file: string | null } {
  try {
    const options = { head: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file = null, ...others] = positionals;
    const head = values.head?.trim().toLowerCase() ?? null;
    if (others.length === 0 && (file === null || head === null)) return { head, file };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  ${USAGE}`);
  }
  throw new CommandError(`Give the head that was kept, or one backup:\n  ${USAGE}`);
}
