import { PlanKind } from '../../../schema/vocabulary.js';
import { accountCredential } from '../../platform/auth/credential.js';
import type { Database } from '../../platform/db/database.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { ImportedPlanInput } from './import.inputs.js';
import { applyImport, contentOf, previewImport } from './import.service.js';
import { importTarget } from './import-access.js';
import type { ImportReport } from './import-content.js';
import { readInTheProductsWords } from './import-file.js';
import type { PlanFile } from './read-bytes.js';

/** What somebody at the server’s own keyboard asks for. */
export interface ImportOrder {
  /** A plan’s title or id. */
  plan: string | null;
  newPlan: { title: string; kind: string; startsOn: string; endsOn: string } | null;
  /** As whom; absent where one account alone administers a partnership. */
  email: string | null;
  isDryRun: boolean;
}

export interface ImportOutcome {
  planTitle: string;
  report: ImportReport;
  isApplied: boolean;
}

/** Looks at a file, and unless it is a dry run applies it, as an account with that account’s own rights. */
export async function importFile(
  database: Database,
  file: PlanFile,
  order: ImportOrder,
): Promise<ImportOutcome> {
  const credential = accountCredential(await accountOf(database, order.email));
  const choice = await database.read(credential, async (reader) => {
    const chosen = order.newPlan
      ? { newPlan: await newPlanOf(reader, order.newPlan) }
      : { planId: await planOf(reader, order.plan ?? '') };
    await importTarget(reader, chosen);
    return chosen;
  });
  const parsed = await readInTheProductsWords(file);
  return database.write(credential, async (work) => {
    const shown = await previewImport(work, { ...choice, fileName: file.name, parsed });
    const applied = order.isDryRun ? shown : await applyImport(work, { id: shown.id, createMissing: false });
    const content = await contentOf(work, shown.id);
    if (!content) throw new Error('an import without its content');
    const [plan] = await work.query<{ title: string }>(`select title from plans where id = $1`, [
      content.planId,
    ]);
    return {
      planTitle: plan?.title ?? content.newPlan?.title ?? '',
      report: content.report,
      isApplied: applied.status === 'APPLIED',
    };
  });
}

async function accountOf(database: Database, email: string | null): Promise<string> {
  const query = async <T extends object>(sql: string, params: unknown[]) =>
    (await database.pool.query<T>(sql, params)).rows;
  if (email) {
    const [account] = await query<{ id: string }>(
      `select id from accounts where lower(email) = lower($1) and disabled_at is null`,
      [email.trim()],
    );
    if (!account) throw invalidInput([{ field: 'as', message: `Nobody here signs in with ${email}.` }]);
    return account.id;
  }
  // Who administers stands under row security: each account is asked as itself.
  const accounts = await query<{ id: string; email: string }>(
    `select id, email from accounts where disabled_at is null order by email limit 200`,
    [],
  );
  const administrators: { id: string; email: string }[] = [];
  for (const account of accounts)
    if ((await database.whoIs(accountCredential(account.id))).position.administers.size > 0)
      administrators.push(account);
  const [only, ...others] = administrators;
  if (only && others.length === 0) return only.id;
  const who = only
    ? `Several people administer here: say as whom with --as (${administrators.map((one) => one.email).join(', ')}).`
    : 'Nobody administers a partnership here: say as whom with --as.';
  throw invalidInput([{ field: 'as', message: who }]);
}

async function planOf(reader: Reader, words: string): Promise<string> {
  const rows = await reader.query<{ id: string; title: string }>(
    `select id, title from plans where archived_at is null and (id::text = lower($1) or lower(title) = lower($1)) and partnership_id = any($2::uuid[])`,
    [words.trim(), [...reader.viewer.position.partnerships]],
  );
  const [only, ...others] = rows;
  if (only && others.length === 0) return only.id;
  const known = await reader.query<{ title: string }>(
    `select title from plans where archived_at is null and partnership_id = any($1::uuid[]) order by title limit 20`,
    [[...reader.viewer.position.partnerships]],
  );
  const why = only
    ? `${rows.length} plans are called “${words}”: give the id (${rows.map(({ id }) => id).join(', ')}).`
    : `No plan is called “${words}”. There are: ${known.map(({ title }) => `“${title}”`).join(', ') || 'none yet'}.`;
  throw invalidInput([{ field: 'plan', message: why }]);
}

async function newPlanOf(
  reader: Reader,
  { title, kind, startsOn, endsOn }: NonNullable<ImportOrder['newPlan']>,
): Promise<ImportedPlanInput> {
  const wanted = Object.values(PlanKind).find((each) => each === kind);
  if (!wanted)
    throw invalidInput([
      { field: 'kind', message: `A plan is one of ${Object.values(PlanKind).join(', ').toLowerCase()}.` },
    ]);
  const [partnershipId, ...others] = reader.viewer.position.partnerships;
  if (!partnershipId || others.length)
    throw invalidInput([
      {
        field: 'as',
        message: 'Begin the plan in the page first: this account is in no partnership, or in several.',
      },
    ]);
  return {
    partnershipId,
    title,
    kind: wanted,
    startsOn: dayOf('from', startsOn),
    endsOn: dayOf('until', endsOn),
  };
}

function dayOf(field: string, text: string): string {
  try {
    return DateScalar.parseValue(text) as string;
  } catch (error) {
    throw invalidInput([{ field, message: `--${field}: ${(error as Error).message}` }]);
  }
}
