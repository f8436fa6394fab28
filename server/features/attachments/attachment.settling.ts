import type { Work } from '../../platform/db/work.js';
import { attach } from '../plans/audience.service.js';

/** What is attached to an item of an agenda is for those who see the item. Call it under every audience. */
export async function settleAttachmentsOfItems(work: Work, agendaItemIds: readonly string[]): Promise<void> {
  await attach(
    work,
    {
      table: 'attachments',
      select: `select t.id, i.audience_id as a, null::uuid as b from attachments t
        join agenda_items i on i.id = t.agenda_item_id where t.agenda_item_id = any ($1::uuid[])`,
    },
    [agendaItemIds],
  );
}
