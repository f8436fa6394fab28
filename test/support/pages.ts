import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, Kind, print } from 'graphql';
import type { Person } from './app.js';

/** One of the page's own questions. */
export interface PageQuery {
  name: string;
  document: string;
  /** Its variables, and whether each must be given. */
  variables: { name: string; isRequired: boolean }[];
}

/** Every query that a page of the client asks, read from the client itself. */
export async function pageQueries(): Promise<PageQuery[]> {
  return (await exportsOf(/\.queries\.ts$/)).flatMap(asQuery);
}

/** Every document the client sends, of whatever kind. */
export async function ownDocuments(): Promise<string[]> {
  const found = (await exportsOf(/\.(queries|operations|live)\.ts$/)) as (DocumentNode | null)[];
  return found
    .filter((one) => one?.kind === Kind.DOCUMENT && one.definitions[0]?.kind === Kind.OPERATION_DEFINITION)
    .map((one) => print(one as DocumentNode));
}

async function exportsOf(named: RegExp): Promise<unknown[]> {
  const files = readdirSync('client/features', { recursive: true, encoding: 'utf8' })
    .filter((file) => named.test(file))
    .map((file) => path.resolve('client/features', file));
  const modules = (await Promise.all(files.map((file) => import(file)))) as Record<string, unknown>[];
  return modules.flatMap((module) => Object.values(module));
}

function asQuery(exported: unknown): PageQuery[] {
  const document = exported as DocumentNode | null;
  if (document?.kind !== Kind.DOCUMENT) return [];
  const [first] = document.definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION || first.operation !== 'query') return [];
  const variables = (first.variableDefinitions ?? []).map((one) => ({
    name: one.variable.name.value,
    isRequired: one.type.kind === Kind.NON_NULL_TYPE && !one.defaultValue,
  }));
  return [{ name: first.name?.value ?? '', document: print(document), variables }];
}

/** What each viewer is answered to each question, whole: two servers with the same data answer alike. */
export async function answersOf(
  viewers: Record<string, Person>,
  queries: readonly PageQuery[],
  variables: (query: PageQuery) => Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [viewer, person] of Object.entries(viewers))
    for (const query of queries) {
      const { data, errors } = await person.query(query.document, variables(query));
      answers[`${viewer}: ${query.name}`] = { data, errors };
    }
  return answers;
}
