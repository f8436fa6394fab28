import { readConfig } from '../config.js';
import { migrate } from '../platform/db/migrate.js';
import { openDatabase } from '../platform/db/open.js';
import { runCommand } from './run-command.js';

/** Brings the database's tables up to this version, and ends. Safe to repeat, and beside running servers. */
await runCommand(async () => {
  const database = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    await migrate(database.ownerUrl);
    console.log('The database is up to date.');
  } finally {
    await database.close();
  }
});
