import type { Exchange, Operation, OperationResult } from 'urql';
import { filter, makeSubject, merge, pipe, tap } from 'wonka';

/** So much is kept for an answer that does not come; what was before is let go. */
const MOST_KEPT = 500;

interface Change {
  readonly itemId: string | null;
  readonly item?: { readonly version?: number } | null;
}

/** A change that was told, or the answer to what somebody did. */
interface Told {
  readonly result: OperationResult;
  /** Null where it is what somebody did. */
  readonly change: Change | null;
}

interface Kept extends Told {
  /** What was on its way when it came. */
  readonly behind: Set<number>;
}

const isAsked = ({ kind }: Operation): boolean => kind === 'query' || kind === 'mutation';
const changeIn = ({ operation, data }: OperationResult): Change | null =>
  operation.kind === 'subscription' ? (data?.changes ?? null) : null;

/**
 * An answer is as old as its question: what was told or done while it was on its way may be newer, and the cache takes
 * what comes last for the newest. So all that came meanwhile is written once more over it, in the order in which it came;
 * a part of it would be older than what it is written over. Nobody is told of it twice.
 */
export const changesLast: Exchange =
  ({ forward }) =>
  (operations) => {
    const { source: onward, next } = makeSubject<OperationResult>();
    const asked = new Map<number, number>();
    let kept: readonly Kept[] = [];

    const forget = (key: number): void => {
      asked.delete(key);
      for (const { behind } of kept) behind.delete(key);
      kept = kept.filter(({ behind }) => behind.size > 0);
    };
    const send = (operation: Operation): void => {
      const { key, kind } = operation;
      if (kind === 'teardown') forget(key);
      else if (isAsked(operation)) asked.set(key, (asked.get(key) ?? 0) + 1);
    };
    /** What came while this answer was on its way. Of two to one question it is not known which was asked first. */
    const since = (key: number): readonly Kept[] => {
      const meanwhile = kept.filter(({ behind }) => behind.has(key));
      const left = (asked.get(key) ?? 1) - 1;
      if (left > 0) asked.set(key, left);
      else forget(key);
      return meanwhile;
    };
    const take = (result: OperationResult): void => {
      const { operation } = result;
      // Before it is handed on: whoever asked may then be gone, or ask again.
      const again = isAsked(operation) ? unknownTo(result, since(operation.key)) : [];
      const change = changeIn(result);
      const behind = (one: Told): Kept => ({ ...one, behind: new Set(asked.keys()) });
      // What was written over somebody’s own change stays over it, wherever that is written again.
      if ((change || operation.kind === 'mutation') && asked.size > 0)
        kept = [...kept, ...[{ result, change }, ...again].map(behind)].slice(-MOST_KEPT);
      next(result);
      for (const one of again) next(asNobodys(one.result));
    };
    const answers = pipe(
      operations,
      tap(send),
      forward,
      tap(take),
      filter(() => false),
    );
    return merge([onward, answers]);
  };

/**
 * What an answer does not know of. Each line tells changes in the order in which they were made, so an answer that holds
 * an item as a change left it, or as it was later, knows of all that this line told before.
 */
function unknownTo(answer: OperationResult, meanwhile: readonly Kept[]): readonly Kept[] {
  if (meanwhile.length === 0) return meanwhile;
  const versions = versionsIn(answer.data);
  const known = new Map<number, number>();
  const ahead = new Map<number, number>();
  for (const [at, { change, result }] of meanwhile.entries()) {
    const answered = versions.get(change?.itemId ?? '');
    const told = change?.item === null ? Number.POSITIVE_INFINITY : change?.item?.version;
    if (answered === undefined || told === undefined) continue;
    const { key: line } = result.operation;
    if (told <= answered) known.set(line, at);
    else if (!ahead.has(line)) ahead.set(line, at);
  }
  if (answer.operation.kind === 'query') {
    const lastKnown = Math.max(-1, ...known.values());
    return meanwhile.filter(
      ({ change, result }, at) => at > (change ? (known.get(result.operation.key) ?? -1) : lastKnown),
    );
  }
  // What somebody did is read once it is done: what was told before their own change it knows. As that was told, it is the newer.
  return meanwhile.filter(({ change, result: { operation } }, at) => {
    const from = known.get(operation.key) ?? ahead.get(operation.key) ?? meanwhile.length;
    return change !== null && at >= from;
  });
}

/** The cache writes it; under a key that nobody listens to. */
const asNobodys = ({ operation, ...result }: OperationResult): OperationResult => ({
  ...result,
  operation: { ...operation, key: -1 - Math.abs(operation.key) },
});

/** Of each item in an answer the highest version. */
function versionsIn(value: unknown, found = new Map<string, number>()): ReadonlyMap<string, number> {
  if (typeof value !== 'object' || value === null) return found;
  const { id, version } = value as { id?: unknown; version?: unknown };
  if (typeof id === 'string' && typeof version === 'number')
    found.set(id, Math.max(version, found.get(id) ?? 0));
  for (const inner of Object.values(value)) versionsIn(inner, found);
  return found;
}
