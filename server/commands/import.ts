import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { countsTable, ownersTable, skippedTable } from '../features/imports/import-listing.js';
import { type ImportOrder, importFile } from '../features/imports/import-order.js';
import { Database } from '../platform/db/database.js';
import { migrate } from '../platform/db/migrate.js';
import { openDatabase } from '../platform/db/open.js';
import { AccordError } from '../platform/graphql/errors.js';
import { CommandError, runCommand } from './run-command.js';

const USAGE = `npm run import -- FILE.xlsx --plan "A plan's title or id" [--as somebody@example.org] [--dry-run] [--json]
  npm run import -- FILE.xlsx --new "A new plan's title" --from 2018-04-01 --until 2019-03-31 [--kind action_plan] [--as …]`;

function readArguments(): ImportOrder & { file: string; asJson: boolean } {
  const { values, positionals } = parse();
  const [file, ...others] = positionals;
  if (!file || others.length || Boolean(values.plan) === Boolean(values.new))
    throw new CommandError(`Name one file and the plan it goes into:\n  ${USAGE}`);
  if (values.new && !(values.from && values.until))
    throw new CommandError(`Say from when until when the new plan runs:\n  ${USAGE}`);
  return {
    file,
    asJson: values.json ?? false,
    plan: values.plan ?? null,
    newPlan: values.new
      ? {
          title: values.new,
          startsOn: values.from ?? '',
          endsOn: values.until ?? '',
          kind: (values.kind ?? 'action_plan').toUpperCase(),
        }
      : null,
    email: values.as ?? null,
    isDryRun: values['dry-run'] ?? false,
  };
}

function parse() {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  const options = {
    plan: text,
    new: text,
    from: text,
    until: text,
    kind: text,
    as: text,
    'dry-run': flag,
    json: flag,
  };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n  ${USAGE}`);
  }
}

/** Brings a workbook or table into a plan, as an account that may: the same as in the page, with the same refusals. */
await runCommand(async () => {
  const { file, asJson, ...order } = readArguments();
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`);
  });
  const opened = await openDatabase(readConfig().database, (line) => console.error(line));
  try {
    await migrate(opened.ownerUrl);
    const database = new Database(opened.serverUrl, { max: 4 });
    try {
      const { planTitle, report, isApplied } = await importFile(
        database,
        { name: path.basename(file), bytes },
        order,
      );
      if (asJson) console.log(JSON.stringify({ plan: planTitle, isApplied, ...report }, null, 2));
      else {
        console.log(
          `${path.basename(file)} → “${planTitle}”${isApplied ? '' : ' (looked at only: nothing was changed)'}\n`,
        );
        for (const part of [countsTable(report), ownersTable(report), skippedTable(report), ...report.notes])
          if (part) console.log(`${part}\n`);
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    throw error instanceof AccordError ? new CommandError(error.message) : error;
  } finally {
    await opened.close();
  }
});
