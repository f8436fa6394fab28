import { PackPart } from '../../schema/publications.js';
import {
  type AgendaFacts,
  type BoardFact,
  type Earlier,
  namedAndWritten,
  packOf,
} from '../features/meetings/pack/pack-content.rules.js';
import type { PackDocument } from '../features/meetings/pack/pack-document.js';
import { decidedBy, type PlanFacts } from '../features/meetings/pack/plan-content.rules.js';
import { agendaItemId, agendaOf, entryOf, meetingOf } from './agendas.js';
import { attachmentsAt } from './attachments.js';
import { found } from './circles.js';
import { idOf } from './history.js';
import type { BoardKey, Day, PersonKey } from './keys.types.js';
import { type EntryContent, entries } from './meetings.content.js';
import { boardsAt } from './published-boards.js';
import type { Stage } from './stage.js';
import { ruleValuesOf } from './story-of-bodies.js';

/** What stood on agendas and forward plans on a day, as what is published is made from. */

const namesOf = (stage: Stage, boards: readonly BoardKey[]): string[] =>
  boards.map((board) => found(stage.content.boards.find(({ key }) => key === board)).name);
const boardFact = (stage: Stage, board: BoardKey): BoardFact => {
  const content = found(stage.content.boards.find(({ key }) => key === board));
  return { id: idOf('board', board), name: content.name, rules: ruleValuesOf(content) };
};
const peopleOf = (stage: Stage, people: readonly PersonKey[]): string[] =>
  people.map((person) => found(stage.content.people.find(({ key }) => key === person)).name);

/** Everything on them is for all partners. */
const forAll = { isPublic: true, isForBoards: true };

export function packFacts(stage: Stage, meeting: string, day: Day): AgendaFacts {
  const { boards, title, day: meetsOn, startsAt, endsAt, place } = meetingOf(meeting);
  const { items } = agendaOf(meeting);
  return {
    ...{ meetingTitle: title, meetsOn, startsAt, endsAt, place },
    meets: boardsAt(stage, boards, meetsOn),
    ...{ partnership: stage.content.partnership.name, day },
    boards: boards.map((board) => boardFact(stage, board)),
    items: items.flatMap((item, i) => {
      if (item.late && item.late.on > day) return [];
      const entry = 'entry' in item ? entryOf(item.entry) : null;
      const own = 'entry' in item ? null : item;
      return [
        {
          ...{ id: agendaItemId(meeting, i), section: item.section, ...forAll },
          ...{ title: own?.title ?? found(entry?.title), summary: entry?.summary ?? null },
          minutes: own ? own.minutes : found(entry?.minutes),
          purpose: own?.purpose ?? found(entry?.purpose),
          presenters: namedAndWritten(peopleOf(stage, entry?.leads ?? []), entry?.leadsAsWritten ?? null),
          ...{ keyDecisionReference: entry?.keyDecision ?? null, lateReason: item.late?.reason ?? null },
          ...{ exemptionParagraphs: [], reports: [], isReportToFollow: false },
          attachments: attachmentsAt(stage, agendaItemId(meeting, i), day),
        },
      ];
    }),
    saysRestrictedGap: false,
  };
}

/** Both parts, each marked against its own before. */
export const packsOf = (facts: AgendaFacts, earlier: readonly Earlier[]): PackDocument[] =>
  [PackPart.PUBLIC, PackPart.FULL].map((part, i) => packOf(facts, part, earlier[i] ?? null));

/** At which meeting an entry was planned on a day. */
const plannedFor = ({ meeting, slips = [] }: EntryContent, day: Day): string | null =>
  slips.filter(({ on }) => on <= day).at(-1)?.to ?? (slips.some(({ on }) => on <= day) ? null : meeting);

export function planFacts(stage: Stage, board: BoardKey, day: Day): PlanFacts {
  const planned = entries
    .filter((entry) => entry.boards.includes(board) && entry.on <= day)
    .map((entry) => {
      const key = plannedFor(entry, day);
      return { entry, meeting: key ? meetingOf(key) : null };
    })
    .filter(({ meeting }) => meeting === null || (meeting.day >= day && meeting.plannedOn <= day));
  const inOrder = planned.sort((a, b) => (a.meeting?.day ?? '9').localeCompare(b.meeting?.day ?? '9'));
  return {
    ...{ partnership: stage.content.partnership.name, board: found(namesOf(stage, [board])[0]) },
    ...{ day, members: [], saysRestrictedGap: false },
    lines: inOrder.map(({ entry, meeting }) => ({
      ...{ id: idOf('forward-plan-entry', entry.key), title: entry.title, summary: entry.summary ?? null },
      ...{ purpose: entry.purpose, keyDecisionReference: entry.keyDecision ?? null },
      isKeyDecision: entry.keyDecision !== undefined,
      isForFullCouncil: entry.isForFullCouncil ?? false,
      isConfidential: entry.paragraphs !== undefined,
      ...{ meetingTitle: meeting?.title ?? null, decidesOn: meeting?.day ?? null },
      decidedBy: decidedBy(namesOf(stage, entry.boards)),
      leadOfficers: namedAndWritten(peopleOf(stage, entry.leads ?? []), entry.leadsAsWritten ?? null),
      ...{ draftReportDueOn: entry.draftDueOn ?? null, dispatchOn: entry.dispatchOn ?? null },
      ...{ documents: entry.documents ?? [], contact: entry.contact ?? null },
      ...{ privateReason: entry.privateReason ?? null, grounds: [] },
      ...{ noticeException: null, noticeExceptionReason: null, ...forAll },
    })),
  };
}
