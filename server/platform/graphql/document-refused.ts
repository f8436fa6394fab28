import { GraphQLError } from 'graphql';

/** Refused before execution. `errors` holds every reason, the first of which is this error itself. */
export class DocumentRefused extends GraphQLError {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    const [first] = errors;
    super(first?.message ?? 'The document was refused.', {
      nodes: first?.nodes ?? null,
      source: first?.source ?? null,
      positions: first?.positions ?? null,
      extensions: { ...first?.extensions, http: { status: 400 } },
    });
    this.errors = [this, ...errors.slice(1)];
  }
}

export function refusedByLimit(
  message: string,
  fields?: { field: string; message: string }[],
): DocumentRefused {
  return new DocumentRefused([
    new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', ...(fields && { fields }) } }),
  ]);
}

/** Suggestions name parts of the schema: only for those who may read it anyway. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}

export function validationError(error: GraphQLError, mayIntrospect: boolean): GraphQLError {
  return withCode(
    error,
    'GRAPHQL_VALIDATION_FAILED',
    mayIntrospect ? error.message : withoutSuggestion(error.message),
  );
}

export function withCode(error: GraphQLError, code: string, message = error.message): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
}

/** Worded so by graphql-js, its slip included. */
export function isTokenLimit(error: { message: string }): boolean {
  return /Document contains more tha[tn] \d+ tokens/.test(error.message);
}
