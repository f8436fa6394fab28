import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { BoundedMap } from './bounded-map.js';
import { type CostNode, costOf, planCost } from './document-cost.js';
import {
  DocumentRefused,
  isTokenLimit,
  refusedByLimit,
  validationError,
  withCode,
} from './document-refused.js';
import { checkShape, type Introspection } from './document-shape.js';
import { checkText } from './document-text.js';
import { checkVariables } from './document-variables.js';
import { hideTypes } from './hidden-types.js';
import { DEFAULT_LIMITS, type Limits } from './limit-values.js';

export interface CheckedDocument {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  cost: number;
}

export interface DocumentInput {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  schema: GraphQLSchema;
  limits?: Limits;
  mayIntrospect: boolean;
}

interface KnownDocument {
  document: DocumentNode;
  introspects: Introspection;
  /** The same for those to whom no type exists. */
  hidden?: DocumentNode;
  bytes: number;
  costs: Map<OperationDefinitionNode, readonly CostNode[]>;
}

/** What known documents may take up in all, and what their parts do, about: measured on the heap. */
const KNOWN_BYTES = 48_000_000;
const BYTES_A_TOKEN = 400;
const BYTES_A_FIELD = 200;
const known = new WeakMap<GraphQLSchema, BoundedMap<string, KnownDocument>>();

/**
 * The one gate for documents, whichever way they came in. Cheap refusals come first, so that what is
 * dear (parsing, validating) only ever meets documents of a bounded size and shape.
 */
export function checkDocument(input: DocumentInput): CheckedDocument {
  const limits = input.limits ?? DEFAULT_LIMITS;
  const cached = knownDocuments(input.schema).get(documentKey(input.query));
  if (cached) return checkRequest(cached, input, limits);
  return checkParsed(parseWithinLimits(input.query, limits), input);
}

/** For a transport that has parsed by itself, with `parseOptions(limits)`: everything after parsing. */
export function checkParsed(document: DocumentNode, input: DocumentInput): CheckedDocument {
  const limits = input.limits ?? DEFAULT_LIMITS;
  const documents = knownDocuments(input.schema);
  const key = documentKey(input.query);
  let entry = documents.get(key);
  if (!entry) {
    entry = examine(document, input, limits);
    documents.set(key, entry);
  }
  return checkRequest(entry, input, limits);
}

/** A document that passed before, by the sha-256 of its text. */
export function knownDocument(schema: GraphQLSchema, key: string): DocumentNode | undefined {
  return known.get(schema)?.get(key)?.document;
}

export function documentKey(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

export function parseOptions(limits: Limits = DEFAULT_LIMITS): { maxTokens: number } {
  return { maxTokens: limits.tokens };
}

function knownDocuments(schema: GraphQLSchema): BoundedMap<string, KnownDocument> {
  let documents = known.get(schema);
  if (!documents) {
    documents = new BoundedMap(KNOWN_BYTES, (entry) => entry.bytes);
    known.set(schema, documents);
  }
  return documents;
}

function parseWithinLimits(query: string, limits: Limits): DocumentNode {
  checkText(query, limits);
  try {
    return parse(query, parseOptions(limits));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const code = isTokenLimit(error) ? 'INVALID_INPUT' : 'GRAPHQL_PARSE_FAILED';
    throw new DocumentRefused([withCode(error, code)]);
  }
}

function examine(document: DocumentNode, input: DocumentInput, limits: Limits): KnownDocument {
  checkText(input.query, limits);
  const { introspects, fields } = checkShape(document, limits);
  const errors = validate(input.schema, document, specifiedRules, { maxErrors: limits.reportedErrors });
  if (errors.length > 0) {
    throw new DocumentRefused(errors.map((error) => validationError(error, input.mayIntrospect)));
  }
  const tokens = document.tokenCount ?? input.query.length / 2;
  const bytes = input.query.length + tokens * BYTES_A_TOKEN + fields * BYTES_A_FIELD;
  return { document, introspects, bytes, costs: new Map() };
}

function checkRequest(entry: KnownDocument, input: DocumentInput, limits: Limits): CheckedDocument {
  const document = input.mayIntrospect ? entry.document : withoutSchema(entry);
  const operation = chooseOperation(document, input.operationName);
  checkVariables(input.variables, limits);
  let plan = entry.costs.get(operation);
  if (!plan) {
    plan = planCost(input.schema, document, operation, limits);
    entry.costs.set(operation, plan);
  }
  const cost = costOf(plan, input.variables ?? {});
  if (cost > limits.cost) {
    throw refusedByLimit(`The query asks for too much: it costs ${cost} points and may cost ${limits.cost}.`);
  }
  return { document, operation, cost };
}

function withoutSchema(entry: KnownDocument): DocumentNode {
  if (entry.introspects === 'nothing') return entry.document;
  if (entry.introspects === 'a type') {
    entry.hidden ??= hideTypes(entry.document);
    return entry.hidden;
  }
  const message = 'Reading the schema needs an API token that allows it.';
  throw new DocumentRefused([
    new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
  ]);
}

function chooseOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  const message = name
    ? `Unknown operation named "${name}".`
    : document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION)
      ? 'Must provide operation name if query contains multiple operations.'
      : 'Must provide an operation.';
  throw new DocumentRefused([
    new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }),
  ]);
}
