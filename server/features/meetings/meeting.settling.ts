import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { attach, intersection, partnershipAudience } from '../plans/audience.service.js';
import { partnershipCircle, type Source } from '../plans/audience.sources.js';
import { settleReportsOf } from '../reports/report.settling.js';
import type { Meeting } from './meeting.entity.js';
import { settlePublications } from './publication.settling.js';

/** Whom an agenda is for while it is built: the partnership, as far as they see the meeting; and less, where something narrows it. */
export async function agendaCircle(
  work: Work,
  meeting: Meeting & Row,
  narrower: string | null,
): Promise<string> {
  const base = await intersection(
    work,
    await partnershipAudience(work, meeting.partnershipId),
    meeting.audienceId,
  );
  return intersection(work, base, narrower);
}

/** Where the item is that an origin `o`, or an answer, names, of whatever type, and who sees it. */
const originsItem = (
  o: string,
) => `left join actions a on a.id = ${o}.item_id left join risks k on k.id = ${o}.item_id
  left join priorities p on p.id = ${o}.item_id left join cross_references c on c.id = ${o}.item_id`;
const ITS_CIRCLE = 'a.audience_id, k.audience_id, p.audience_id, c.audience_id';

/** The item an entry took its words from: who does not see that does not read them elsewhere. */
const SOURCE_OF_WORDS = `(
  select coalesce(${ITS_CIRCLE}) from agenda_origins o ${originsItem('o')}
  where o.entry_id = t.id and o.gave_the_words limit 1)`;

const entriesWhere = (where: string): Source => ({
  table: 'forward_plan_entries',
  select: `select t.id, ${partnershipCircle} as a, intersect_audiences(t.own_audience_id, ${SOURCE_OF_WORDS}) as b
    from forward_plan_entries t where ${where}`,
});

const slipsOf: Source = {
  table: 'forward_plan_slips',
  select: `select t.id, e.audience_id as a, null::uuid as b from forward_plan_slips t
    join forward_plan_entries e on e.id = t.entry_id where t.entry_id = any ($1::uuid[])`,
};

/** What an entry was accepted for is told to those who see the entry and the item. */
const originsWhere = (where: string): Source => ({
  table: 'agenda_origins',
  select: `select t.id, e.audience_id as a, coalesce(${ITS_CIRCLE}) as b
    from agenda_origins t join forward_plan_entries e on e.id = t.entry_id ${originsItem('t')}
    where ${where}`,
});

const agendaItemsWhere = (where: string): Source => ({
  table: 'agenda_items',
  select: `select t.id, intersect_audiences(${partnershipCircle}, m.audience_id) as a, intersect_audiences(t.own_audience_id, e.audience_id) as b
    from agenda_items t join meetings m on m.id = t.meeting_id left join forward_plan_entries e on e.id = t.forward_plan_entry_id
    where ${where}`,
});

const declinedOf: Source = {
  table: 'agenda_proposal_answers',
  select: `select t.id, ${partnershipCircle} as a, coalesce(${ITS_CIRCLE}, e.audience_id) as b
    from agenda_proposal_answers t ${originsItem('t')} left join forward_plan_entries e on e.id = t.item_id
    where t.item_id = any ($1::uuid[])`,
};

/** Settles what boards have planned around items of plans whose audience moved. Call it under every audience. */
export async function settleBoardsBusiness(work: Work, itemIds: readonly string[]): Promise<void> {
  const entries = await attach(
    work,
    entriesWhere(
      't.id in (select entry_id from agenda_origins where item_id = any ($1::uuid[]) and gave_the_words)',
    ),
    [itemIds],
  );
  await settleEntriesBelow(work, entries, itemIds);
}

/** Settles entries whose own circle moved, and what hangs on them. Call it under every audience. */
export async function settleEntries(work: Work, entryIds: readonly string[]): Promise<void> {
  await attach(work, entriesWhere('t.id = any ($1::uuid[])'), [entryIds]);
  await settleEntriesBelow(work, entryIds, []);
}

async function settleEntriesBelow(
  work: Work,
  entries: readonly string[],
  itemIds: readonly string[],
): Promise<void> {
  await attach(work, originsWhere('t.entry_id = any ($1::uuid[]) or t.item_id = any ($2::uuid[])'), [
    entries,
    itemIds,
  ]);
  await attach(work, slipsOf, [entries]);
  await attach(work, declinedOf, [[...entries, ...itemIds]]);
  const agendaItemIds = await attach(work, agendaItemsWhere('t.forward_plan_entry_id = any ($1::uuid[])'), [
    entries,
  ]);
  await settlePublications(work, agendaItemIds);
  await settleReportsOf(work, { agendaItemIds, entryIds: entries });
}

/** Settles items of agendas whose own circle moved. Call it under every audience. */
export async function settleAgendaItems(work: Work, ids: readonly string[]): Promise<void> {
  await attach(work, agendaItemsWhere('t.id = any ($1::uuid[])'), [ids]);
  await settlePublications(work, ids);
  await settleReportsOf(work, { agendaItemIds: ids });
}
