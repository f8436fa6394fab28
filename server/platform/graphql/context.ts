import type { Credential } from '../auth/credential.js';
import { mayPass } from '../db/again.js';
import type { Database, OpenReader } from '../db/database.js';
import type { Reader } from '../reading/reader.js';

/** What the web tier can do for a resolver beyond the database: cookies, and where the request came from. */
export interface Door {
  /** What people reach us by, for addresses in what is taken away on paper. */
  origin: string;
  source: string;
  userAgent: string | null;
  setSession(secret: string, expiresAt: Date): void;
  clearSession(): void;
}

/** One request. All its queries share one reading transaction: one moment, one set of rights. */
export class Context {
  private opened: Promise<OpenReader> | null = null;
  private isAhead = false;

  constructor(
    readonly database: Database,
    public credential: Credential,
    readonly door: Door,
  ) {}

  reader(): Promise<Reader> {
    this.opened ??= this.database.openReader(this.credential, this.isAhead);
    return this.opened;
  }

  /**
   * Puts an answer together without first waiting to hear that the viewer’s rights are what they were. Null when they
   * were not: whatever was read is thrown away, and the next try waits.
   */
  async readAhead<T>(read: () => Promise<T>): Promise<T | null> {
    this.isAhead = true;
    const answer = await read();
    this.isAhead = false;
    // A reader that could not be opened has said so in the answer.
    const holds = await this.opened?.then(
      (reader) => reader.holds,
      () => true,
    );
    if (holds !== false) return answer;
    this.finish();
    return null;
  }

  /** Whether the reading failed of what is likely to be gone by now: tables changing their shape, a deadlock. */
  async metWhatPasses(): Promise<boolean> {
    const failure = await this.opened?.then(
      (reader) => reader.failure,
      (error: unknown) => error,
    );
    return mayPass(failure ?? null);
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
