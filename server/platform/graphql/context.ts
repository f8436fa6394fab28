import type { Credential } from '../auth/credential.js';
import type { Database, OpenReader } from '../db/database.js';
import type { Reader } from '../reading/reader.js';

/** What the web tier can do for a resolver beyond the database: cookies, and where the request came from. */
export interface Door {
  source: string;
  userAgent: string | null;
  setSession(secret: string, expiresAt: Date): void;
  clearSession(): void;
}

/** One request. All its queries share one reading transaction: one moment, one set of rights. */
export class Context {
  private opened: Promise<OpenReader> | null = null;

  constructor(
    readonly database: Database,
    public credential: Credential,
    readonly door: Door,
  ) {}

  reader(): Promise<Reader> {
    this.opened ??= this.database.openReader(this.credential);
    return this.opened;
  }

  /** Ends the reading transaction, if one was begun. */
  finish(): void {
    const opened = this.opened;
    this.opened = null;
    opened?.then(
      (reader) => reader.close(),
      () => {},
    );
  }
}
