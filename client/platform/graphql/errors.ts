import type { CombinedError } from 'urql';

export interface FieldConflict {
  field: string;
  base: unknown;
  theirs: unknown;
  yours: unknown;
  theirVersion?: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

/** What the server said no with, in the shape its codes promise. */
export interface Refusal {
  code: string;
  message: string;
  fields: { field: string; message: string }[];
  conflicts: FieldConflict[];
}

const unreachable: Refusal = {
  code: 'UNREACHABLE',
  message: 'The server cannot be reached just now. Nothing you typed is lost.',
  fields: [],
  conflicts: [],
};

/** One refusal out of urql’s error: the first the server gave, or that it could not be reached. */
export function refusalOf(error: CombinedError | undefined): Refusal | null {
  if (!error) return null;
  const first = error.graphQLErrors[0];
  if (!first) return unreachable;
  const { code, fields, conflicts } = first.extensions as Partial<Refusal>;
  return {
    code: code ?? 'INTERNAL',
    message: first.message,
    fields: fields ?? [],
    conflicts: conflicts ?? [],
  };
}
