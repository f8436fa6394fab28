import { isPlanOutlived } from './line.js';

/** The rights of whoever began this moved before it was done: what was done is worth nothing, but may be done again. */
export class RightsMoved extends Error {
  readonly code = 'RIGHTS_MOVED';
}

/** Deadlock, serialisation failure, lock not available: the same work may succeed in a moment. */
const RETRYABLE = new Set(['40001', '40P01', '55P03', 'RIGHTS_MOVED']);

/** Whether the same work is likely to succeed when it is done once more. */
export const mayPass = (error: unknown): boolean =>
  RETRYABLE.has((error as { code?: string } | null)?.code ?? '') || (error !== null && isPlanOutlived(error));

/** Reads again, once, what failed of what passes. */
export async function onceMore<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!mayPass(error)) throw error;
    return read();
  }
}
