import type { ClearanceKind, ClearanceStatus } from '../../../schema/report-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import type { Report } from './report.entity.js';
import { type Finding, findingsIn } from './report-check.rules.js';
import { type Templated, templateOf } from './report-template.rules.js';
import { hashesOfReports, sectionsOfReports } from './report-text.service.js';

/** What the check looks at of a report’s own row. */
export const CHECKED = ['title', 'template', 'templateVersion', 'ownTemplate', 'draftDueOn', 'signedOffHash'];

type CheckedRow = Row & Templated & Pick<Report, 'title' | 'draftDueOn' | 'signedOffHash'>;

/** What would have to be put right in reports before they go out, as they stand. */
export async function findingsOf(
  reader: Reader,
  reports: readonly CheckedRow[],
): Promise<Map<string, Finding[]>> {
  const ids = reports.map(({ id }) => id);
  const [texts, hashes, recommendations, clearances] = await Promise.all([
    sectionsOfReports(reader, reports),
    hashesOfReports(reader, ids),
    reader.query<{ reportId: string; verb: string | null; text: string }>(RECOMMENDED, [ids]),
    reader.query<Clearance>(CLEARED, [ids]),
  ]);
  const texted = groupBy(recommendations, ({ reportId }) => reportId);
  const asked = groupBy(clearances, ({ reportId }) => reportId);
  return new Map(
    reports.map((report) => {
      const { id, title, draftDueOn, signedOffHash } = report;
      const hash = hashes.get(id);
      const { sections: template, requiredClearances } = templateOf(report);
      const found = findingsIn({
        ...{ title, template, requiredClearances, draftDueOn },
        sections: texts.get(id) ?? [],
        recommendations: texted.get(id) ?? [],
        clearances: (asked.get(id) ?? []).map((one) => ({ ...one, isOfEarlierText: one.textHash !== hash })),
        isSignedOff: signedOffHash !== null && signedOffHash === hash,
      });
      return [id, found];
    }),
  );
}

interface Clearance {
  reportId: string;
  kind: ClearanceKind;
  organisation: string;
  status: ClearanceStatus;
  textHash: string | null;
}

const RECOMMENDED = `
  select report_id as "reportId", verb, text from report_recommendations
  where report_id = any ($1::uuid[]) and archived_at is null order by position, id`;
const CLEARED = `
  select c.report_id as "reportId", c.kind, o.name as organisation, c.status, c.text_hash as "textHash"
  from report_clearances c join organisations o on o.id = c.organisation_id
  where c.report_id = any ($1::uuid[]) and c.archived_at is null order by c.kind, o.name, c.id`;
