import type { Exchange, Operation, OperationResult } from 'urql';
import { map, pipe, tap } from 'wonka';

/**
 * An answer that a change has overtaken is asked for again, and what the cache makes of it until then is nothing: neither
 * that there is nothing, nor an error. What was there before stays meanwhile; where there was none, none has come yet.
 */
export const shownStays: Exchange =
  ({ forward }) =>
  (operations) => {
    const shown = new Map<number, unknown>();
    const leaving = new Set<number>();
    const note = ({ kind, key }: Operation): void => {
      if (kind === 'query') leaving.delete(key);
      if (kind !== 'teardown') return;
      leaving.add(key);
      // A page that puts its question anew lets go of it first, in the same turn.
      queueMicrotask(() => {
        if (leaving.delete(key)) shown.delete(key);
      });
    };
    const keep = (result: OperationResult): OperationResult => {
      const { operation, data, error } = result;
      if (operation.kind !== 'query') return result;
      if (!data && !error) return { ...result, data: shown.get(operation.key) };
      shown.set(operation.key, data);
      return result;
    };
    return pipe(operations, tap(note), forward, map(keep));
  };
