import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { placeAfter } from '../actions/place.service.js';
import { putAway } from '../organisations/administration.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { ReportRecommendation } from './recommendation.entity.js';
import type * as inputs from './recommendation.inputs.js';
import type { Report } from './report.entity.js';
import { checkInUse } from './report.rules.js';
import { forVerb } from './report.service.js';

type RecommendationRow = ReportRecommendation & Row;

export async function createReportRecommendation(
  work: Work,
  input: inputs.CreateReportRecommendationInput,
): Promise<RecommendationRow> {
  const report = await forVerb(work, input.reportId, 'write');
  checkInUse(report);
  const { partnershipId, audienceId, boardId, meetingId } = report;
  const [last] = await work.query(
    `select id from report_recommendations where report_id = $1 and archived_at is null order by position desc, id desc limit 1`,
    [report.id],
  );
  const { id, ...given } = input;
  return work.insertOnce<ReportRecommendation>(ReportRecommendation, id, input, {
    ...{ ...given, partnershipId, audienceId, boardId, meetingId },
    position: await placeIn(work, report, last?.id ?? null),
  });
}

export async function updateReportRecommendation(
  work: Work,
  input: inputs.UpdateReportRecommendationInput,
): Promise<RecommendationRow> {
  refuseCleared(input, ['text']);
  const { row } = await lockPart(work, input.id);
  const { id: _, expectedVersion, ...patch } = input;
  return work.update<ReportRecommendation>(ReportRecommendation, row, patch, { version: expectedVersion });
}

export async function moveReportRecommendation(
  work: Work,
  input: inputs.MoveReportRecommendationInput,
): Promise<RecommendationRow> {
  const { row, report } = await lockPart(work, input.id);
  const position = await placeIn(work, report, input.afterId, row.id);
  return work.update<ReportRecommendation>(
    ReportRecommendation,
    row,
    { position },
    { version: input.expectedVersion, fieldOf: { position: 'afterId' } },
  );
}

export async function archiveReportRecommendation(
  work: Work,
  input: ItemVersionInput,
): Promise<RecommendationRow> {
  const { row } = await lockPart(work, input.id);
  return putAway<ReportRecommendation>(
    work,
    ReportRecommendation,
    row,
    input,
    true,
  ) as Promise<RecommendationRow>;
}

/** The report is held before its recommendations: of two who order them the second waits. */
async function lockPart(work: Work, id: string): Promise<{ row: RecommendationRow; report: Report & Row }> {
  const known = await work.find<ReportRecommendation>(ReportRecommendation, id);
  if (!known) throw notFound();
  const report = await forVerb(work, known.reportId, 'write');
  checkInUse(report);
  return { report, row: await work.lock<ReportRecommendation>(ReportRecommendation, id) };
}

const placeIn = (work: Work, report: Report & Row, afterId: string | null | undefined, without?: string) =>
  placeAfter(
    work,
    {
      tables: { report_recommendations: 'report_id = $1 and id is distinct from $2 and archived_at is null' },
      partnershipId: report.partnershipId,
      params: [report.id, without ?? null],
    },
    afterId,
  );
