import { uuidv7 } from 'uuidv7';
import type { Reader } from '../../platform/reading/reader.js';
import { type Reading, readAction, readRisk, readWorkstream } from './desired.rules.js';
import { Identity } from './identity.rules.js';
import {
  type Desired,
  type DesiredReference,
  type Existing,
  type FoundReference,
  type FoundTiming,
  type ImportContent,
  type KeptField,
  type Named,
} from './import-content.js';
import { existingItems } from './import-state.js';
import { type Merged, mergeItem } from './merge.rules.js';
import type { Names } from './names.js';
import { leavePlaced, placedRowsOf, placedTargets } from './placed-rows.js';
import { References } from './reference-plan.js';
import { targetsOf } from './reference-targets.js';
import { monthNamed, shorten } from './wording.rules.js';

/** Where a file goes: a plan that stands, or one as it will be. */
export interface Destination {
  planId: string;
  partnershipId: string;
  yearOneStartsOn: string;
  endsOn: string;
  exists: boolean;
}

export interface PlannedItem {
  id: string;
  desired: Desired;
  merged: Merged;
  /** Columns that say what it hangs under. */
  place: Record<string, unknown>;
}

/** All that applying a file would do, with nothing done yet. */
export interface ImportPlan {
  items: PlannedItem[];
  references: FoundReference[];
  timings: FoundTiming[];
  notes: string[];
  /** Rows that say what stands in the plan from another one. */
  kept: KeptField[];
  missing: Named[];
}

export interface PlanAsk {
  content: Pick<ImportContent, 'parsed'>;
  fileName: string;
  destination: Destination;
  names: Names;
  leadOrganisationId: string | null;
  /** Applying holds what it compares with until the end. */
  lock: boolean;
}

export async function planImport(reader: Reader, ask: PlanAsk): Promise<ImportPlan> {
  const { destination } = ask;
  const placed = destination.exists ? await placedRowsOf(reader, destination.planId) : [];
  const file = leavePlaced(await readFile(ask, reader.today), placed);
  const existing = destination.exists ? await existingItems(reader, destination.planId, ask.lock) : [];
  const identity = new Identity(existing);
  const items = await place(file.items, identity);
  const ids = new Map(items.map(({ desired, id }) => [`${desired.type} ${desired.key}`, id]));
  const references = new References(
    destination.planId,
    [...(await targetsOf(reader, destination, items, existing)), ...placedTargets(placed)],
    (type, key) => ids.get(`${type} ${key}`) ?? null,
  );
  const found = references.read(file.references);
  items.push(
    ...(await place(
      found.map(({ item }) => item),
      identity,
    )),
  );
  const notes = [...ask.content.parsed.notes, ...file.notes];
  return {
    items,
    references: found.map(({ told }) => told),
    timings: file.timings,
    notes,
    kept: file.kept,
    missing: missingFrom(ask, items, existing),
  };
}

interface FileRead {
  items: Desired[];
  references: DesiredReference[];
  timings: FoundTiming[];
  notes: string[];
}

async function readFile(
  { content: { parsed }, fileName, destination, names, leadOrganisationId }: PlanAsk,
  today: string,
): Promise<FileRead> {
  const notes = new Set<string>();
  const timings = new Map<string, FoundTiming>();
  const reading: Reading = {
    calendar: { yearOneStart: destination.yearOneStartsOn, periodEnd: destination.endsOn },
    period: monthNamed(fileName, parsed.title) ?? `${today.slice(0, 7)}-01`,
    ownersIn: (text) => names.ownersIn(text),
    reporterIn: (text) => names.look(text),
    leadOrganisationId,
    note: (text) => void notes.add(text),
    timed: (timing) => {
      const known = timings.get(timing.asWritten);
      if (known) known.rows += 1;
      else
        timings.set(timing.asWritten, { timing, rows: 1, isFlagged: timing.precision === 'NOT_UNDERSTOOD' });
    },
  };
  const items: Desired[] = [];
  const references: DesiredReference[] = [];
  for (const workstream of parsed.workstreams) {
    const readers = [
      () => readWorkstream(workstream, reading),
      ...workstream.actions.map((action) => () => readAction(action, workstream, reading)),
      ...workstream.risks.map((risk) => () => readRisk(risk, workstream, reading)),
    ];
    await forEachInTurn(readers, (read) => {
      const found = read();
      items.push(...found.items);
      references.push(...found.references);
    });
  }
  return { items, references, timings: [...timings.values()], notes: [...notes] };
}

/** Gives each item its identity and its place, parents first, and works out what the file changes of it. */
async function place(desired: readonly Desired[], identity: Identity): Promise<PlannedItem[]> {
  const ids = new Map<string, string>();
  const items: PlannedItem[] = [];
  await forEachInTurn(parentsFirst(desired), (one) => {
    const hangs = placeOf(one, ids);
    const existing = identity.find(one, hangs);
    const id = existing?.id ?? uuidv7();
    if (!ids.has(`${one.type} ${one.key}`)) ids.set(`${one.type} ${one.key}`, id);
    const values = one.type === 'Action' ? { ...one.values, parentId: hangs['parentId'] } : one.values;
    items.push({ id, desired: one, merged: mergeItem(one, values, existing), place: hangs });
  });
  return items;
}

function placeOf(
  { type, workstreamKey, parentKey }: Desired,
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const id = (of: string, key: string | null) => (key === null ? null : (ids.get(`${of} ${key}`) ?? null));
  if (type === 'Action')
    return { workstreamId: id('Workstream', workstreamKey), parentId: id('Action', parentKey) };
  if (type === 'Risk') return { workstreamId: id('Workstream', workstreamKey) };
  if (type === 'Mitigation') return { riskId: id('Risk', parentKey) };
  return type === 'Update' ? { actionId: id('Action', parentKey) } : {};
}

/** A parent may stand below its child in a file. */
function parentsFirst(desired: readonly Desired[]): Desired[] {
  const byKey = new Map(desired.map((one) => [`${one.type} ${one.key}`, one]));
  const ordered = new Set<Desired>();
  const visit = (one: Desired): void => {
    const above: Desired[] = [];
    for (
      let at: Desired | undefined = one;
      at && !ordered.has(at) && !above.includes(at);
      at = parentOf(at, byKey)
    )
      above.push(at);
    for (const next of above.reverse()) ordered.add(next);
  };
  for (const one of desired) visit(one);
  return [...ordered];
}

function parentOf({ type, parentKey }: Desired, byKey: ReadonlyMap<string, Desired>): Desired | undefined {
  if (parentKey === null) return undefined;
  return byKey.get(`${type === 'Mitigation' ? 'Risk' : 'Action'} ${parentKey}`);
}

/** What an earlier file brought into these workstreams and this one has no more: told, never put away. */
function missingFrom(
  { content: { parsed } }: PlanAsk,
  items: readonly PlannedItem[],
  existing: readonly Existing[],
): Named[] {
  const here = new Set(items.map(({ id }) => id));
  const workstreams = new Set(parsed.workstreams.map(({ key }) => key));
  return existing.flatMap(({ id, type, key, isUndone, values }) => {
    const isOurs =
      key !== null &&
      !isUndone &&
      values['archivedAt'] === null &&
      ['Action', 'Risk'].includes(type) &&
      workstreams.has(key.split('/')[0] ?? '');
    if (!isOurs || here.has(id)) return [];
    return [
      {
        itemId: id,
        label: shorten([values['reference'], values['title'] ?? values['event']].filter(Boolean).join(' ')),
      },
    ];
  });
}

/** Lets others have their turn between: a large plan must not hold up the whole server. */
async function forEachInTurn<T>(values: Iterable<T>, visit: (value: T) => void): Promise<void> {
  let since = performance.now();
  for (const value of values) {
    visit(value);
    if (performance.now() - since < 20) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
