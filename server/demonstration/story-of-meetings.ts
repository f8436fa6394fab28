import { MeetingStatus } from '../../schema/meeting-words.js';
import { agendaItemId, entryOf, meetingOf } from './agendas.js';
import { found } from './circles.js';
import { idOf, type Moment, type Step } from './history.js';
import type { Day } from './keys.types.js';
import {
  type AgendaContent,
  agendas,
  type EntryContent,
  entries,
  type MeetingContent,
  meetings,
} from './meetings.content.js';
import { positionOf, type Stage } from './stage.js';

/** When boards meet, what is planned for them, what slipped and why, and the agendas as far as they are. */
export function storyOfMeetings(stage: Stage): Moment[] {
  return [
    ...meetings.flatMap((meeting) => planned(stage, meeting)),
    ...entries.flatMap((entry) => entered(stage, entry)),
    ...agendas.flatMap((agenda) => built(stage, agenda)),
  ];
}

const boardIds = (boards: MeetingContent['boards']): string[] => boards.map((board) => idOf('board', board));
const convening = ([first]: MeetingContent['boards']): string => idOf('board', found(first));

function planned(stage: Stage, meeting: MeetingContent): Moment[] {
  const { key, boards, title, day, startsAt, endsAt, place, by, plannedOn, isHeld } = meeting;
  const id = idOf('meeting', key);
  const row = {
    ...{ id, audienceId: stage.circles.everyone, boardId: convening(boards), boardIds: boardIds(boards) },
    ...{ title, meetsOn: day, startsAt, endsAt, place, status: MeetingStatus.PLANNED },
  };
  const held: Step = { update: 'meetings', ids: [id], set: { status: MeetingStatus.HELD } };
  return [
    stage.moment(`meeting ${key}`, plannedOn, [9, 10], by, [{ insert: 'meetings', rows: [row] }]),
    ...(isHeld ? [stage.moment(`held ${key}`, day, [13, 15], by, [held])] : []),
  ];
}

function entered(stage: Stage, entry: EntryContent): Moment[] {
  const { key, boards, title, purpose, minutes, meeting, origin, by, on } = entry;
  const id = idOf('forward-plan-entry', key);
  const of = { audienceId: stage.circles.partnership, boardId: convening(boards) };
  const row = {
    ...{ id, ...of, boardIds: boardIds(boards), meetingId: meeting && idOf('meeting', meeting) },
    ...{ title, purpose, minutes, summary: entry.summary ?? null, cameFrom: entry.cameFrom ?? null },
    leadOfficerIds: (entry.leads ?? []).map((person) => idOf('person', person)),
    leadOfficersAsWritten: entry.leadsAsWritten ?? null,
    ...{ isKeyDecision: entry.keyDecision !== undefined, keyDecisionReference: entry.keyDecision ?? null },
    isForFullCouncil: entry.isForFullCouncil ?? false,
    ...{ isConfidential: entry.paragraphs !== undefined, exemptionParagraphs: entry.paragraphs ?? [] },
    ...{ privateReason: entry.privateReason ?? null, documents: entry.documents ?? [] },
    contact: entry.contact ?? null,
    ...{ draftReportDueOn: entry.draftDueOn ?? null, dispatchOn: entry.dispatchOn ?? null },
  };
  const steps: Step[] = [{ insert: 'forward_plan_entries', rows: [row] }];
  if (origin) {
    const item = stage.item(origin.item);
    const from = {
      ...{ id: idOf('agenda-origin', key), entryId: id, boardId: of.boardId, kind: origin.kind },
      ...{ itemType: item.itemType, itemId: item.id, evidence: origin.evidence, gaveTheWords: true },
      audienceId: stage.circles.both(item.audienceId, of.audienceId),
    };
    steps.push({ insert: 'agenda_origins', rows: [from] });
  }
  return [stage.moment(`entry ${key}`, on, [10, 12], by, steps), ...slips(stage, entry)];
}

/** Each from where the one before had taken it. */
function slips(stage: Stage, { key, boards, meeting, by, slips: all = [] }: EntryContent): Moment[] {
  const entryId = idOf('forward-plan-entry', key);
  return all.map(({ to, on, reason }, i) => {
    const from = found((i === 0 ? meeting : all[i - 1]?.to) ?? undefined);
    const toMeetingId = to && idOf('meeting', to);
    const row = {
      ...{
        id: idOf('slip', `${key}/${i}`),
        audienceId: stage.circles.partnership,
        boardId: convening(boards),
      },
      ...{ entryId, fromMeetingId: idOf('meeting', from), toMeetingId, reason },
      slippedById: idOf('person', by),
    };
    return stage.moment(`slip ${key}/${i}`, on, [14, 16], by, [
      { update: 'forward_plan_entries', ids: [entryId], set: { meetingId: toMeetingId } },
      { insert: 'forward_plan_slips', rows: [row] },
    ]);
  });
}

function built(stage: Stage, { meeting, by, on, items }: AgendaContent): Moment[] {
  const { boards } = meetingOf(meeting);
  const rows = items.map((item, i) => {
    const entry = 'entry' in item ? entryOf(item.entry) : null;
    const own = 'entry' in item ? null : item;
    return {
      ...{ id: agendaItemId(meeting, i), audienceId: stage.circles.partnership },
      ...{ meetingId: idOf('meeting', meeting), boardId: convening(boards), position: positionOf(i) },
      forwardPlanEntryId: entry && idOf('forward-plan-entry', entry.key),
      ...{ section: item.section, isStanding: own?.isStanding ?? false },
      ...{ title: own?.title ?? found(entry?.title), summary: entry?.summary ?? null },
      ...{
        purpose: own?.purpose ?? found(entry?.purpose),
        minutes: own ? own.minutes : found(entry?.minutes),
      },
      presentersAsWritten: entry?.leadsAsWritten ?? null,
      presenterIds: (entry?.leads ?? []).map((person) => idOf('person', person)),
      lateReason: item.late?.reason ?? null,
    };
  });
  const added = (key: string, day: Day, which: (item: AgendaContent['items'][number]) => boolean): Moment =>
    stage.moment(key, day, [13, 16], by, [
      { insert: 'agenda_items', rows: rows.filter((_, i) => which(found(items[i]))) },
    ]);
  return [
    added(`agenda ${meeting}`, on, ({ late }) => !late),
    ...items.flatMap((item, i) =>
      item.late ? added(`late ${meeting}/${i}`, item.late.on, (one) => one === item) : [],
    ),
  ];
}
