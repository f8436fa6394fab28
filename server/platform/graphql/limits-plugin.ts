import type {
  ApolloServerOptions,
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContext,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { DocumentRefused, refusedByLimit } from './document-refused.js';
import { DEFAULT_LIMITS, type Limits } from './limit-values.js';
import { type CheckedDocument, checkParsed, knownDocument, parseOptions } from './limits.js';

export interface DocumentGateOptions<Context extends BaseContext> {
  schema: GraphQLSchema;
  limits?: Limits;
  mayIntrospect: (context: Context) => boolean;
  /** Told the cost of every operation let through, before it runs: an allowance may refuse it by throwing. */
  onCost?: (context: Context, cost: number) => void | Promise<void>;
  formatError: (formatted: GraphQLFormattedError, original: unknown) => GraphQLFormattedError;
}

type DocumentGate<Context extends BaseContext> = Required<
  Pick<
    ApolloServerOptions<Context>,
    'plugins' | 'documentStore' | 'parseOptions' | 'dangerouslyDisableValidation'
  >
>;

/**
 * What Apollo needs so that `checkDocument` alone decides about documents. Its own validation is off
 * because the gate validates, after the cheap refusals and once a document; the options belong
 * together, hence one function. A document that passed comes back from the store without being parsed.
 */
export function documentGate<Context extends BaseContext>(
  options: DocumentGateOptions<Context>,
): DocumentGate<Context> {
  return {
    plugins: [gatePlugin(options)],
    documentStore: documentStore(options.schema),
    parseOptions: parseOptions(options.limits ?? DEFAULT_LIMITS),
    dangerouslyDisableValidation: true,
  };
}

function documentStore(
  schema: GraphQLSchema,
): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  return {
    // The key is a hash of the schema, a colon, and the hash of the text.
    get: async (key) => knownDocument(schema, key.slice(key.lastIndexOf(':') + 1)),
    // Kept by the gate, and only once it has passed.
    set: async () => undefined,
    delete: async () => undefined,
  };
}

function gatePlugin<Context extends BaseContext>(
  options: DocumentGateOptions<Context>,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async (): Promise<GraphQLRequestListener<Context>> => {
      let cost: number | undefined;
      let otherErrors: readonly GraphQLError[] = [];
      return {
        async didResolveOperation(requestContext) {
          try {
            const checked = check(options, requestContext);
            cost = checked.cost;
            if (checked.operation.operation === 'subscription')
              throw refusedByLimit('Live operations go over the socket at this address, not over HTTP.');
            // Not the one that was sent, when what it asks about the schema is hidden from this viewer.
            Object.assign(requestContext, { document: checked.document, operation: checked.operation });
          } catch (error) {
            // The hook can report one error: the others join it in the answer.
            if (error instanceof DocumentRefused) otherErrors = error.errors.slice(1);
            throw error;
          }
          await options.onCost?.(requestContext.contextValue, cost);
        },
        async willSendResponse(requestContext) {
          const { body } = requestContext.response;
          if (body.kind !== 'single') return;
          const { singleResult } = body;
          if (cost !== undefined) singleResult.extensions = { ...singleResult.extensions, cost };
          if (otherErrors.length > 0) {
            const others = otherErrors.map((error) => options.formatError(error.toJSON(), error));
            singleResult.errors = [...(singleResult.errors ?? []), ...others];
          }
          answerPlainJsonWith200(requestContext);
        },
      };
    },
  };
}

function check<Context extends BaseContext>(
  options: DocumentGateOptions<Context>,
  { document, source: query, request, contextValue }: GraphQLRequestContextDidResolveOperation<Context>,
): CheckedDocument {
  const { schema, limits = DEFAULT_LIMITS } = options;
  const { operationName, variables } = request;
  const mayIntrospect = options.mayIntrospect(contextValue);
  return checkParsed(document, { query, operationName, variables, schema, limits, mayIntrospect });
}

const ABOUT_THE_REQUEST = new Set([
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * GraphQL over HTTP: a well-formed request whose document or variables are refused is answered with
 * 400 as `application/graphql-response+json`, but with 200 as the older `application/json`.
 */
function answerPlainJsonWith200<Context extends BaseContext>(context: GraphQLRequestContext<Context>): void {
  const { http, body } = context.response ?? {};
  if (http?.status !== 400 || body?.kind !== 'single') return;
  if (context.request.http?.headers.get('accept')?.includes('application/graphql-response+json')) return;
  const code = body.singleResult.errors?.[0]?.extensions?.['code'];
  if (typeof code === 'string' && !ABOUT_THE_REQUEST.has(code)) http.status = 200;
}
