import type { Item, Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { settleAttachmentsOfItems } from '../attachments/attachment.settling.js';
import { attach, intersection, partnershipAudience, stillSeen } from '../plans/audience.service.js';
import { partnershipCircle, type Source } from '../plans/audience.sources.js';
import { settleReportsOf } from '../reports/report.settling.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { settlePublications } from './publication.settling.js';

/** Whom an agenda is for while it is built: the partnership, as far as they see the meeting; and less, where something narrows it. A forward plan and its board likewise. */
export async function agendaCircle(
  work: Work,
  meeting: Pick<Item, 'partnershipId' | 'audienceId'>,
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
  select: `select t.id, intersect_audiences(${partnershipCircle}, m.audience_id) as a,
      intersect_audiences(t.own_audience_id, ${SOURCE_OF_WORDS}) as b
    from forward_plan_entries t left join meetings m on m.id = t.meeting_id where ${where}`,
});

/** That an entry went from one meeting to another is for those who see it and both. */
const slipsWhere = (where: string): Source => ({
  table: 'forward_plan_slips',
  select: `select t.id, e.audience_id as a, intersect_audiences(f.audience_id, o.audience_id) as b from forward_plan_slips t
    join forward_plan_entries e on e.id = t.entry_id join meetings f on f.id = t.from_meeting_id
    left join meetings o on o.id = t.to_meeting_id where ${where}`,
});

/** A nudge about a report is settled with that. */
const nudgesOf: Source = {
  table: 'nudges',
  select: `select t.id, coalesce(i.audience_id, e.audience_id) as a, null::uuid as b from nudges t
    left join agenda_items i on i.id = t.agenda_item_id left join forward_plan_entries e on e.id = t.forward_plan_entry_id
    where t.agenda_item_id = any ($1::uuid[]) or t.forward_plan_entry_id = any ($2::uuid[])`,
};

/** What an entry or an item of an agenda is for is told to those who see that and what it is for. */
const originsWhere = (where: string): Source => ({
  table: 'agenda_origins',
  select: `select t.id, coalesce(e.audience_id, i.audience_id) as a, coalesce(${ITS_CIRCLE}) as b
    from agenda_origins t left join forward_plan_entries e on e.id = t.entry_id
    left join agenda_items i on i.id = t.agenda_item_id ${originsItem('t')} where ${where}`,
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
  await settlePublications(work, itemIds);
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
  await attach(work, slipsWhere('t.entry_id = any ($1::uuid[])'), [entries]);
  await attach(work, declinedOf, [[...entries, ...itemIds]]);
  const agendaItemIds = await attach(work, agendaItemsWhere('t.forward_plan_entry_id = any ($1::uuid[])'), [
    entries,
  ]);
  await settleBelow(work, agendaItemIds, entries);
}

/** What hangs on items of agendas and entries of forward plans. */
async function settleBelow(
  work: Work,
  agendaItemIds: readonly string[],
  entryIds: readonly string[],
): Promise<void> {
  await attach(work, originsWhere('t.agenda_item_id = any ($1::uuid[])'), [agendaItemIds]);
  await settlePublications(work, [...agendaItemIds, ...entryIds]);
  await settleAttachmentsOfItems(work, agendaItemIds);
  await settleReportsOf(work, { agendaItemIds, entryIds });
  await attach(work, nudgesOf, [agendaItemIds, entryIds]);
}

/** Settles items of agendas whose own circle moved. Call it under every audience. */
export async function settleAgendaItems(work: Work, ids: readonly string[]): Promise<void> {
  await attach(work, agendaItemsWhere('t.id = any ($1::uuid[])'), [ids]);
  await settleBelow(work, ids, []);
}

/** Settles all that hangs on a meeting whose own circle moved. Call it under every audience. */
export async function settleMeeting(work: Work, { id }: Row): Promise<void> {
  const entries = await attach(work, entriesWhere('t.meeting_id = any ($1::uuid[])'), [[id]]);
  await settleEntriesBelow(work, entries, []);
  const gone = 't.from_meeting_id = any ($1::uuid[]) or t.to_meeting_id = any ($1::uuid[])';
  await attach(work, slipsWhere(gone), [[id]]);
  await settleBelow(
    work,
    await attach(work, agendaItemsWhere('t.meeting_id = any ($1::uuid[])'), [[id]]),
    [],
  );
}

/** An entry that is planned for another meeting now, as it stands: for those who see that one. */
export async function settlePlanned(
  work: Work,
  entry: ForwardPlanEntry & Row,
): Promise<ForwardPlanEntry & Row> {
  await work.withEveryAudience(entry.partnershipId, () => settleEntries(work, [entry.id]));
  return stillSeen<ForwardPlanEntry>(work, ForwardPlanEntry, entry.id);
}
