import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { whyUnavailable } from '../db/unavailable.js';
import { isTokenLimit, withoutSuggestion } from './document-refused.js';
import { type FieldError, fieldsOfCoercion, fieldsOfValidation } from './error-fields.js';

export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'RULE_BROKEN'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** One field that somebody else changed meanwhile: both values, so that nothing typed is lost. */
export interface FieldConflict {
  field: string;
  base: unknown;
  theirs: unknown;
  yours: unknown;
  theirVersion?: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

interface ErrorDetails {
  fields?: readonly FieldError[];
  rule?: string;
  conflicts?: readonly FieldConflict[];
  retryAfterSeconds?: number;
}

/** The one error the product throws on purpose: its message is meant for the person who asked. */
export class AccordError extends Error {
  override readonly name = 'AccordError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }

  get extensions(): Record<string, unknown> {
    return { code: this.code, ...this.details };
  }
}

export function unauthenticated(message = 'Sign in to do this.'): AccordError {
  return new AccordError('UNAUTHENTICATED', message);
}

/** Also for what exists but is not the viewer's to see: the two must not differ in a single letter. */
export function notFound(): AccordError {
  return new AccordError('NOT_FOUND', 'There is no such item.');
}

export function forbidden(message: string): AccordError {
  return new AccordError('FORBIDDEN', message);
}

export function invalidInput(fields: readonly FieldError[]): AccordError {
  return new AccordError('INVALID_INPUT', summarise(fields), { fields });
}

export function conflict(conflicts: readonly FieldConflict[]): AccordError {
  const names = conflicts.map(({ field }) => field).join(', ');
  return new AccordError('CONFLICT', `Somebody else changed this meanwhile: ${names}.`, { conflicts });
}

/** `field`: what would have to be given for it to be kept. */
export function ruleBroken(rule: string, message: string, field?: string): AccordError {
  return new AccordError('RULE_BROKEN', message, { rule, ...(field && { fields: [{ field, message }] }) });
}

export function rateLimited(retryAfterSeconds: number): AccordError {
  const message = `Too many requests: try again in ${retryAfterSeconds} seconds.`;
  return new AccordError('RATE_LIMITED', message, { retryAfterSeconds });
}

/** What is known of an error that nobody foresaw: written to the log, never sent. */
export interface UnforeseenError {
  requestId: string;
  path: string | undefined;
  error: unknown;
}

export interface FormatErrorOptions {
  onUnforeseen: (problem: UnforeseenError) => void;
  requestId?: () => string;
}

export type FormatError = (formatted: GraphQLFormattedError, original: unknown) => GraphQLFormattedError;

/** The only place where an error becomes an answer, for HTTP and for the socket alike. */
export function createFormatError(options: FormatErrorOptions): FormatError {
  return (formatted, original) => {
    const place = placeOf(formatted);
    const known = knownError(formatted, original);
    if (known) return { ...place, ...known };
    const requestId = options.requestId?.() ?? randomUUID();
    const error = rootOf(original);
    options.onUnforeseen({ requestId, path: formatted.path?.join('.'), error });
    const away = whyUnavailable(error);
    if (away) return { ...place, message: away, extensions: { code: 'UNAVAILABLE', requestId } };
    const message = `Something went wrong on our side. Quote ${requestId} when you report it.`;
    return { ...place, message, extensions: { code: 'INTERNAL', requestId } };
  };
}

type Answer = Pick<GraphQLFormattedError, 'message'> & { extensions: Record<string, unknown> };

/** Codes of the protocol itself: set by Apollo or by the document gate, before anything runs. */
const PROTOCOL_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

function knownError(formatted: GraphQLFormattedError, original: unknown): Answer | undefined {
  const root = rootOf(original);
  if (root instanceof AccordError) return { message: root.message, extensions: root.extensions };
  const invalid = fieldsOfValidation(original) ?? fieldsOfValidation(root);
  if (invalid) return invalidAnswer(summarise(invalid), invalid);
  if (cannotBeKept(root)) return invalidAnswer('Some of this holds characters that cannot be kept.');
  const message = withoutSuggestion(formatted.message);
  if (isParserLimit(formatted, root)) return invalidAnswer('The document is too large or nested too deeply.');
  // What goes wrong before a field has been reached is about what was sent, not about our code.
  const coercion = formatted.path && !(root instanceof GraphQLError) ? undefined : fieldsOfCoercion(message);
  if (coercion) return invalidAnswer(message, coercion);
  // Only errors that graphql-js itself raised: what else a resolver throws keeps its words to itself.
  if (!(root instanceof GraphQLError)) return undefined;
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && PROTOCOL_CODES.has(code)) {
    return { message: formatted.message, extensions: { code } };
  }
  if (code === 'INVALID_INPUT' || code === 'BAD_USER_INPUT') {
    return invalidAnswer(message, formatted.extensions?.['fields'] as readonly FieldError[] | undefined);
  }
  return undefined;
}

/** What no text of the database holds: a zero, or half of a character where JSON is kept. */
function cannotBeKept(root: unknown): boolean {
  const { code, message = '' } = (root ?? {}) as { code?: string; message?: string };
  return code === '22021' || code === '22P05' || (code === '22P02' && message.includes('type json'));
}

function isParserLimit(formatted: GraphQLFormattedError, root: unknown): boolean {
  if (formatted.extensions?.['code'] !== 'GRAPHQL_PARSE_FAILED') return false;
  return root instanceof RangeError || isTokenLimit(formatted);
}

function invalidAnswer(message: string, fields?: readonly FieldError[]): Answer {
  return { message, extensions: { code: 'INVALID_INPUT', ...(fields && { fields }) } };
}

/** GraphQL wraps what a resolver threw, sometimes more than once. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

function placeOf({
  locations,
  path,
}: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(locations && { locations }), ...(path && { path }) };
}

function summarise(fields: readonly FieldError[]): string {
  const [first] = fields;
  if (!first) return 'Some of this could not be accepted.';
  return fields.length === 1 ? first.message : `${first.message} (and ${fields.length - 1} more)`;
}
