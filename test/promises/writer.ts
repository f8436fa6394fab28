import type { Person } from '../support/app.js';
import { documentOf } from './verbs.js';

/** Somebody who writes all the while, another word each time, so that whoever reads one is known to have read that. */
export class Writer {
  readonly words: { word: string; sentAt: number }[] = [];
  private isOver = false;
  private readonly writing: Promise<void>;

  constructor(
    private readonly person: Person,
    private readonly id: string,
    private version: number,
    private readonly beginning: string,
    /** How it is written, and in which field the words stand. */
    private readonly how: readonly [verb: string, field: string] = ['updateAction', 'title'],
  ) {
    this.writing = this.writeOn();
  }

  /** The words that were begun to be written at this moment or later. */
  wordsSince(moment: number): string[] {
    return this.words.filter(({ sentAt }) => sentAt >= moment).map(({ word }) => word);
  }

  /** The last word: the one that stands. */
  async stop(): Promise<string> {
    this.isOver = true;
    await this.writing;
    return this.words.at(-1)?.word ?? '';
  }

  private async writeOn(): Promise<void> {
    while (!this.isOver) {
      const word = `${this.beginning}${this.words.length}y`;
      this.words.push({ word, sentAt: Date.now() });
      const [verb, field] = this.how;
      const input = { id: this.id, expectedVersion: this.version, [field]: word };
      const answer = await this.person.ok<Record<string, { item: { version: number } }>>(documentOf(verb), {
        input,
      });
      this.version = answer[verb]?.item.version ?? this.version;
    }
  }
}
