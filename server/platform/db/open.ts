import { startEmbedded } from './embedded.js';
import { assertServerRole, type DatabaseUrls, deriveServerRole, ensureDatabase } from './roles.js';

const EMBEDDED_DATABASE = 'accord';

export type OpenedDatabase = DatabaseUrls & { close(): Promise<void> };

export type DatabaseToOpen =
  | { kind: 'embedded'; dataDir: string }
  | { kind: 'given'; ownerUrl: string; serverUrl: string | undefined };

/** The database a configuration names, with both its roles ready: the embedded one is started (or joined) for it. */
export async function openDatabase(
  choice: DatabaseToOpen,
  log: (line: string) => void,
): Promise<OpenedDatabase> {
  if (choice.kind === 'given') {
    const { ownerUrl } = choice;
    if (choice.serverUrl === undefined) {
      return { ownerUrl, serverUrl: await deriveServerRole(ownerUrl), close: async () => undefined };
    }
    await assertServerRole(choice.serverUrl);
    return { ownerUrl, serverUrl: choice.serverUrl, close: async () => undefined };
  }
  const embedded = await startEmbedded({ dataDir: choice.dataDir, log });
  try {
    const urls = await ensureDatabase(embedded.superuserUrl, EMBEDDED_DATABASE);
    return { ...urls, close: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
