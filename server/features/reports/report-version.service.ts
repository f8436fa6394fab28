import type { SectionText } from '../../../schema/report-text.js';
import { ReportVersionReason } from '../../../schema/report-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { Report } from './report.entity.js';
import { authoriseReport } from './report.policy.js';
import { checkInUse } from './report.rules.js';
import { hashesOfReports, sectionsOfReports } from './report-text.service.js';
import { ReportVersion } from './report-version.entity.js';
import type { KeepReportVersionInput } from './report-version.inputs.js';

/** What a version holds: the words as they stood, in blocks anybody can read without the editor. */
export interface KeptReport {
  title: string;
  sections: SectionText[];
  recommended: { verb: string | null; text: string }[];
}

export async function keepReportVersion(
  work: Work,
  input: KeepReportVersionInput,
): Promise<ReportVersion & Row> {
  const report = await work.lock<Report>(Report, input.reportId);
  await authoriseReport(work, report, 'write');
  checkInUse(report);
  return keepVersion(work, report, ReportVersionReason.KEPT, input.note?.trim() || null, input);
}

/** Written once, beside its row; the row holds the hash of the report as it stood. */
export async function keepVersion(
  work: Work,
  report: Report & Row,
  reason: keyof typeof ReportVersionReason,
  note: string | null,
  input: { id?: string } & object = {},
): Promise<ReportVersion & Row> {
  const textHash = (await hashesOfReports(work, [report.id])).get(report.id) ?? '';
  const sections = (await sectionsOfReports(work, [report])).get(report.id) ?? [];
  const recommended = await work.query<{ verb: string | null; text: string }>(
    `select verb, text from report_recommendations where report_id = $1 and archived_at is null order by position, id`,
    [report.id],
  );
  const { partnershipId, audienceId, boardId, meetingId } = report;
  const version = await work.insertOnce<ReportVersion>(ReportVersion, input.id, input, {
    ...{ partnershipId, audienceId, boardId, meetingId, reportId: report.id, reason, note, textHash },
    keptById: work.viewer.people.get(partnershipId)?.id ?? null,
  });
  const kept: KeptReport = { title: report.title, sections, recommended };
  await work.query(
    `insert into report_version_contents (id, audience_id, document) values ($1, $2, $3) on conflict do nothing`,
    [version.id, audienceId, JSON.stringify(kept)],
  );
  return version;
}

/** As they went into a pack, signed off as they stand, once for each text that did. Call it under every audience. */
export async function keepPackedVersions(work: Work, reports: readonly (Report & Row)[]): Promise<void> {
  for (const report of new Map(reports.map((one) => [one.id, one])).values()) {
    const known = await work.query(
      `select id from report_versions where report_id = $1 and reason = 'IN_PACK' and text_hash = $2`,
      [report.id, report.signedOffHash],
    );
    if (known.length === 0) await keepVersion(work, report, 'IN_PACK', null);
  }
}
