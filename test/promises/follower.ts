import { type Live, person } from '../support/app.js';
import type { RoughLine } from '../support/rough-line.js';

export const FOLLOW = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor kind itemId fields { field after } item { __typename ... on Action { id title version } } } }`;

interface Told {
  changes: { cursor: string; kind: string; itemId: string | null };
}

/** A subscriber who is cut off ever again and always goes on from the last cursor it was told, perhaps at another server. */
export class Follower {
  /** In the order in which they came. */
  readonly heard: Told['changes'][] = [];
  connections = 0;
  private live: Live<Told> | undefined;
  private isStopped = false;

  constructor(
    readonly name: string,
    private readonly line: RoughLine,
    private readonly headers: Record<string, string>,
    readonly within: string,
    private after: string,
    /** The server to come to next. */
    private readonly next: () => string,
  ) {}

  async run(): Promise<void> {
    while (!this.isStopped) {
      this.line.towards(this.next());
      const variables = { within: this.within, after: this.after };
      this.live = person(this.line.url, this.headers).subscribe<Told>(FOLLOW, variables);
      this.connections++;
      await this.live.closed;
      this.keep();
    }
  }

  /** Everything heard so far, also on the line that is open now. */
  all(): Told['changes'][] {
    return [...this.heard, ...this.onLine()];
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.live?.stop();
  }

  private keep(): void {
    this.heard.push(...this.onLine());
    this.live = undefined;
    this.after = this.heard.at(-1)?.cursor ?? this.after;
  }

  private onLine(): Told['changes'][] {
    return this.live?.events.map(({ changes }) => changes) ?? [];
  }
}
