import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { registerEnums } from './platform/graphql/enums.js';
import { readFor } from './platform/reading/shape.js';

let built: Promise<GraphQLSchema> | undefined;

/** The schema, built once a process. */
export function accordSchema(): Promise<GraphQLSchema> {
  built ??= build();
  return built;
}

async function build(): Promise<GraphQLSchema> {
  registerEnums();
  const { resolvers } = await import('./features.js');
  const schema = await buildSchema({
    resolvers: resolvers as unknown as [new () => object],
    // What is absent or null has nothing to check; the schema says where that is allowed.
    validate: { skipMissingProperties: true, forbidUnknownValues: false },
    pubSub: noPubSub,
  });
  readFor(schema);
  return schema;
}

/** type-graphql asks for one once there is a subscription; events come off the change log instead (platform/changes). */
const noPubSub = {
  publish: () => {
    throw new Error('Nobody publishes: events are read off the change log.');
  },
  subscribe: () => {
    throw new Error('Live updates go through platform/changes.');
  },
};
