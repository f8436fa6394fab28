/** So many at once, so many in line behind them: a crowd of heavy requests must not become a crowd of processes. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
    /** What is thrown to those the line is too long for. */
    private readonly busy: () => Error,
  ) {}

  /** Does the work when its turn comes. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.come();
    try {
      return await work();
    } finally {
      // The turn passes to the next in line, or is free again.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async come(): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.mostWaiting) throw this.busy();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
