import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import { Report } from '../reports/report.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { lockMeeting } from './meeting.policy.js';
import { checkToCome } from './meeting.rules.js';
import { Nudge } from './nudge.entity.js';
import type { NudgeInput } from './nudge.inputs.js';
import { type OwedRow, outstandingFor } from './outstanding.reads.js';

type NudgeRow = Nudge & Row;

/** The meeting is held: of two who nudge at once, the second finds everybody nudged. */
export async function nudge(work: Work, input: NudgeInput): Promise<NudgeRow[]> {
  const { meetingId, personId, organisationId } = input;
  if (personId && organisationId)
    throw invalidInput([{ field: 'organisationId', message: 'Name a person or an organisation, not both.' }]);
  const meeting = await lockMeeting(work, meetingId);
  checkToCome(meeting);
  const owed = ((await outstandingFor(work, [meeting])).get(meeting.id) ?? []).filter((one) => {
    if (personId) return one.personIds.includes(personId);
    // What the secretariat owes itself, nobody has to be told.
    return organisationId ? one.organisationId === organisationId : one.boardId === null;
  });
  if (owed.length === 0)
    throw ruleBroken('NOTHING_OUTSTANDING', 'Nothing is late or due soon that they owe this meeting.');
  const due = owed.filter(({ nudgedOn }) => nudgedOn !== work.today);
  if (due.length === 0)
    throw ruleBroken('NUDGED_TODAY', 'They were nudged today already: nobody is nudged twice on one day.');
  const nudged: NudgeRow[] = [];
  for (const one of due) {
    const about = subjectOf(one);
    const audienceId = await held(work, about.entity, about.id);
    if (!audienceId) continue;
    nudged.push(
      await work.insert<Nudge>(Nudge, {
        ...{ partnershipId: meeting.partnershipId, audienceId, boardId: meeting.boardId, meetingId },
        ...{ [about.column]: about.id, kind: one.kind, clearanceId: one.clearanceId },
        ...{ personIds: one.personIds, organisationId: one.organisationId, nudgedOn: work.today },
        nudgedById: work.viewer.people.get(meeting.partnershipId)?.id ?? null,
      }),
    );
  }
  return nudged;
}

/** What a nudge is about: whoever does not see that does not hear of it. */
function subjectOf({ reportId, agendaItemId, forwardPlanEntryId }: OwedRow) {
  if (reportId) return { entity: Report, column: 'reportId', id: reportId };
  if (agendaItemId) return { entity: AgendaItem, column: 'agendaItemId', id: agendaItemId };
  return { entity: ForwardPlanEntry, column: 'forwardPlanEntryId', id: forwardPlanEntryId };
}

/** Who sees it, held until the end, so that it is not narrowed before the nudge is there to be narrowed with it. */
async function held(work: Work, entity: EntityClass, id: string | null): Promise<string | null> {
  const [row] = await work.query<{ audienceId: string }>(
    `select audience_id as "audienceId" from ${tableOf(entity).name} where id = $1 for share`,
    [id],
  );
  return row?.audienceId ?? null;
}
