import type { Live, Person } from '../support/app.js';

/** Where somebody looks: a plan in its partnership, one action in it, and another that leans on it. */
export interface Place {
  partnershipId: string;
  planId: string;
  itemId: string;
  besideId: string;
  /** What every word begins with that is looked out for. */
  word: string;
}

interface Event {
  changes?: {
    kind: string;
    itemId: string | null;
    item: object | null;
    actor: object | null;
    fields: object[];
  };
  presence?: object[];
}

const ITEM = `item { __typename ... on Action { id title } ... on Workstream { title } ... on Risk { event }
  ... on CrossReference { from { ... on Action { title } } to { ... on Action { title } } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { cursor kind itemType itemId aboutId
  actor { name } organisation { name } fields { field before after } ${ITEM} } }`;
export const PRESENCE = `subscription ($within: ID!, $at: ID) { presence(within: $within, at: $at) { person { name } itemId } }`;

/** All the ways in which an action, its words and its number can be asked for. */
const ASK = `query ($within: ID!, $of: ID!, $id: ID!, $beside: ID!, $word: String!) {
  plan(id: $within) { title summary { total } risks { event } workstreams { title actions { id title children { id title } } } }
  action(id: $id) { title version viewerCan { update } updates { narrative } comments { text } crossReferences { note } }
  found: actions(within: $of, first: 20, filter: {text: $word}) { totalCount nodes { title } }
  all: actions(within: $within, first: 20) { totalCount nodes { id title } }
  risks(within: $within, first: 20) { totalCount nodes { event } }
  crossReferences(within: $within, first: 20) { totalCount nodes { from { ... on Action { title } } to { ... on Action { title } } } }
  interdependencies(within: $within) { nodes { item { ... on Workstream { title } } } }
  history(of: $of, first: 20) { nodes { itemId fields { before after } } }
  beside: action(id: $beside) { crossReferenceCounts { incoming outgoing } crossReferences { from { ... on Action { title } } } }
  suggestCrossReferences(at: $beside, text: "Z99") { item { ... on Action { title } } }
}`;

/** Somebody who looks all the while: at live changes of a plan and its partnership, as present, and by asking again and again. */
export class Onlooker {
  readonly answers: { sentAt: number; text: string }[] = [];
  /** With what code each socket was closed, and when. */
  readonly closings: { code: number; at: number }[] = [];
  private isOver = false;
  private asking: Promise<void> = Promise.resolve();

  private constructor(
    readonly person: Person,
    private readonly place: Place,
    readonly lives: readonly Live<Event>[],
  ) {
    for (const { closed } of lives)
      void closed.then(({ code }) => this.closings.push({ code, at: Date.now() }));
  }

  static async begin(person: Person, place: Place): Promise<Onlooker> {
    const { planId, partnershipId, itemId } = place;
    const lives = [
      person.subscribe<Event>(CHANGES, { within: planId }),
      person.subscribe<Event>(CHANGES, { within: partnershipId }),
      person.subscribe<Event>(PRESENCE, { within: planId, at: itemId }),
    ];
    const onlooker = new Onlooker(person, place, lives);
    await Promise.all(lives.map(({ ready }) => ready));
    await lives[2]?.until(() => true);
    onlooker.asking = onlooker.askOn();
    return onlooker;
  }

  /** One more answer, whole. */
  async ask(): Promise<string> {
    const sentAt = Date.now();
    const { partnershipId, planId, itemId, besideId, word } = this.place;
    const variables = { within: planId, of: partnershipId, id: itemId, beside: besideId, word };
    const text = JSON.stringify(await this.person.query(ASK, variables));
    this.answers.push({ sentAt, text });
    return text;
  }

  /** Who was said to be there, and where, each time that was said. */
  get presences(): Event[] {
    return this.lives[2]?.events ?? [];
  }

  /** Everything the sockets brought so far. */
  get events(): Event[] {
    return this.lives.flatMap(({ events }) => events);
  }

  /** Everything that was ever heard, in one text. */
  get heard(): string {
    return [...this.answers.map(({ text }) => text), JSON.stringify(this.events)].join('\n');
  }

  /** What changes of an item each of the two subscriptions was told. */
  toldOf(itemId: string): NonNullable<Event['changes']>[][] {
    return this.lives
      .slice(0, 2)
      .map(({ events }) => events.flatMap(({ changes }) => (changes?.itemId === itemId ? [changes] : [])));
  }

  /** A socket opened now: why it is refused, or what it brings first. */
  async tryAnew(): Promise<string> {
    const live = this.person.subscribe<Event>(CHANGES, { within: this.place.planId });
    const closed = live.closed.then(({ code }) => `closed with ${code}`);
    const refused = live
      .until(() => true, 3_000)
      .then(
        (event) => `let in: ${JSON.stringify(event)}`,
        (error: Error) => error.message,
      );
    const outcome = await Promise.race([closed, refused]);
    await live.stop();
    return outcome;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.asking;
    await Promise.all(this.lives.map((live) => live.stop()));
  }

  private async askOn(): Promise<void> {
    while (!this.isOver) await this.ask();
  }
}
