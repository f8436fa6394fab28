import { type Live, type Person, person } from '../support/app.js';
import type { World } from '../support/world.js';

const READ = `query ($id: ID!, $action: ID!) { plan(id: $id) { title workstreams { title } } action(id: $action) { title status } }`;
const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { version } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { itemId item { ... on Action { id version } } } }`;

/** In milliseconds; the slowest but for one in twenty. */
interface Wait {
  median: number;
  slowest: number;
}

export interface Waits {
  answered: Wait;
  told: Wait;
}

/** Somebody who reads, writes and is told as on any day, and notes how long each takes. */
export class Bystander {
  private answers: number[] = [];
  private tellings: number[] = [];
  private isOver = false;
  private working: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly who: Person,
    private readonly live: Live<{ changes: { item: { version: number } | null } }>,
    private readonly planId: string,
    private readonly actionId: string,
  ) {}

  static async at(url: string, world: World, planId: string, actionId: string): Promise<Bystander> {
    const who = person(url, world.northEditor.headers);
    const one = new Bystander(who, who.subscribe(CHANGES, { within: planId }), planId, actionId);
    await one.live.ready;
    one.working = Promise.all([one.read(), one.write()]);
    return one;
  }

  /** How long it took to be answered, and to be told of a change, while something went on. */
  async while(work: () => Promise<unknown>): Promise<Waits> {
    [this.answers, this.tellings] = [[], []];
    await work();
    return { answered: waitOf(this.answers), told: waitOf(this.tellings) };
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.working;
    await this.live.stop();
  }

  private async read(): Promise<void> {
    while (!this.isOver) {
      const began = performance.now();
      await this.who.ok(READ, { id: this.planId, action: this.actionId });
      this.answers.push(performance.now() - began);
      await pause(20);
    }
  }

  private async write(): Promise<void> {
    for (let version = 1; !this.isOver; version++) {
      const began = performance.now();
      const status = version % 2 ? 'AMBER' : 'GREEN';
      await this.who.ok(RATE, { input: { id: this.actionId, expectedVersion: version, status } });
      await this.live.until(({ changes }) => changes.item?.version === version + 1, 30_000);
      this.tellings.push(performance.now() - began);
      await pause(50);
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function waitOf(times: readonly number[]): Wait {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { median: at(0.5), slowest: at(0.95) };
}
