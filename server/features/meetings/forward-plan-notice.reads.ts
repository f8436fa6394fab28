import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { type Noticed, noticeOf } from './forward-plan-notice.rules.js';
import { toldOf } from './forward-plan-notice.service.js';
import { Meeting } from './meeting.entity.js';

interface Planned extends Omit<Noticed, 'meetsOn'> {
  boardIds: string[];
  meetingId: string | null;
}

async function daysOf(reader: Reader, meetingIds: readonly unknown[]): Promise<Map<string, string>> {
  const rows = await reader.query<{ id: string; meetsOn: string }>(
    `select t.id, t.meets_on::text as "meetsOn" from ${sourceOf(tableOf(Meeting), reader)} t
     where t.id = any($1::uuid[]) and t.status <> 'CANCELLED'`,
    [meetingIds],
  );
  return new Map(rows.map(({ id, meetsOn }) => [id, meetsOn]));
}

/** Worked out from the rules of its boards and from what stands published. */
const notice: FieldRead = {
  needs: ['boardIds', 'meetingId', 'isKeyDecision', 'isConfidential'],
  read: async ({ rows, reader, give }) => {
    const lines = rows as unknown as Planned[];
    const due = lines.filter((line) => line.meetingId && (line.isKeyDecision || line.isConfidential));
    const boardIds = [...new Set(due.flatMap((line) => line.boardIds))];
    if (due.length === 0) {
      for (const row of rows) give(row, null);
      return;
    }
    const [rules, told, days] = await Promise.all([
      rulesOfBoards(reader, boardIds),
      toldOf(reader, boardIds),
      daysOf(reader, [...new Set(due.map(({ meetingId }) => meetingId))]),
    ]);
    for (const [i, row] of rows.entries()) {
      const line = lines[i];
      if (!line) continue;
      const meetsOn = days.get(line.meetingId ?? '') ?? null;
      const own = line.boardIds.flatMap((id) => rules.get(id) ?? []);
      give(row, noticeOf({ ...line, meetsOn }, own, told.get(row.id) ?? [], reader.today));
    }
  },
};

defineReads('ForwardPlanEntry', { notice });
