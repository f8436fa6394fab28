import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { restoreBackup } from '../platform/backup/restore.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE = 'npm run restore -- FILE [--replace]';

function readArguments(): { file: string; replace: boolean } {
  try {
    const options = { replace: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file && others.length === 0) return { file, replace: values.replace };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  ${USAGE}`);
  }
  throw new CommandError(`Name one file to read:\n  ${USAGE}`);
}

/** Puts a backup into an empty database: the whole of it, its log found intact, or nothing. */
await runCommand(async () => {
  const { file, replace } = readArguments();
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    const { preamble, rows, total } = await restoreBackup(database.ownerUrl, file, { replace });
    console.log(
      `${file}, taken ${preamble.takenAt}: ${total} rows of ${Object.keys(rows).length} tables restored`,
    );
    for (const { partnershipId, entries, head } of preamble.heads)
      console.log(`Partnership ${partnershipId}: ${entries} entries, head ${head}, intact`);
    console.log('Everybody signs in anew. Start the servers with a new SECRET: see docs/operations.md.');
  } finally {
    await database.close();
  }
});
