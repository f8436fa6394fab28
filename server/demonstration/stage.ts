import { createHash } from 'node:crypto';
import { ItemType, OwnershipRole } from '../../schema/vocabulary.js';
import { type Circles, found } from './circles.js';
import type { ActionContent, DemonstrationContent, PlanContent } from './content.types.js';
import type { DemonstrationFile } from './files.js';
import { idOf, type Moment, type NewRow, type Step } from './history.js';
import type {
  ActionKey,
  AudienceContent,
  Day,
  ItemRef,
  OrganisationKey,
  PartyRef,
  PersonKey,
  PlanKey,
} from './keys.types.js';

/** Who puts a plan together, who adopts it for its board, and when: the content tells only the day of adoption. */
export const planStories: Record<
  PlanKey,
  { author: PersonKey; draftedOn: Day; adopter: PersonKey; isPublic: boolean; risksOn: Day }
> = {
  strategy: {
    author: 'wieczorek',
    draftedOn: '2026-02-16',
    adopter: 'penhale',
    isPublic: true,
    risksOn: '2026-06-10',
  },
  improvement: {
    author: 'varga',
    draftedOn: '2026-04-21',
    adopter: 'varga',
    isPublic: false,
    risksOn: '2026-06-11',
  },
};

/** Keeps the partnership’s bodies in order: its administrator. */
export const administrator: PersonKey = 'varga';

const itemTypes: Record<string, ItemType> = {
  plan: ItemType.Plan,
  priority: ItemType.Priority,
  workstream: ItemType.Workstream,
  action: ItemType.Action,
  risk: ItemType.Risk,
  external: ItemType.ExternalDependency,
};

/** An item some part of the story is about, as far as others need to know it. */
export interface StagedItem {
  itemType: ItemType;
  id: string;
  planId: string | null;
  audienceId: string;
}

/** What the story needs beside its content. */
interface Around {
  files: ReadonlyMap<string, DemonstrationFile>;
  origin: string;
}

/** The content with its keys looked up: what every part of the story asks. */
export class Stage {
  readonly actions: ReadonlyMap<string, ActionContent>;
  private readonly plans: ReadonlyMap<string, PlanContent>;

  constructor(
    readonly content: DemonstrationContent,
    readonly circles: Circles,
    private readonly around: Around,
  ) {
    this.actions = new Map(content.actions.map((action) => [action.key, action]));
    this.plans = new Map(content.plans.map((plan) => [plan.key, plan]));
  }

  /** A moment of a day in the office: the same one whenever the story is told, from `first` to `last` o’clock. */
  moment(key: string, day: Day, [first, last]: [number, number], person: PersonKey, steps: Step[]): Moment {
    const chance = createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
    const seconds = Math.floor((first + chance * (last - first)) * 3600);
    return this.momentAt(`${day}T${clock(seconds)}Z`, person, steps);
  }

  momentAt(at: string, person: PersonKey, steps: Step[]): Moment {
    return {
      at,
      actorId: idOf('person', person),
      organisationId: idOf('organisation', this.organisationOf(person)),
      steps,
    };
  }

  organisationOf(person: PersonKey): OrganisationKey {
    return found(this.content.people.find(({ key }) => key === person)).organisation;
  }

  /** What the server is called by, for addresses on paper. */
  get origin(): string {
    return this.around.origin;
  }

  file(key: string): DemonstrationFile {
    return found(this.around.files.get(key));
  }

  plan(key: PlanKey): PlanContent {
    return found(this.plans.get(key));
  }

  planOfAction(action: ActionContent): PlanKey {
    return found(this.content.workstreams.find(({ key }) => key === action.workstream)).plan;
  }

  /** Who sees what hangs under a plan once it is adopted, unless narrowed. */
  audienceOfPlan(key: PlanKey): string {
    return planStories[key].isPublic ? this.circles.everyone : this.circles.partnership;
  }

  audience(plan: PlanKey, narrowed: AudienceContent | undefined): string {
    return narrowed ? this.circles.of(narrowed) : this.audienceOfPlan(plan);
  }

  item(ref: Exclude<ItemRef, `board:${string}`>): StagedItem {
    const [kind = '', key = ''] = split(ref);
    const { plan, audience } = this.placeOf(kind, key);
    return {
      itemType: found(itemTypes[kind]),
      id: idOf(kind, key),
      planId: plan && idOf('plan', plan),
      audienceId: plan ? this.audience(plan, audience) : this.circles.partnership,
    };
  }

  private placeOf(
    kind: string,
    key: string,
  ): { plan: PlanKey | null; audience?: AudienceContent | undefined } {
    if (kind === 'plan') return { plan: key as PlanKey };
    if (kind === 'external') return { plan: null };
    if (kind === 'action') {
      const action = found(this.actions.get(key));
      return { plan: this.planOfAction(action), audience: action.audience };
    }
    const { priorities, workstreams, risks } = this.content;
    const list: { key: string; plan: PlanKey; audience?: AudienceContent | undefined }[] =
      kind === 'priority' ? priorities : kind === 'workstream' ? workstreams : risks;
    return found(list.find((one) => one.key === key));
  }

  /** The one who writes about an action at a day: its reporter then, else before, else the first to come. */
  hand(action: ActionKey, day: Day): PersonKey {
    const reports = this.content.updates.filter((update) => update.action === action);
    const before = reports.filter((update) => update.reportedOn <= day);
    const report = before.at(-1) ?? reports[0];
    if (report) return report.author;
    const { owners, parent } = found(this.actions.get(action));
    if (parent) return this.hand(parent, day);
    const organisation = this.homeOf(owners[0]?.party);
    const person = this.content.people.find((one) => one.organisation === organisation && !one.leftOn);
    return person?.key ?? administrator;
  }

  /** The organisation a party belongs to or acts through. */
  homeOf(party: PartyRef | undefined): OrganisationKey | null {
    if (!party) return null;
    const [kind, key] = split(party);
    if (kind === 'organisation') return key as OrganisationKey;
    if (kind === 'person') return this.organisationOf(key);
    if (kind === 'post') return found(this.content.posts.find((post) => post.key === key)).organisation;
    if (kind === 'abu') return found(this.content.abus.find((abu) => abu.key === key)).host;
    return null;
  }

  /** A row of ownerships: a party answers for an item. */
  ownership(
    item: StagedItem,
    role: OwnershipRole,
    position: number,
    party: PartyRef | null,
    asWritten: string | null,
  ): NewRow {
    const [kind, key = ''] = party ? split(party) : [];
    const home = party && this.homeOf(party);
    const id = (of: string) => (kind === of ? idOf(of, key) : null);
    return {
      id: idOf('ownership', `${item.id}/${role}/${position}`),
      // Who is a person is for the partnership to know, never for the public.
      audienceId:
        kind === 'person' ? this.circles.both(item.audienceId, this.circles.partnership) : item.audienceId,
      planId: item.planId,
      itemType: item.itemType,
      itemId: item.id,
      role,
      organisationId: home && idOf('organisation', home),
      abuId: id('abu'),
      boardId: id('board'),
      postId: id('post'),
      personId: id('person'),
      outsideBody: kind === 'outside' ? key : null,
      asWritten,
      position,
    };
  }
}

export function split(ref: string): [kind: string, key: string] {
  const colon = ref.indexOf(':');
  return [ref.slice(0, colon), ref.slice(colon + 1)];
}

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** Room between neighbours, so that something can be put between them. */
export const positionOf = (index: number): number => (index + 1) * 1024;
