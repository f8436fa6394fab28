import { ImportStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toOne } from '../../platform/reading/relations.js';
import { Action } from '../actions/action.entity.js';
import { headsOf } from '../cross-references/item.reads.js';
import { type Alike, alikeTo } from '../cross-references/same-work.reads.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Plan } from '../plans/plan.entity.js';
import type { Import } from './import.entity.js';
import { importAbilities } from './import.policy.js';
import type { FoundReference, ImportReport, Named } from './import-content.js';
import { importFacts } from './import-facts.js';

const LISTED = 500;

/** Each report is read once an answer, however many of its parts are asked for. */
const reports = new WeakMap<Reader, Map<string, Promise<ImportReport | null>>>();

function reportOf(reader: Reader, id: string, isWritten: boolean): Promise<ImportReport | null> {
  const known = reports.get(reader) ?? new Map<string, Promise<ImportReport | null>>();
  reports.set(reader, known);
  const report =
    known.get(id) ??
    reader
      .query<{ report: ImportReport }>(
        `select content -> 'report' as report from import_contents where import_id = $1`,
        [id],
      )
      .then(([row]) => (row?.report ? asSeen(reader, row.report, isWritten) : null));
  known.set(id, report);
  return report;
}

/**
 * What adds up over the whole file, or is quoted from it, is for those who see all that the file is about. Others
 * read what is told item by item, each of them by itself.
 */
async function asSeen(reader: Reader, report: ImportReport, isWritten: boolean): Promise<ImportReport> {
  if (report.about && (await seesAll(reader, report.about, isWritten))) return report;
  const references = isWritten ? report.references.map(unexplained) : [];
  return {
    ...report,
    counts: noCounts,
    skipped: [],
    notes: [],
    owners: [],
    timings: [],
    references,
    added: [],
  };
}

async function seesAll(
  reader: Reader,
  { standing, coming }: NonNullable<ImportReport['about']>,
  isWritten: boolean,
): Promise<boolean> {
  const about = [...new Set(isWritten ? [...standing, ...coming] : standing)];
  return (await headsOf(reader, about)).size === about.length;
}

/** Without what names other items. */
const unexplained = (reference: FoundReference): FoundReference => ({
  ...reference,
  candidates: [],
  reason: null,
});

/** A part of the report, as the viewer may read it. */
function told(
  part: (report: ImportReport, row: Row, reader: Reader) => unknown,
  absent: unknown = [],
): FieldRead {
  return {
    needs: ['id', 'status'],
    read: async ({ rows, reader, give }) => {
      for (const row of rows) {
        const report = await reportOf(reader, row.id, row['status'] !== ImportStatus.PREVIEWED);
        give(row, report ? await part(report, row, reader) : absent);
      }
    },
  };
}

/** An item may have been narrowed since: who does not see it does not read of it either. */
async function visible<T extends Named>(reader: Reader, entries: readonly T[]): Promise<T[]> {
  const heads = await headsOf(reader, [...new Set(entries.map(({ itemId }) => itemId))]);
  return entries.filter(({ itemId }) => heads.has(itemId));
}

const namesOnly = async (reader: Reader, entries: readonly Named[]) =>
  (await visible(reader, entries)).map(({ label }) => label);

const none = { create: 0, update: 0, unchanged: 0 };
const noCounts = {
  workstreams: none,
  actions: none,
  tasks: none,
  risks: none,
  mitigations: none,
  updates: none,
  crossReferences: none,
};

const viewerCan: FieldRead = {
  needs: ['id', 'status', 'partnershipId', 'organisationId', 'actorId'],
  read: async ({ rows, reader, give }) => {
    const facts = await importFacts(reader, rows as unknown as Import[]);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, importAbilities(reader.viewer.position, known));
    }
  },
};

/** Until it is applied the plan stands in what is kept of the file: others who see the plan know nothing of it. */
const plan: FieldRead = {
  needs: ['id', 'planId'],
  read: async (batch) => {
    const rows = await batch.reader.query<{ id: string; planId: string | null }>(
      `select import_id as id, (content ->> 'planId')::uuid as "planId" from import_contents where import_id = any($1::uuid[])`,
      [batch.rows.map((row) => row.id)],
    );
    const planOf = new Map(rows.map((row) => [row.id, row.planId]));
    for (const row of batch.rows) row['planId'] ??= planOf.get(row.id) ?? null;
    await toOne(() => Plan, 'planId').read(batch);
  },
};

/** What other plans may call the same work as an action it adds, the likest of each. */
const possiblySameWork: FieldRead = {
  needs: ['id', 'status', 'partnershipId', 'planId'],
  read: async ({ rows, reader, give, into }) => {
    const all: Alike[] = [];
    for (const row of rows) {
      const isWritten = row['status'] !== ImportStatus.PREVIEWED;
      const { added = [] } = (await reportOf(reader, row.id, isWritten)) ?? {};
      const listed = isWritten ? await visible(reader, added) : added;
      const found = await alikeTo(
        reader,
        { partnershipId: String(row['partnershipId']), planId: (row['planId'] as string | null) ?? null },
        listed.map(({ itemId, title }) => ({ key: itemId, title })),
        1,
      );
      const labels = new Map(listed.map(({ itemId, label }) => [itemId, label]));
      for (const one of found) one['item'] = labels.get(one.key) ?? '';
      all.push(...found);
      give(row, found);
    }
    await into('ImportSameWork', all);
  },
};

defineReads('ImportSameWork', { action: toOne(() => Action, 'actionId') });
defineReads('Import', {
  plan,
  possiblySameWork,
  organisation: toOne(() => Organisation, 'organisationId'),
  importedBy: toOne(() => Person, 'actorId'),
  counts: told((report) => report.counts, noCounts),
  skippedCount: told((report) => report.skipped.length, 0),
  skippedRows: told((report) => report.skipped.slice(0, LISTED)),
  notes: told((report) => report.notes),
  owners: told((report) =>
    report.owners.map((owner) => ({
      ...owner,
      chosen: owner.matches.find((match) => match.id === owner.chosenId) ?? null,
    })),
  ),
  timings: told((report) => report.timings),
  crossReferences: told(async (report, row, reader) => {
    const isWritten = row['status'] !== ImportStatus.PREVIEWED;
    const listed = isWritten ? await visible(reader, report.references) : report.references;
    const heads = isWritten
      ? await headsOf(
          reader,
          listed.flatMap(({ toId }) => toId ?? []),
        )
      : null;
    return listed.map(({ label, to, toId, ...reference }) => ({
      ...reference,
      from: label,
      to: heads && toId && !heads.has(toId) ? null : to,
    }));
  }),
  changes: told(async (report, _, reader) =>
    (await visible(reader, report.changes)).map(({ label, ...change }) => ({ ...change, item: label })),
  ),
  kept: told(async (report, _, reader) =>
    (await visible(reader, report.kept)).map(({ label, ...kept }) => ({ ...kept, item: label })),
  ),
  missing: told((report, _, reader) => namesOnly(reader, report.missing)),
  left: told((report, _, reader) => namesOnly(reader, report.left)),
  viewerCan,
});
