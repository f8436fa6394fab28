import { PackPart } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { columnList, tableOf } from '../../platform/reading/tables.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { commonSight, frozenBlocks } from '../reports/frozen-blocks.js';
import { Report } from '../reports/report.entity.js';
import { hashesOfReports } from '../reports/report-text.service.js';
import type { PackReport } from './pack/pack-document.js';
import { blocksOf } from './pack/report-blocks.rules.js';
import { type Held, imagesOf } from './publication.attachments.js';
import type { Sight } from './publication.circles.js';

export type ReportRow = Report & Row & { agendaItemId: string };

/** A report that was begun for an item, and whether it was signed off as it stands. */
export interface WrittenReport {
  row: ReportRow;
  isSignedOff: boolean;
}

/** What a part prints of the reports of an item. */
export interface ItemReports {
  reports: PackReport[];
  isReportToFollow: boolean;
  /** Those that go in, and the items of plans that they show. */
  goIn: ReportRow[];
  restsOn: string[];
}

/**
 * The reports that were begun for items, held: nobody writes in one while a pack is made of it. Call it under every
 * audience.
 */
export async function reportsOfItems(work: Work, itemIds: readonly string[]): Promise<WrittenReport[]> {
  const table = tableOf(Report);
  const rows = await work.query<ReportRow>(
    `select ${columnList(table, table.columns.keys(), 't')} from reports t
     where t.agenda_item_id = any ($1::uuid[]) and t.archived_at is null order by t.id for share`,
    [itemIds],
  );
  const hashes = await hashesOfReports(
    work,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      row,
      isSignedOff: row.signedOffHash !== null && row.signedOffHash === hashes.get(row.id),
    }))
    .sort((a, b) => a.row.createdAt.localeCompare(b.row.createdAt) || a.row.id.localeCompare(b.row.id));
}

/**
 * Whether a report is for all whom a part is for, by how the circles are drawn. What was narrowed by itself is never
 * public. Of any other the part says nothing, not even that it follows.
 */
export const isFor = (
  { ownAudienceId, audienceId }: Pick<Report, 'ownAudienceId'> & { audienceId: string },
  part: PackPart,
  sight: Sight,
): boolean => (part === PackPart.FULL || ownAudienceId === null) && sight.contains(part, audienceId);

/** What one part prints of all reports, by the item each goes with. Call it under every audience. */
export async function printedReports(
  work: Work,
  written: readonly WrittenReport[],
  { part, sight, asAt, held }: { part: PackPart; sight: Sight; asAt: string; held: Held },
): Promise<Map<string, ItemReports>> {
  const told = written.filter(({ row }) => isFor(row, part, sight));
  const names = await namesOf(work, told);
  const printed = new Map<string, ItemReports>();
  const [one] = told;
  if (!one) return printed;
  const shared = await commonSight(work, one.row.partnershipId, { circle: sight.circle(part), asAt });
  for (const { row, isSignedOff } of told) {
    const of = printed.get(row.agendaItemId) ?? nothingPrinted();
    printed.set(row.agendaItemId, of);
    if (!isSignedOff) {
      of.isReportToFollow = true;
      continue;
    }
    const frozen = await frozenBlocks(work, row, shared);
    of.reports.push({
      title: row.title,
      leadOrganisation: names.get(row.leadOrganisationId) ?? '',
      otherOrganisations: row.authorOrganisationIds.flatMap((id) => names.get(id) ?? []),
      sponsor: names.get(row.sponsorId ?? '') ?? null,
      blocks: frozen ? blocksOf(frozen, imagesOf(held, row.id)) : [],
    });
    of.goIn.push(row);
    of.restsOn.push(row.id, ...(frozen?.restsOn ?? []));
  }
  return printed;
}

export const nothingPrinted = (): ItemReports => ({
  ...{ reports: [], isReportToFollow: false, goIn: [], restsOn: [] },
});

async function namesOf(work: Work, written: readonly WrittenReport[]): Promise<Map<string, string>> {
  const ids = written.flatMap(({ row }) => [
    ...[row.leadOrganisationId, ...row.authorOrganisationIds],
    ...(row.sponsorId ? [row.sponsorId] : []),
  ]);
  const rows = await work.query<{ id: string; name: string }>(
    [Organisation, Person]
      .map((entity) => `select id, name from ${tableOf(entity).name} where id = any ($1::uuid[])`)
      .join(' union all '),
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
