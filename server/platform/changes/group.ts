import { type DocumentNode, execute, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { ChangeKind } from '../../../schema/vocabulary.js';
import { invalidInput } from '../graphql/errors.js';
import type { Position } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import type { Selection } from '../reading/selection.js';
import { objectType, shape } from '../reading/shape.js';
import { weightOf } from '../reading/size.js';
import { toldAs } from './change.rules.js';
import { cursorSeal } from './cursor.js';
import { type ChangeRow, isWithin } from './log.js';
import { selectionOf } from './operation.js';
import type { Parcel } from './parcel.js';

/** What one change may tell: it is worked out for each who asks for something else, over and over. */
const MOST_OBJECTS = 5_000;

/** One subscriber: where what it is told goes. */
export interface Subscriber {
  /** Ends the operation: what it asks for is too much. */
  refuse(error: Error): void;
  /** As it is by now: who keeps a position may come to see more in it. */
  readonly position: Position;
  readonly isGone: boolean;
  send(parcel: Parcel): void;
  /** Waits for a reader that is behind, or until it has gone. */
  hasRoom(): Promise<void>;
}

/** What subscribers have in common who are told the same: an operation with its variables, a scope, a position. */
export interface Telling {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  partnershipId: string;
  within: string;
}

/** An entry with the item it is about, where that was asked for: null when it cannot be seen. */
type Told = ChangeRow & { item?: unknown };

/** Subscribers who get the same frames. A change is read and serialised once for all of them. */
export class Group {
  readonly subscribers = new Set<Subscriber>();
  private readonly selection: Selection;
  private readonly asksForItems: boolean;

  constructor(
    readonly key: string,
    readonly telling: Telling,
    public position: Position,
    private readonly schema: GraphQLSchema,
  ) {
    this.selection = selectionOf(schema, telling.document, telling.operation, telling.variables);
    this.asksForItems = this.selection.field(objectType('Change'), 'item') !== undefined;
  }

  /** Those of the changes that this group is told, as frames in order. The reader must be of the group’s position. */
  async frames(reader: Reader, changes: readonly ChangeRow[]): Promise<string[]> {
    const sees = (id: string | null) => id !== null && this.position.audiences.has(id);
    const mine = changes
      .filter(
        (change) =>
          isWithin(change, this.telling.within) && (sees(change.audienceId) || sees(change.audienceBeforeId)),
      )
      // Shaped anew for each group: what was attached for another must not show here.
      .map((change) => ({ ...change }));
    if (mine.length === 0) return [];
    // Whoever asks for the items themselves learns by that which of them can be seen.
    const [visible] = await Promise.all([
      this.asksForItems ? null : visibleNow(reader, mine),
      shape(reader, 'Change', mine, this.selection),
    ]);
    if (mine.some((change) => weightOf(change) > MOST_OBJECTS))
      throw invalidInput([{ field: 'query', message: `A change may hold ${MOST_OBJECTS} objects at most.` }]);
    const frames: string[] = [];
    for (const change of mine) {
      const kind = toldAs({
        kind: change.kind,
        sawBefore: sees(change.audienceBeforeId),
        seesAfter: sees(change.audienceId),
        seesNow: visible ? visible.has(change.itemId) : (change as Told).item !== null,
      });
      if (!kind) continue;
      const isGone = kind === ChangeKind.REMOVED;
      const told = {
        ...change,
        kind,
        ...(isGone ? { item: null, actor: null, organisation: null, fields: [] } : {}),
      };
      frames.push(await this.frame(told));
    }
    return frames;
  }

  /** Tells to ask anew for everything: what was missed cannot be replayed. */
  resync(seq: number, at: string): Promise<string> {
    const { partnershipId } = this.telling;
    const cursor = cursorSeal().seal({ partnershipId, seq, positionKey: this.position.key });
    return this.frame({
      cursor,
      at,
      kind: ChangeKind.RESYNC,
      itemType: null,
      itemId: null,
      aboutId: null,
      item: null,
      actor: null,
      organisation: null,
      fields: [],
    });
  }

  private async frame(change: object): Promise<string> {
    const { document, operation, variables } = this.telling;
    const result = await execute({
      schema: this.schema,
      document,
      rootValue: { changes: change },
      variableValues: variables,
      operationName: operation.name?.value ?? null,
    });
    return JSON.stringify(result);
  }
}

/** Which of the items can be seen now, whatever the operation asks of them. */
async function visibleNow(reader: Reader, changes: readonly ChangeRow[]): Promise<Set<string>> {
  const byTable = new Map<string, string[]>();
  for (const { itemType, itemId } of changes) {
    const table = tableNamed(itemType);
    if (table) byTable.set(table, [...(byTable.get(table) ?? []), itemId]);
  }
  const found = await Promise.all(
    [...byTable].map(([table, ids]) =>
      reader.query<{ id: string }>(`select id from ${table} where id = any($1::uuid[])`, [ids]),
    ),
  );
  return new Set(found.flat().map((row) => row.id));
}

const tablesByType = new Map<string, string>();

/** Only types that are told have a table here: the others have no `item` a subscriber could be given. */
export function tellOf(type: string, table: string): void {
  tablesByType.set(type, table);
}

export const tableNamed = (type: string): string | undefined => tablesByType.get(type);
