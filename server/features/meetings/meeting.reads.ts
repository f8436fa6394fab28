import { overrunMinutes, plannedMinutes, runningOrder } from '../../../schema/running-order.js';
import { changesCursor } from '../../platform/changes/cursor.reads.js';
import type { Row } from '../../platform/db/base.js';
import { audienceRead, isRestricted, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { type Batch, defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import {
  childrenOf,
  groupBy,
  rowsById,
  toFirst,
  toListed,
  toMany,
  toManyListed,
  toOne,
} from '../../platform/reading/relations.js';
import { columnsFor } from '../../platform/reading/shape.js';
import { columnList, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Board } from '../boards/board.entity.js';
import { timetablesFor } from '../boards/board-rules.reads.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { toItem } from '../cross-references/item.reads.js';
import { Person } from '../organisations/person.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Report } from '../reports/report.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import { ForwardPlanEntry, ForwardPlanSlip } from './forward-plan-entry.entity.js';
import { Meeting } from './meeting.entity.js';
import { keepingRead, mayKeep } from './meeting.policy.js';

interface Running {
  id: string;
  meetingId: string;
  isRestricted: boolean;
  minutes: number | null;
}

/** What decides the numbers and times of agendas: their items, as far as the reader sees them. */
const runningOf = (reader: Reader, meetingIds: readonly unknown[]): Promise<Running[]> =>
  reader.query<Running>(
    `select t.id, t.meeting_id as "meetingId", t.own_audience_id is not null as "isRestricted", t.minutes
     from ${sourceOf(tableOf(AgendaItem), reader)} t
     where t.meeting_id = any($1::uuid[]) and t.archived_at is null order by t.position, t.id`,
    [[...new Set(meetingIds)]],
  );

const inOrder: FieldRead = {
  needs: ['id', 'startsAt'],
  read: async ({ rows, field, reader, give, into }) => {
    const table = tableOf(AgendaItem);
    const columns = columnList(
      table,
      columnsFor(table, field.selection, ['meetingId', 'ownAudienceId', 'minutes']),
      't',
    );
    const found = await reader.query<Row & Omit<Running, 'id'> & { ownAudienceId: string | null }>(
      `select ${columns} from ${sourceOf(table, reader)} t
       where t.meeting_id = any($1::uuid[]) and t.archived_at is null order by t.position, t.id`,
      [rows.map((row) => row.id)],
    );
    await into('AgendaItem', found);
    const byMeeting = groupBy(found, ({ meetingId }) => meetingId);
    for (const row of rows) {
      const items = (byMeeting.get(row.id) ?? []).map((item) => ({
        ...{ item, minutes: item.minutes, isRestricted: item.ownAudienceId !== null },
      }));
      give(
        row,
        runningOrder(row['startsAt'] as string, items).map(({ item }) => item.item),
      );
    }
  },
};

/** Something worked out from all items of each meeting. */
const ofItems = (value: (meeting: Row, items: readonly Running[]) => unknown): FieldRead => ({
  needs: ['id', 'startsAt', 'endsAt'],
  read: async ({ rows, reader, give }) => {
    const byMeeting = groupBy(
      await runningOf(
        reader,
        rows.map(({ id }) => id),
      ),
      ({ meetingId }) => meetingId,
    );
    for (const row of rows) give(row, value(row, byMeeting.get(row.id) ?? []));
  },
});

/** Where an item stands in the running order: its number, or when it begins. */
const standing = (which: 'number' | 'startsAt'): FieldRead => ({
  needs: ['id', 'meetingId'],
  read: async ({ rows, reader, give }: Batch) => {
    const meetingIds = rows.map((row) => row['meetingId']);
    const [items, meetings] = await Promise.all([
      runningOf(reader, meetingIds),
      reader.query<{ id: string; startsAt: string }>(
        `select t.id, t.starts_at as "startsAt" from ${sourceOf(tableOf(Meeting), reader)} t where t.id = any($1::uuid[])`,
        [[...new Set(meetingIds)]],
      ),
    ]);
    const byMeeting = groupBy(items, ({ meetingId }) => meetingId);
    const found = new Map<string, unknown>();
    for (const { id, startsAt } of meetings)
      for (const stands of runningOrder(startsAt, byMeeting.get(id) ?? []))
        found.set(stands.item.id, stands[which]);
    // What was taken off an agenda stands nowhere on it.
    for (const row of rows) give(row, found.get(row.id) ?? (which === 'number' ? 0 : null));
  },
});

/** Those it names, or else all that meet. */
const boardsOfItems: FieldRead = {
  needs: ['boardIds', 'meetingId'],
  read: async ({ rows, field, reader, give, into }) => {
    const meetings = await reader.query<{ id: string; boardIds: string[] }>(
      `select t.id, t.board_ids as "boardIds" from ${sourceOf(tableOf(Meeting), reader)} t where t.id = any($1::uuid[])`,
      [[...new Set(rows.map((row) => row['meetingId']))]],
    );
    const meets = new Map(meetings.map(({ id, boardIds }) => [id, boardIds]));
    const idsOf = (row: Row): string[] => {
      const own = row['boardIds'] as string[];
      return own.length > 0 ? own : (meets.get(row['meetingId'] as string) ?? []);
    };
    const boards = await rowsById(reader, Board, [...new Set(rows.flatMap(idsOf))], field.selection);
    await into('Board', [...boards.values()]);
    for (const row of rows)
      give(
        row,
        idsOf(row).flatMap((id) => boards.get(id) ?? []),
      );
  },
};

const BY_AGE = { orderBy: 't.created_at, t.id', where: 't.archived_at is null' };

/** What an item is for; what came from the forward plan is for what its entry is. */
const originsOfItems: FieldRead = {
  needs: ['id', 'forwardPlanEntryId'],
  read: async ({ rows, field, reader, give, into }) => {
    const [planned, others] = [rows.filter(isPlanned), rows.filter((row) => !isPlanned(row))];
    const entries = planned.map((row) => ({ id: row['forwardPlanEntryId'] as string }));
    const read = (key: string, of: Row[]) =>
      of.length > 0 ? childrenOf(reader, AgendaOrigin, key, of, field.selection, BY_AGE) : [];
    const [ofEntries, ofItems] = await Promise.all([read('entryId', entries), read('agendaItemId', others)]);
    await into('AgendaOrigin', [...ofEntries, ...ofItems]);
    const byEntry = groupBy(ofEntries, (origin) => origin['entryId'] as string);
    const byItem = groupBy(ofItems, (origin) => origin['agendaItemId'] as string);
    for (const row of planned) give(row, byEntry.get(row['forwardPlanEntryId'] as string) ?? []);
    for (const row of others) give(row, byItem.get(row.id) ?? []);
  },
};
const isPlanned = (row: Row): boolean => row['forwardPlanEntryId'] !== null;

const timetable: FieldRead = {
  needs: ['boardIds', 'meetsOn'],
  read: async ({ rows, reader, give, into }) => {
    const days = await timetablesFor(reader, rows as (Row & { boardIds: string[]; meetsOn: string })[]);
    await into(
      'MeetingTimetable',
      days.flatMap((day) => day ?? []),
    );
    for (const [i, row] of rows.entries()) give(row, days[i] ?? null);
  },
};

const planned = (where: string) =>
  toMany(() => ForwardPlanEntry, 'meetingId', { orderBy: 't.created_at, t.id', where });

defineReads('Meeting', {
  boards: toListed(() => Board, 'boardIds'),
  agendaItems: inOrder,
  plannedEntries: planned(
    `t.archived_at is null and not exists (
       select from agenda_items a where a.forward_plan_entry_id = t.id and a.meeting_id = t.meeting_id and a.archived_at is null)`,
  ),
  plannedMinutes: ofItems((_, items) => plannedMinutes(items)),
  overrunMinutes: ofItems((meeting, items) =>
    overrunMinutes(meeting['startsAt'] as string, meeting['endsAt'] as string | null, items),
  ),
  changesCursor,
  timetable,
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  viewerCan: keepingRead,
});

defineReads('AgendaItem', {
  number: standing('number'),
  startsAt: standing('startsAt'),
  presenters: toListed(() => Person, 'presenterIds'),
  boards: boardsOfItems,
  isRestricted,
  meeting: toOne(() => Meeting, 'meetingId'),
  forwardPlanEntry: toOne(() => ForwardPlanEntry, 'forwardPlanEntryId'),
  origins: originsOfItems,
  reports: toMany(() => Report, 'agendaItemId', { orderBy: 't.created_at, t.id' }),
  audience: audienceRead,
  ownAudience: ownAudienceRead,
});

defineReads('ForwardPlanEntry', {
  boards: toListed(() => Board, 'boardIds'),
  leadOfficers: toListed(() => Person, 'leadOfficerIds'),
  meeting: toOne(() => Meeting, 'meetingId'),
  slips: toMany(() => ForwardPlanSlip, 'entryId', { orderBy: 't.created_at, t.id' }),
  origins: toMany(() => AgendaOrigin, 'entryId', { orderBy: 't.created_at, t.id' }),
  agendaItem: toFirst(() => AgendaItem, 'forwardPlanEntryId', {
    orderBy: 't.created_at desc, t.id desc',
    where: 't.archived_at is null',
  }),
  reports: toMany(() => Report, 'forwardPlanEntryId', { orderBy: 't.created_at, t.id' }),
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  viewerCan: keepingRead,
});

defineReads('ForwardPlanSlip', {
  fromMeeting: toOne(() => Meeting, 'fromMeetingId'),
  toMeeting: toOne(() => Meeting, 'toMeetingId'),
  slippedBy: toOne(() => Person, 'slippedById'),
});

export const origins = { Action, Priority, Risk, CrossReference, ForwardPlanEntry };
export const originItem: FieldRead = toItem<keyof typeof origins>(
  'itemType',
  'itemId',
  (type) => origins[type],
);

defineReads('AgendaOrigin', {
  item: originItem,
  // As of a moment before it could be said by hand there is nothing here.
  isByHand: derived(['isByHand'], (row) => row['isByHand'] === true),
  forwardPlanEntry: toOne(() => ForwardPlanEntry, 'entryId'),
  agendaItem: toOne(() => AgendaItem, 'agendaItemId'),
});

defineReads('Board', {
  meetings: toManyListed(() => Meeting, 'boardIds', { orderBy: 't.meets_on, t.starts_at, t.id' }),
  forwardPlan: toManyListed(() => ForwardPlanEntry, 'boardIds', {
    orderBy: '(select m.meets_on from meetings m where m.id = t.meeting_id) nulls last, t.created_at, t.id',
  }),
  viewerCan: derived(['id', 'partnershipId'], (row, { viewer }) => ({
    keepMeetings: mayKeep(viewer.position, row['partnershipId'] as string, [row.id]),
  })),
});
