/** Does something at once and again and again, never twice at a time. What fails is due at the next time. */
export class Every {
  private timer: NodeJS.Timeout | undefined;
  private doing: Promise<void> | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly todo: () => Promise<void>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.turn();
    this.timer = setInterval(() => this.turn(), this.everyMs);
  }

  /** No more from now on; answers when what is being done is done. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.doing;
  }

  private turn(): void {
    this.doing ??= this.todo()
      .catch(this.onTrouble)
      .finally(() => {
        this.doing = null;
      });
  }
}
