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
  /** Which rule of the partnership was broken, for RULE_BROKEN. */
  rule?: string | undefined;
  /** For RATE_LIMITED. */
  retryAfterSeconds?: number | undefined;
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
  const { code, fields, conflicts, rule, retryAfterSeconds } = first.extensions as Partial<Refusal>;
  return {
    code: code ?? 'INTERNAL',
    message: first.message,
    fields: fields ?? [],
    conflicts: conflicts ?? [],
    rule,
    retryAfterSeconds,
  };
}

/** What is wrong with each field of the form, by the field's own name. */
export const fieldsOf = ({ fields }: Refusal): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ field, message }) => [field.slice(field.lastIndexOf('.') + 1), message]));
