import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Credential } from '../../platform/auth/credential.js';
import type { Database } from '../../platform/db/database.js';
import { askThrough } from '../../platform/graphql/ask.js';
import type { ExportedPlan } from './exported-plan.js';

/**
 * What stands in an export is asked as anybody asks it, through the graph: so whoever reads the file has seen no more
 * than they see on the page.
 */
const PLAN: DocumentNode = parse(`
  query PlanExport($id: ID!) {
    plan(id: $id) {
      title
      workstreams {
        number title
        actions { ...Row }
        placements { reference position action { ...Row workstream { number } plan { title } } }
      }
      risks {
        reference event cause effect status controls reviewOn
        workstream { number title }
        inherent { ...Score } current { ...Score } target { ...Score }
        owners { ...Owner }
        mitigations { description status timing { asWritten } }
      }
    }
  }
  fragment Row on Action {
    id parentId position reference title expectedOutcome status isOverdue
    timing { asWritten end }
    leads { ...Owner }
    latestUpdate { period narrative organisation { name } }
    crossReferences { id kind status neededBy promisedBy strain { level } from { ...End } to { ...End } }
  }
  fragment Score on RiskScore { score band }
  fragment Owner on Ownership {
    asWritten outsideBody
    organisation { name } abu { name } board { name } post { title } person { name }
  }
  fragment End on CrossReferenceEnd {
    __typename
    ... on Action { id reference title workstream { number } plan { title } }
    ... on Workstream { number title plan { title } }
    ... on Priority { number title plan { title } }
    ... on Plan { title }
    ... on Risk { reference event plan { title } }
    ... on Mitigation { description }
    ... on ExternalDependency { title }
  }`);

/** The plan as this reader sees it now, or null when there is none for them. */
export function planToExport(
  database: Database,
  schema: GraphQLSchema,
  credential: Credential,
  id: string,
): Promise<ExportedPlan | null> {
  return database.read(credential, async (reader) => {
    const asked = askThrough<{ plan: ExportedPlan | null }>(schema, database, credential, reader, PLAN, {
      id,
    });
    return (await asked).plan;
  });
}
