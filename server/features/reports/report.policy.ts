import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { holds, isAnyOf, organisationsWith, type Position } from '../../platform/policy/viewer.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { mayKeep } from '../meetings/meeting.policy.js';
import type { Report, ReportAbilities } from './report.entity.js';

/** What decides who may do what with a report. */
export interface ReportFacts {
  partnershipId: string;
  leadOrganisationId: string;
  authorOrganisationIds: readonly string[];
  authorIds: readonly string[];
  sponsorId: string | null;
  /** The board it is for, and those that meet with it. */
  boardIds: readonly string[];
}

/** Begins one: whoever keeps the board, and a lead of the organisation that is to answer for it. */
export const mayBegin = (
  viewer: Position,
  facts: Pick<ReportFacts, 'partnershipId' | 'boardIds' | 'leadOrganisationId'>,
): boolean =>
  mayKeep(viewer, facts.partnershipId, facts.boardIds) || holds(viewer, [facts.leadOrganisationId], 'CREATE');

export function reportAbilities(viewer: Position, facts: ReportFacts): ReportAbilities {
  const manage = mayBegin(viewer, facts);
  const writers = [facts.leadOrganisationId, ...facts.authorOrganisationIds];
  return {
    manage,
    write: manage || holds(viewer, writers, 'EDIT') || isAnyOf(viewer, facts.authorIds),
    signOff: facts.sponsorId
      ? isAnyOf(viewer, [facts.sponsorId])
      : holds(viewer, [facts.leadOrganisationId], 'CREATE'),
  };
}

const refusals: Record<keyof ReportAbilities, string> = {
  manage: 'Only those who keep its board, and leads of its lead organisation, say who writes this report.',
  write: 'Only those who write this report may change it.',
  signOff: 'Only the sponsor of its lead organisation may sign this report off.',
};

/** Asks the policy as things stand in this transaction, and records on whose behalf it is done. */
export async function authoriseReport(
  work: Work,
  report: Report & Row,
  verb: keyof ReportAbilities,
): Promise<void> {
  const facts = (await reportFacts(work, [report])).get(report.id);
  const { position } = work.viewer;
  if (!facts || !reportAbilities(position, facts)[verb]) throw forbidden(refusals[verb]);
  await work.actFor(report.partnershipId, actingFor(position, facts));
}

/** The organisation of the report that they write for, where they write for one. */
function actingFor(viewer: Position, { leadOrganisationId, authorOrganisationIds }: ReportFacts) {
  const mine = new Set(organisationsWith(viewer, 'EDIT'));
  return [leadOrganisationId, ...authorOrganisationIds].find((id) => mine.has(id)) ?? null;
}

export async function reportFacts(
  reader: Reader,
  reports: readonly (Row & Partial<Report>)[],
): Promise<Map<string, ReportFacts>> {
  const ids = [...new Set(reports.flatMap(({ meetingId }) => meetingId ?? []))];
  const meetings = ids.length
    ? await reader.query<{ id: string; boardIds: string[] }>(
        `select id, board_ids as "boardIds" from meetings where id = any ($1::uuid[])`,
        [ids],
      )
    : [];
  const boardsOf = new Map(meetings.map(({ id, boardIds }) => [id, boardIds]));
  return new Map(
    reports.map((report) => {
      const { meetingId, boardId } = report as unknown as Report;
      const boardIds = [boardId, ...(boardsOf.get(meetingId ?? '') ?? [])];
      return [report.id, { ...(report as unknown as Report), boardIds }];
    }),
  );
}

/** What a report’s policy is given of its row. */
export const POLICY_COLUMNS = [
  ...['partnershipId', 'leadOrganisationId', 'authorOrganisationIds', 'authorIds'],
  ...['sponsorId', 'boardId', 'meetingId'],
];

export const abilitiesRead: FieldRead = {
  needs: POLICY_COLUMNS,
  read: async ({ rows, reader, give }) => {
    const facts = await reportFacts(reader, rows as (Row & Partial<Report>)[]);
    const { position } = reader.viewer;
    for (const row of rows) {
      const own = facts.get(row.id);
      give(row, own ? reportAbilities(position, own) : { manage: false, write: false, signOff: false });
    }
  },
};
