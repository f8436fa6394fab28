import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { defineChange, itemClasses } from '../../platform/changes/change.entity.js';
import { defineChangeReads } from '../../platform/changes/change.reads.js';
import { toldAs } from '../../platform/changes/change.rules.js';
import { cursorSeal } from '../../platform/changes/cursor.js';
import { tellOf } from '../../platform/changes/group.js';
import { CHANGE_COLUMNS, CHANGE_CONTENT, type ChangeRow } from '../../platform/changes/log.js';
import type { Context } from '../../platform/graphql/context.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { connection } from '../../platform/graphql/makers.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { defineReads } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Selection } from '../../platform/reading/selection.js';
import { objectType, shape } from '../../platform/reading/shape.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Comment } from '../actions/comment.entity.js';
import { Update } from '../actions/update.entity.js';
import { Board, Seat } from '../boards/board.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { ExternalDependency } from '../cross-references/external-dependency.entity.js';
import { AccountableBusinessUnit, DelegatedFunction } from '../organisations/abu.entity.js';
import { Membership } from '../organisations/membership.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Mitigation, Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';

const told = [
  Partnership,
  Organisation,
  Person,
  Membership,
  Post,
  Board,
  Seat,
  AccountableBusinessUnit,
  DelegatedFunction,
  Plan,
  Priority,
  Workstream,
  Action,
  Update,
  CrossReference,
  ExternalDependency,
  Risk,
  Mitigation,
  Comment,
] as const;
for (const type of told) {
  itemClasses.push(type);
  tellOf(tableOf(type).type, tableOf(type).name);
}

export const Change = defineChange(
  () => Person,
  () => Organisation,
);
type Change = InstanceType<typeof Change>;
defineChangeReads(
  () => Person,
  () => Organisation,
);
const ChangeConnection = connection(Change);

@ObjectType({ description: 'Somebody who is looking at a plan just now.' })
export class PresentPerson {
  @Field(() => Person, { nullable: true, description: 'Who.' })
  person!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'Of which organisation.' })
  organisation!: Organisation | null;

  @Field(() => ID, { nullable: true, description: 'The action they have open, if you may see it.' })
  itemId!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: string;
}
defineReads('PresentPerson', {
  person: toOne(() => Person, 'personId'),
  organisation: toOne(() => Organisation, 'organisationId'),
});

/** Live fields are answered by the hub (platform/changes), which hands each event in as the root value. */
async function* onlyOverTheSocket(): AsyncGenerator<never> {
  throw invalidInput([
    { field: 'subscription', message: 'Subscribe over the socket at this address (graphql-transport-ws).' },
  ]);
}

@Resolver()
export class ChangeResolver {
  @Subscription(() => Change, {
    subscribe: onlyOverTheSocket,
    description:
      'Every change within a partnership, plan or board that you may see, once, in order. Go on after a break with `after`; when what was missed cannot be replayed you get RESYNC.',
  })
  changes(
    @Root() root: { changes: Change },
    @Arg('within', () => ID, { description: 'A partnership, plan or board.' }) _within: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The last cursor you saw: a `changesCursor`, or that of a change.',
    })
    _after?: string,
  ): Change {
    return root.changes;
  }

  @Subscription(() => [PresentPerson], {
    subscribe: onlyOverTheSocket,
    description:
      'Who is looking at a plan just now, whenever that changes. While you subscribe, you are shown to others as looking.',
  })
  presence(
    @Root() root: { presence: PresentPerson[] },
    @Arg('within', () => ID, { description: 'The plan.' }) _within: string,
    @Arg('at', () => ID, { nullable: true, description: 'The action you have open.' }) _at?: string,
  ): PresentPerson[] {
    return root.presence;
  }

  @Query(() => ChangeConnection, {
    description:
      'What happened to an item and what belongs to it, latest first; or to everything in a plan or a partnership.',
  })
  async history(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('of', () => ID, { description: 'An item, a plan or a partnership.' }) of: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
  ) {
    const reader = await context.reader();
    const place = after ? cursorSeal().open(after) : null;
    if (after && !place)
      throw invalidInput([
        { field: 'after', message: 'This is no cursor of a history: send an `endCursor` it gave you.' },
      ]);
    const { audiences, key } = reader.viewer.position;
    const kinds: Record<string, EntityClass> = Object.fromEntries(
      told.map((type) => [tableOf(type).type, type]),
    );
    const found: ChangeRow[] = [];
    let before = place?.seq ?? Number.MAX_SAFE_INTEGER;
    // Entries that may not be told are passed over, so a page may take several looks.
    for (let more = true; more && found.length <= first; ) {
      const rows = await reader.query<ChangeRow>(HISTORY, [of, Object.keys(kinds), before, first + 1]);
      more = rows.length > first;
      before = rows.at(-1)?.seq ?? 0;
      found.push(...(await tellable(reader, rows, audiences, kinds)));
    }
    const page = found.slice(0, first);
    const selection = Selection.of(info);
    const wanted = new Map(
      selection.fields(objectType('ChangeConnection')).map((field) => [field.name, field.selection]),
    );
    const edge = wanted.get('edges')?.field(objectType('ChangeEdge'), 'node')?.selection;
    const nodes = wanted.get('nodes');
    const both = nodes && edge ? nodes.with(edge) : (nodes ?? edge);
    if (both) await shape(reader, 'Change', page, both);
    const cursors = page.map((row) =>
      cursorSeal().seal({ partnershipId: row.partnershipId, seq: row.seq, positionKey: key }),
    );
    return {
      nodes: page,
      edges: page.map((node, i) => ({ node, cursor: cursors[i] })),
      pageInfo: { hasNextPage: found.length > first, endCursor: cursors.at(-1) ?? null },
      totalCount: page.length,
    };
  }
}

async function tellable(
  reader: Awaited<ReturnType<Context['reader']>>,
  rows: ChangeRow[],
  audiences: ReadonlySet<string>,
  kinds: Record<string, EntityClass>,
) {
  const types = [...new Set(rows.map((row) => row.itemType))];
  const seen = new Set<string>();
  for (const type of types) {
    const entity = kinds[type];
    if (!entity) continue;
    const ids = rows.filter((row) => row.itemType === type).map((row) => row.itemId);
    for (const { id } of await reader.query(
      `select id from ${tableOf(entity).name} where id = any($1::uuid[])`,
      [ids],
    ))
      seen.add(id);
  }
  return rows.flatMap((row) => {
    if (!seen.has(row.itemId)) return [];
    const kind = toldAs({
      kind: row.kind,
      sawBefore: row.audienceBeforeId !== null && audiences.has(row.audienceBeforeId),
      seesAfter: audiences.has(row.audienceId),
      seesNow: true,
    });
    return kind && kind !== 'REMOVED' ? [{ ...row, kind }] : [];
  });
}

// Strain that moved belongs to the live picture, not to what somebody did.
const HISTORY = `
  select ${CHANGE_COLUMNS} ${CHANGE_CONTENT} from changes c
  where (c.item_id = $1 or c.about_id = $1 or c.plan_id = $1 or c.other_plan_id = $1 or c.partnership_id = $1)
    and c.item_type = any($2::text[]) and c.kind <> 'DERIVED' and c.seq < $3
  order by c.seq desc limit $4`;
