import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import type { Credential } from '../auth/credential.js';
import { AccordError, invalidInput } from '../graphql/errors.js';
import type { Viewer } from '../policy/viewer.js';
import { Selection } from '../reading/selection.js';
import type { Subscriber } from './group.js';

/** Somebody who subscribes: with what operation, as whom, and where to send. */
export interface JoinAsk {
  args: ExecutionArgs;
  operation: OperationDefinitionNode;
  viewer: Viewer;
  credential: Credential;
  subscriber: Subscriber;
}

/** The one field a subscription may ask for. */
export function rootField(operation: OperationDefinitionNode): FieldNode {
  const field = operation.selectionSet.selections.find((node): node is FieldNode => node.kind === Kind.FIELD);
  if (!field)
    throw new AccordError(
      'INVALID_INPUT',
      'Ask for the subscription’s field itself, not through a fragment.',
    );
  return field;
}

/** What is asked of what the root field answers, also where it is written more than once. */
export function selectionOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Selection {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const roots = operation.selectionSet.selections.filter(
    (node): node is FieldNode => node.kind === Kind.FIELD,
  );
  return new Selection({ schema, fragments, variableValues: variables }, roots);
}

/** The root field’s arguments and the operation’s variables, both as the schema reads them. */
export function readArguments({ args, operation }: JoinAsk): {
  args: Record<string, unknown>;
  variables: Record<string, unknown>;
} {
  const { coerced, errors } = getVariableValues(
    args.schema,
    operation.variableDefinitions ?? [],
    args.variableValues ?? {},
  );
  if (errors) throw errors[0];
  const node = rootField(operation);
  const field = args.schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!field || !coerced) throw new AccordError('INVALID_INPUT', 'There is no such subscription.');
  return { args: getArgumentValues(field, node, coerced), variables: coerced };
}

const texts = new WeakMap<object, string>();

/** What makes two subscriptions the same: the document, the operation and the variables, but for those that only say where one stands. */
export function operationKey(
  { args }: JoinAsk,
  variables: Record<string, unknown>,
  args_: Record<string, unknown>,
  apart: readonly string[],
): string {
  let text = texts.get(args.document);
  if (!text) {
    text = print(args.document);
    texts.set(args.document, text);
  }
  const apartValues = new Set(apart.map((name) => args_[name]));
  const shared = Object.entries(variables).filter(([, value]) => value === null || !apartValues.has(value));
  return createHash('sha256')
    .update(JSON.stringify([args.operationName ?? null, shared]))
    .update(text)
    .digest('base64');
}

/** An operation that stays open without yielding: its frames are written to the socket directly. */
export class OpenOperation implements AsyncIterableIterator<never> {
  finish: () => void = () => {};
  /** Whoever asks when it has ended already is told at once. */
  readonly ended = new Promise<void>((resolve) => {
    this.finish = resolve;
  });

  /** What it ended of, where it was not simply over. */
  private failure: Error | undefined;

  fail(error: Error): void {
    this.failure = error;
    this.finish();
  }

  async next(): Promise<IteratorResult<never>> {
    await this.ended;
    if (this.failure) throw this.failure;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<never>> {
    this.finish();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Live fields are answered over the socket alone, where each event is handed in as the root value. */
export function onlyOverTheSocket(): AsyncIterable<never> {
  throw invalidInput([
    { field: 'subscription', message: 'Subscribe over the socket at this address (graphql-transport-ws).' },
  ]);
}
