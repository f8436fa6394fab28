import type { Exchange, Operation, OperationResult } from 'urql';
import { filter, makeSubject, merge, pipe, tap } from 'wonka';

/** So many changes are kept for an answer that does not come; those before are let go. */
const MOST_KEPT = 500;

interface Change {
  readonly itemId: string | null;
  readonly item?: { readonly version?: number } | null;
}

interface Kept {
  readonly result: OperationResult;
  readonly change: Change;
  /** What was on its way when it was told, and how often. */
  readonly behind: Map<number, number>;
}

const isAsked = ({ kind }: Operation): boolean => kind === 'query' || kind === 'mutation';
const changeIn = ({ operation, data }: OperationResult): Change | undefined =>
  operation.kind === 'subscription' ? (data?.changes ?? undefined) : undefined;

/**
 * An answer that is on its way when a change is told may have been read before it, and the cache takes the answer for the
 * newer of the two: the change would be lost from the page until the next one. So it is written once more after each of
 * these answers, unless something newer of the same item came meanwhile. Nobody is told of it twice.
 *
 * What somebody did is read after it was done, and changes are told in the order in which they were made: of those told
 * before their own, the answer knows already, also in the lists and counts that came along with them.
 */
export const changesLast: Exchange =
  ({ forward }) =>
  (operations) => {
    const { source: onward, next } = makeSubject<OperationResult>();
    const asked = new Map<number, number>();
    const newest = new Map<string, number>();
    let kept: readonly Kept[] = [];

    const letGo = (): void => {
      kept = kept.filter(({ behind }) => behind.size > 0);
      if (kept.length === 0) newest.clear();
    };
    const forget = (key: number): void => {
      asked.delete(key);
      for (const { behind } of kept) behind.delete(key);
      letGo();
    };
    const isNewest = ({ itemId, item }: Change): boolean =>
      itemId === null || (newest.get(itemId) ?? 0) <= (item?.version ?? Number.POSITIVE_INFINITY);

    const send = (operation: Operation): void => {
      const { key, kind } = operation;
      if (kind === 'teardown') forget(key);
      else if (isAsked(operation)) asked.set(key, (asked.get(key) ?? 0) + 1);
    };
    /** Which of what is kept was told while this answer was on its way. */
    const toldBefore = (key: number): Kept[] => {
      once(asked, key);
      const before = kept.filter(({ behind }) => behind.has(key));
      for (const { behind } of before) once(behind, key);
      return before;
    };
    const take = (result: OperationResult): void => {
      const change = changeIn(result);
      if (change && asked.size > 0)
        kept = [...kept.slice(1 - MOST_KEPT), { result, change, behind: new Map(asked) }];
      if (kept.length > 0) noteVersions(result.data, newest);
      // Before it is handed on: whoever asked may then be gone, or ask again.
      const before = isAsked(result.operation) ? toldBefore(result.operation.key) : [];
      const unknown = result.operation.kind === 'mutation' ? sinceDone(before, result.data) : before;
      const again = unknown.filter((one) => isNewest(one.change));
      letGo();
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

/** What came after the change that is somebody's own, and what is newer than their answer by its version. */
function sinceDone(told: readonly Kept[], answer: unknown): readonly Kept[] {
  const done = new Map<string, number>();
  noteVersions(answer, done);
  const ahead = ({ change: { itemId, item } }: Kept): number =>
    (item?.version ?? Number.POSITIVE_INFINITY) - (done.get(itemId ?? '') ?? Number.POSITIVE_INFINITY);
  const own = told.findLastIndex((one) => ahead(one) === 0);
  return told.filter((one, at) => (own >= 0 && at > own) || ahead(one) > 0);
}

/** One of them has come. */
function once(asked: Map<number, number>, key: number): void {
  const left = (asked.get(key) ?? 1) - 1;
  if (left > 0) asked.set(key, left);
  else asked.delete(key);
}

/** The cache writes it; under a key that nobody listens to. */
const asNobodys = ({ operation, ...result }: OperationResult): OperationResult => ({
  ...result,
  operation: { ...operation, key: -1 - Math.abs(operation.key) },
});

/** Of each item in an answer the highest version. */
function noteVersions(value: unknown, newest: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  const { id, version } = value as { id?: unknown; version?: unknown };
  if (typeof id === 'string' && typeof version === 'number')
    newest.set(id, Math.max(version, newest.get(id) ?? 0));
  for (const inner of Object.values(value)) noteVersions(inner, newest);
}
