import { ConfigError } from '../config-values.js';
import { BackupError } from '../platform/backup/backup-file.js';

/** What was asked cannot be done, in words for whoever asked. */
export class CommandError extends Error {}

/** Runs a command's work: what people can put right is said in one line, only the unexpected with its stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isInWords = [CommandError, ConfigError, BackupError].some((kind) => error instanceof kind);
    console.error(isInWords ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
