import pg from 'pg';
import pgUtils from 'pg/lib/utils.js';
import type { Row } from './base.js';

/** What is spoken here of pg’s connection: PostgreSQL’s extended query protocol. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(statement: { name: string; text: string }): void;
  bind(portal: {
    statement: string;
    values: readonly unknown[];
    valueMapper: typeof pgUtils.prepareValue;
  }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: object): void;
  sync(): void;
}

type Column = { name: string; read: (text: string) => unknown };

/** A statement the connection has prepared, and what its rows are made of once that is known. */
interface Statement {
  name: string;
  columns: Column[] | null;
}

interface Question {
  sql: string;
  params: readonly unknown[];
  rows: Row[];
  resolve(rows: Row[]): void;
  reject(error: unknown): void;
}

/** Beyond so many statements of one connection, further ones are prepared each time they are asked. */
const MOST_PREPARED = 2_000;

/**
 * A table changed its shape since a statement was prepared, as it does while a newer version is rolled out. Statements
 * of other connections have been outlived as well: all are prepared anew, so that the next try is not refused again.
 */
export function isPlanOutlived(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}

/** How often tables were found to have changed their shape. */
let shapes = 0;

/** Told of each batch as it goes out, with how many questions; answers what is told how it ended. */
type BatchWatch = (questions: number) => (hasFailed: boolean) => void;
let watch: BatchWatch | null = null;

export function watchBatches(by: BatchWatch | null): void {
  watch = by;
}

const lines = new WeakMap<pg.ClientBase, Line>();

/** Asks on one connection. */
export function lineOf(client: pg.ClientBase): Line {
  let line = lines.get(client);
  if (!line) {
    line = new Line(client);
    lines.set(client, line);
  }
  return line;
}

/** Asks within one transaction. */
export interface Asking {
  /** What went wrong first, if anything did: all that was asked after it failed with it. */
  readonly failure: unknown;
  ask<T = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Nothing may be asked from here on: the connection is somebody else’s soon. */
  end(): void;
}

/**
 * One connection, asked in batches: whatever is asked in one turn, or while a batch is under way, goes out together and
 * is answered together. Each crossing between the processes costs more than most questions do. Within a transaction
 * only, where all that follows a failure fails with it.
 */
export class Line {
  private readonly statements = new Map<string, Statement>();
  private prepared = 0;
  private shape = shapes;
  private failure: unknown = null;
  private waiting: Question[] = [];
  private isBusy = false;
  private isSending = false;

  constructor(private readonly client: pg.ClientBase) {}

  async ask<T = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    try {
      return (await new Promise<Row[]>((resolve, reject) => {
        this.waiting.push({ sql, params, rows: [], resolve, reject });
        this.sendSoon();
      })) as T[];
    } catch (error) {
      // Of where it was asked, not of where the answer arrived.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  /** To ask until the transaction ends. Whoever comes late is refused: it would look with the next one’s eyes. */
  asking(): Asking {
    let isOver = false;
    this.failure = null;
    const line = this;
    return {
      get failure() {
        return line.failure;
      },
      ask: async <T>(sql: string, params?: readonly unknown[]) => {
        if (isOver) throw new Error('asked after the end of its transaction');
        return this.ask<T>(sql, params);
      },
      end: () => {
        isOver = true;
      },
    };
  }

  /** The connection’s own name for a statement: one it has, or a new one, which has to be prepared. */
  statement(sql: string): { statement: Statement; isNew: boolean } {
    if (this.shape !== shapes) {
      this.statements.clear();
      this.shape = shapes;
    }
    const known = this.statements.get(sql);
    if (known) return { statement: known, isNew: false };
    const isKept = this.statements.size < MOST_PREPARED;
    const statement = { name: isKept ? `s${this.prepared++}` : '', columns: null };
    if (isKept) this.statements.set(sql, statement);
    return { statement, isNew: true };
  }

  /** Whether it was prepared before it failed is not known: it gets a new name the next time. */
  forget = (sql: string): boolean => this.statements.delete(sql);

  failed(error: unknown): void {
    this.failure ??= error;
    if (isPlanOutlived(error)) shapes++;
  }

  /** The batch has been answered. Whoever waited for it goes on first, and what they ask goes out with what waits. */
  done(): void {
    this.isBusy = false;
    if (this.waiting.length) queueMicrotask(() => this.sendSoon());
  }

  private sendSoon(): void {
    if (this.isBusy || this.isSending) return;
    this.isSending = true;
    process.nextTick(() => {
      this.isSending = false;
      this.isBusy = true;
      const batch = new Batch(this, this.waiting);
      this.waiting = [];
      this.client.query(batch);
    });
  }
}

/** Questions answered one after the other up to one Sync: pg’s `Submittable`, told of each message that arrives. */
class Batch implements pg.Submittable {
  private readonly sent: (Question & { statement: Statement; isNew: boolean })[] = [];
  private at = 0;
  private readonly ended: ((hasFailed: boolean) => void) | undefined;

  constructor(
    private readonly line: Line,
    private readonly questions: Question[],
  ) {
    this.ended = watch?.(questions.length);
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    for (const question of this.questions) {
      const { statement, isNew } = this.line.statement(question.sql);
      const { name } = statement;
      if (isNew) wire.parse({ name, text: question.sql });
      try {
        wire.bind({ statement: name, values: question.params, valueMapper: pgUtils.prepareValue });
      } catch (error) {
        // A value that cannot be written down was not sent.
        question.reject(error);
        continue;
      }
      if (!statement.columns) wire.describe({ type: 'P' });
      wire.execute({});
      this.sent.push(Object.assign(question, { statement, isNew }));
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const question = this.sent[this.at];
    if (!question) return;
    question.statement.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const question = this.sent[this.at];
    if (!question) return;
    const { columns } = question.statement;
    const row: Record<string, unknown> = {};
    columns?.forEach(({ name, read }, i) => {
      const text = fields[i];
      row[name] = text === null || text === undefined ? null : read(text);
    });
    question.rows.push(row as Row);
  }

  handleCommandComplete(): void {
    const question = this.sent[this.at++];
    if (!question) return;
    question.statement.columns ??= [];
    question.resolve(question.rows);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleReadyForQuery(): void {
    this.ended?.(false);
    this.line.done();
  }

  /** What follows a failure was not done either, for the same reason; what was answered before it stands. */
  handleError(error: Error): void {
    for (const { isNew, sql } of this.sent.slice(this.at)) if (isNew) this.line.forget(sql);
    this.ended?.(true);
    this.line.failed(error);
    this.at = this.sent.length;
    for (const question of this.questions) question.reject(error);
    this.line.done();
  }
}
