import 'reflect-metadata';
import { type GraphQLSchema, isAbstractType, isIntrospectionType, isObjectType } from 'graphql';
import { buildSchema } from 'type-graphql';
import { saysItself } from './platform/db/base.js';
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
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    // Every row says its type itself. type-graphql would have it asked for and waited for, row by row.
    if (isAbstractType(type)) type.resolveType = saysItself;
    // What is no root is read off its row. type-graphql would wrap each value in calls of its own.
    else if (isObjectType(type) && !roots.includes(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) delete field.resolve;
  }
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
