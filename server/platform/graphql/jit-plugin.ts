import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { BoundedMap } from './bounded-map.js';
import type { FormatError } from './errors.js';
import { isJitEligible, variablesInside } from './jit-eligible.js';

export interface JitOptions<Context extends BaseContext> {
  formatError: FormatError;
  /** Runs the query; null when its answer must not be used, so that the ordinary executor asks anew. */
  run?: <T>(context: Context, query: () => Promise<T>) => Promise<T | null>;
  /** How many times an operation runs as usual before it is worth compiling. */
  compileAfter?: number;
}

/** Of so many operations it is known how often they ran; the compiled ones among them hold so many tokens in all. */
const OPERATIONS_KNOWN = 500;
const TOKENS_COMPILED = 100_000;

interface Compiled {
  query: CompiledQuery['query'];
  /** Variables without which it would answer otherwise than it should. */
  mustBeGiven: string[];
}

interface Seen {
  times: number;
  compiled?: Compiled | 'not eligible';
  /** What it counts for among those that are kept. */
  weight: number;
}

/**
 * Runs well-used queries compiled: an answer of thousands of objects takes about a third of the time.
 * Whatever the compiler would do differently is left to the ordinary executor, and so are requests
 * whose variables are refused. Execution hooks of other plugins do not run for compiled queries.
 */
export function jitPlugin<Context extends BaseContext>(
  options: JitOptions<Context>,
): ApolloServerPlugin<Context> {
  const { formatError, run = (_, query) => query(), compileAfter = 2 } = options;
  const seen = new BoundedMap<string, Seen>(OPERATIONS_KNOWN, ({ weight }) => weight);
  return {
    requestDidStart: async () => ({
      responseForOperation: async (request): Promise<GraphQLResponse | null> => {
        const compiled = compiledFor(seen, request, compileAfter);
        if (!compiled) return null;
        const variables = request.request.variables ?? {};
        if (compiled.mustBeGiven.some((name) => variables[name] === undefined)) return null;
        const definitions = request.operation.variableDefinitions ?? [];
        if (getVariableValues(request.schema, definitions, variables, { maxErrors: 1 }).errors) return null;
        const result = await run(request.contextValue, async () =>
          compiled.query(undefined, request.contextValue, variables),
        );
        // Nothing has run when the compiler refuses the variables: the ordinary executor says it better.
        return result && 'data' in result ? answer(result, formatError) : null;
      },
    }),
  };
}

function compiledFor<Context extends BaseContext>(
  seen: BoundedMap<string, Seen>,
  request: GraphQLRequestContextResponseForOperation<Context>,
  compileAfter: number,
): Compiled | undefined {
  const key = `${request.queryHash}:${request.operationName ?? ''}`;
  let entry = seen.get(key);
  if (!entry) {
    entry = { times: 0, weight: 1 };
    seen.set(key, entry);
  }
  if (!entry.compiled && entry.times++ >= compileAfter) {
    entry.compiled = compile(request.schema, request.document, request.operation);
    const tokens = request.document.tokenCount ?? request.source.length / 2;
    if (entry.compiled !== 'not eligible') entry.weight += tokens * (OPERATIONS_KNOWN / TOKENS_COMPILED);
    seen.set(key, entry);
  }
  return entry.compiled === 'not eligible' ? undefined : entry.compiled;
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Compiled | 'not eligible' {
  if (!isJitEligible(schema, document, operation)) return 'not eligible';
  const compiled = compileQuery(schema, document, operation.name?.value, {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) return 'not eligible';
  return { query: compiled.query, mustBeGiven: variablesInside(document) };
}

/** Apollo formats what it executed itself, but takes an answer from a plugin as it is. */
function answer(result: ExecutionResult, formatError: FormatError): GraphQLResponse {
  const { errors, data = null } = result;
  const singleResult = {
    data,
    ...(errors?.length && { errors: errors.map((error) => formatted(error, formatError)) }),
  };
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}

function formatted(error: GraphQLError, formatError: FormatError) {
  return formatError(GraphQLError.prototype.toJSON.call(error), error);
}
