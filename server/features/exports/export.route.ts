import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Credential } from '../../platform/auth/credential.js';
import type { Database } from '../../platform/db/database.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import { sendProblem } from '../../platform/http/problem.js';
import type { ExportedPlan } from './exported-plan.js';
import { planToExport } from './plan-export.query.js';
import { actionsSheet, crossReferencesSheet, nameFor, risksSheet } from './plan-export.rules.js';
import { csvOf } from './spreadsheet.js';
import { workbookApart } from './workbook-apart.js';

export interface ExportDoor {
  database: Database;
  schema: GraphQLSchema;
  /** Who asks: as for /graphql. */
  credentialOf(request: FastifyRequest): Credential;
}

interface File {
  type: string;
  write(plan: ExportedPlan): Promise<Buffer> | string;
}

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FILES: Readonly<Record<string, File>> = {
  'plan.xlsx': {
    type: XLSX,
    write: (plan) => workbookApart([actionsSheet(plan), risksSheet(plan), crossReferencesSheet(plan)]),
  },
  'actions.csv': { type: CSV, write: (plan) => csvOf(actionsSheet(plan)) },
  'risks.csv': { type: CSV, write: (plan) => csvOf(risksSheet(plan)) },
  'cross-references.csv': { type: CSV, write: (plan) => csvOf(crossReferencesSheet(plan)) },
};

/**
 * GET /exports/plans/{id}/plan.xlsx answers a workbook of the plan as the asker sees it at this moment: its actions, risks
 * and cross-references; …/actions.csv, …/risks.csv and …/cross-references.csv answer one of its sheets.
 */
export function registerExports(http: FastifyInstance, door: ExportDoor): void {
  http.get<Asked>('/exports/plans/:id(^[0-9a-f-]{36}$)/:file', (request, reply) =>
    answer(request, reply, door),
  );
}

interface Asked {
  Params: { id: string; file: string };
}

async function answer(
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  { database, schema, credentialOf }: ExportDoor,
): Promise<FastifyReply> {
  // What is in it is the asker’s alone: nothing between us and them keeps it.
  reply.header('cache-control', 'private, no-store');
  try {
    const { id, file } = request.params;
    const found = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (!found)
      throw invalidInput([{ field: 'file', message: `Ask for one of ${Object.keys(FILES).join(', ')}.` }]);
    const plan = await planToExport(database, schema, credentialOf(request), id);
    if (!plan) throw notFound();
    const name = nameFor(plan.title, database.today, file);
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return reply.type(found.type).send(await found.write(plan));
  } catch (error) {
    return sendProblem(request, reply, error, 'an export failed');
  }
}
