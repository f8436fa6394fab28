import type { Live, Person } from '../support/app.js';

/** What a subscribed client holds of one plan: a picture taken once, and every event since applied to it. */

const ACTION = 'id title status version isRestricted archivedAt';
const REFERENCE = 'id kind answer: status version archivedAt strain { level }';
const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor kind itemType itemId item { __typename ... on Action { ${ACTION} } ... on CrossReference { ${REFERENCE} } } } }`;
const PICTURE = `query ($within: ID!) { plan(id: $within) { changesCursor }
  actions(within: $within, first: 200) { nodes { __typename ${ACTION} } }
  crossReferences(within: $within, first: 100) { nodes { __typename ${REFERENCE} } } }`;

interface Item {
  __typename: string;
  id: string;
  title?: string;
  archivedAt: string | null;
}

interface Told {
  changes: {
    cursor: string;
    kind: string;
    itemType: string | null;
    itemId: string | null;
    item: Item | null;
  };
}

interface Picture {
  plan: { changesCursor: string };
  actions: { nodes: Item[] };
  crossReferences: { nodes: Item[] };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class Mirror {
  private items = new Map<string, Item>();
  private cursor = '';
  private live: Live<Told> | undefined;
  private read = 0;
  private isClosed = false;
  resyncs = 0;

  constructor(
    private person: Person,
    private readonly planId: string,
  ) {}

  get isConnected(): boolean {
    return this.live !== undefined && !this.isClosed;
  }

  /** Begins, or goes on where it left off: perhaps at another process. */
  async connect(person = this.person): Promise<void> {
    this.person = person;
    if (!this.cursor) await this.takePicture();
    const live = person.subscribe<Told>(CHANGES, { within: this.planId, after: this.cursor });
    this.live = live;
    this.read = 0;
    this.isClosed = false;
    void live.closed.then(() => {
      if (this.live === live) this.isClosed = true;
    });
  }

  /** As when the line is cut: what arrived is kept, the rest has to come again. */
  async cut(): Promise<void> {
    await this.apply();
    const { live } = this;
    this.live = undefined;
    await live?.stop();
  }

  /** Waits until an action’s title has come, and with it everything that happened before. */
  async caughtUp(actionId: string, title: string): Promise<void> {
    const end = Date.now() + 10_000;
    for (;;) {
      await this.apply();
      if (this.items.get(actionId)?.title === title) return;
      if (this.isClosed) {
        await this.cut();
        await this.connect();
      }
      if (Date.now() > end)
        throw new Error(`“${title}” has not come: ${JSON.stringify(this.live?.events.slice(-3))}`);
      await pause(2);
    }
  }

  held(): string {
    return canonical(this.items.values());
  }

  async fresh(): Promise<string> {
    const picture = await this.ask();
    return canonical([...picture.actions.nodes, ...picture.crossReferences.nodes]);
  }

  private async apply(): Promise<void> {
    const events = this.live?.events ?? [];
    while (this.read < events.length) {
      const change = events[this.read++]?.changes;
      if (!change) continue;
      this.cursor = change.cursor;
      if (change.kind === 'RESYNC') {
        this.resyncs++;
        await this.takePicture();
      } else if (change.itemId && (change.item === null || change.item.archivedAt))
        this.items.delete(change.itemId);
      else if (change.item?.__typename === 'Action' || change.item?.__typename === 'CrossReference')
        this.items.set(change.item.id, change.item);
    }
  }

  private async takePicture(): Promise<void> {
    const picture = await this.ask();
    this.items = new Map(
      [...picture.actions.nodes, ...picture.crossReferences.nodes].map((item) => [item.id, item]),
    );
    this.cursor = picture.plan.changesCursor;
  }

  private ask(): Promise<Picture> {
    return this.person.ok<Picture>(PICTURE, { within: this.planId });
  }
}

function canonical(items: Iterable<Item>): string {
  return [...items]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))))
    .join('\n');
}
