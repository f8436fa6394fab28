import { AudienceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { internAudience, intersection } from '../plans/audience.service.js';
import { Report } from '../reports/report.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { groundsFrom } from './agenda-item.rules.js';
import type { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { settleEntries } from './meeting.settling.js';

/** All who hold a seat on the boards that meet. */
export const seatsOf = (work: Work, of: { partnershipId: string; boardIds: string[] }): Promise<string> =>
  internAudience(work, of.partnershipId, AudienceKind.BOARD, of.boardIds);

/** A confidential report is for the seats of the boards that meet, and for no more than see its line. */
export const confidentialCircle = async (
  work: Work,
  boardIds: string[],
  { partnershipId, ownAudienceId }: Pick<ForwardPlanEntry, 'partnershipId' | 'ownAudienceId'>,
): Promise<string> => intersection(work, await seatsOf(work, { partnershipId, boardIds }), ownAudienceId);

/**
 * What is on an agenda already, or being written, becomes confidential with its line: in whatever order things are done,
 * none of it goes out. Taking the mark off opens nothing.
 */
export async function narrowWhatIsOpen(work: Work, entry: ForwardPlanEntry & Row): Promise<void> {
  await work.withEveryAudience(entry.partnershipId, async () => {
    const items = await work.query<{ id: string; boardIds: string[] }>(OPEN_ITEMS, [entry.id]);
    for (const { id, boardIds } of items)
      await work.update<AgendaItem>(AgendaItem, await work.lock<AgendaItem>(AgendaItem, id), {
        ownAudienceId: await confidentialCircle(work, boardIds, entry),
        ...groundsFrom(entry),
      });
    for (const { id, boardIds } of await work.query<{ id: string; boardIds: string[] }>(OPEN_REPORTS, [
      entry.id,
    ]))
      await work.update<Report>(Report, await work.lock<Report>(Report, id), {
        ownAudienceId: await confidentialCircle(work, boardIds, entry),
      });
    await settleEntries(work, [entry.id]);
  });
}

const OPEN_ITEMS = `
  select i.id, m.board_ids as "boardIds" from agenda_items i join meetings m on m.id = i.meeting_id and m.status = 'PLANNED'
  where i.forward_plan_entry_id = $1 and i.archived_at is null and i.own_audience_id is null order by i.id`;
/** Also of an item that came of the line, where it was begun there. */
const OPEN_REPORTS = `
  select r.id, coalesce(m.board_ids, e.board_ids) as "boardIds" from forward_plan_entries e
    join reports r on r.own_audience_id is null and (r.forward_plan_entry_id = e.id
      or r.agenda_item_id in (select i.id from agenda_items i where i.forward_plan_entry_id = e.id))
    left join meetings m on m.id = r.meeting_id
  where e.id = $1 order by r.id`;
