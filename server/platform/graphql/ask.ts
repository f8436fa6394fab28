import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Credential } from '../auth/credential.js';
import type { Database } from '../db/database.js';
import type { Reader } from '../reading/reader.js';

/**
 * For what we answer elsewhere than at /graphql: the same question through the graph, in one reading with whatever else
 * is asked there. So nobody is told more than they are told on the page.
 */
export async function askThrough<T>(
  schema: GraphQLSchema,
  database: Database,
  credential: Credential,
  reader: Reader,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
): Promise<T> {
  const contextValue = { database, credential, reader: async () => reader };
  const { data, errors } = await execute({ schema, document, contextValue, variableValues });
  const [error] = errors ?? [];
  if (error) throw causeOf(error);
  return data as T;
}

const causeOf = (error: GraphQLError): Error => error.originalError ?? error;
