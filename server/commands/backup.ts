import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { takeBackup } from '../platform/backup/backup.js';
import { openDatabase } from '../platform/db/open.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE = 'npm run backup -- FILE';

function fileToWrite(): string {
  try {
    const [file, ...others] = parseArgs({ allowPositionals: true }).positionals;
    if (file && others.length === 0) return file;
  } catch {
    // An option: there are none.
  }
  throw new CommandError(`Name one file to write:\n  ${USAGE}`);
}

/** Writes the whole database into one file, beside running servers. The heads it prints prove later what was in it. */
await runCommand(async () => {
  const file = fileToWrite();
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    const { preamble, tables, rows } = await takeBackup(database.ownerUrl, file);
    console.log(`${file}: ${rows} rows of ${tables} tables, at ${preamble.migration}`);
    for (const { partnershipId, entries, head } of preamble.heads)
      console.log(`Partnership ${partnershipId}: ${entries} entries, head ${head}`);
  } finally {
    await database.close();
  }
});
