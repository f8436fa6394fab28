import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { lockMeeting, mayKeep } from '../meetings/meeting.policy.js';
import { checkToCome } from '../meetings/meeting.rules.js';
import type { Report } from '../reports/report.entity.js';
import { reportAbilities, reportFacts } from '../reports/report.policy.js';
import { checkInUse } from '../reports/report.rules.js';
import { forVerb } from '../reports/report.service.js';

/** What an attachment hangs on: of the two there is one. */
export interface Holding {
  reportId?: string | null | undefined;
  agendaItemId?: string | null | undefined;
}

export interface Holder {
  partnershipId: string;
  audienceId: string;
  boardId: string;
  meetingId: string | null;
}

/** What it hangs on, held until the end, for those who may write the report or keep the meeting. */
export async function lockHolder(work: Work, { reportId, agendaItemId }: Holding): Promise<Holder> {
  if (reportId) {
    const report = await forVerb(work, reportId, 'write');
    checkInUse(report);
    return report;
  }
  const known = await work.find<AgendaItem>(AgendaItem, agendaItemId ?? '');
  if (!known) throw notFound();
  checkToCome(await lockMeeting(work, known.meetingId));
  return work.lock<AgendaItem>(AgendaItem, known.id);
}

const REPORTS = `
  select t.id, t.partnership_id as "partnershipId", t.lead_organisation_id as "leadOrganisationId",
    t.author_organisation_ids as "authorOrganisationIds", t.author_ids as "authorIds",
    t.sponsor_id as "sponsorId", t.board_id as "boardId", t.meeting_id as "meetingId"
  from reports t where t.id = any ($1::uuid[])`;
const KEPT = `
  select i.id, i.partnership_id as "partnershipId", m.board_ids as "boardIds"
  from agenda_items i join meetings m on m.id = i.meeting_id where i.id = any ($1::uuid[])`;

/** Which of these reports and items the viewer may attach something to. */
export async function mayAttachTo(reader: Reader, holderIds: readonly string[]): Promise<Set<string>> {
  const { position } = reader.viewer;
  const [reports, items] = await Promise.all([
    reader.query<Row & Partial<Report>>(REPORTS, [holderIds]),
    reader.query<{ id: string; partnershipId: string; boardIds: string[] }>(KEPT, [holderIds]),
  ]);
  const facts = await reportFacts(reader, reports);
  const written = [...facts].filter(([, own]) => reportAbilities(position, own).write).map(([id]) => id);
  const kept = items.filter((one) => mayKeep(position, one.partnershipId, one.boardIds)).map(({ id }) => id);
  return new Set([...written, ...kept]);
}

export const abilitiesRead: FieldRead = {
  needs: ['holderId'],
  read: async ({ rows, reader, give }) => {
    const mine = await mayAttachTo(reader, [...new Set(rows.map((row) => row['holderId'] as string))]);
    for (const row of rows) give(row, { edit: mine.has(row['holderId'] as string) });
  },
};
