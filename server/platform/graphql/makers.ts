import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../db/base.js';

/** The payload of a verb: `UpdateActionPayload { action }`. */
export function payload<K extends string, T extends object>(
  verb: string,
  field: K,
  type: () => ClassType<T>,
  isMany = false,
): ClassType<Record<K, T>> {
  class Payload {}
  Field(() => (isMany ? [type()] : type()), { description: 'As it is now.' })(Payload.prototype, field);
  ObjectType(`${verb}Payload`, {
    description: `What \`${verb[0]?.toLowerCase()}${verb.slice(1)}\` answers.`,
  })(Payload);
  return Payload as ClassType<Record<K, T>>;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** A list that can grow: `ActionConnection` with edges, nodes, page info and a count of what the viewer can see. */
export function connection<T extends object>(
  type: ClassType<T>,
  { isCounted = true }: { isCounted?: boolean } = {},
): ClassType<Connection<T>> {
  class Edge {}
  Field(() => String, { description: 'Where this one stands in the list.' })(Edge.prototype, 'cursor');
  Field(() => type, { description: 'The item.' })(Edge.prototype, 'node');
  ObjectType(`${type.name}Edge`, { description: 'An item and its place in the list.' })(Edge);

  class Page {}
  Field(() => [Edge], { description: 'The items of this page with their places.' })(Page.prototype, 'edges');
  Field(() => [type], { description: 'The items of this page.' })(Page.prototype, 'nodes');
  Field(() => PageInfo, { description: 'Whether more follow.' })(Page.prototype, 'pageInfo');
  if (isCounted)
    Field(() => Int, {
      description: 'How many there are on all pages, of those you may see. Counted only when asked for.',
    })(Page.prototype, 'totalCount');
  ObjectType(`${type.name}Connection`, { description: 'A page of a list.' })(Page);
  return Page as ClassType<Connection<T>>;
}
