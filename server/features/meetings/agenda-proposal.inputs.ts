import { Length, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Board } from '../boards/board.entity.js';
import { AgendaProposalAnswer } from './agenda-proposal.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';

@InputType({ description: 'A proposal, named by its board, why it is made and what it is made for.' })
export class ProposalInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => AgendaProposalKind, { description: 'Why it is proposed.' })
  kind!: AgendaProposalKind;

  @Field(() => ID, { description: 'The item it is proposed for.' })
  itemId!: string;
}

@InputType({
  description: 'Takes a proposal into the forward plan, and onto an agenda if a meeting is named.',
})
export class AcceptAgendaProposalInput extends ProposalInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint for the entry, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The entry of the forward plan it is merged into; absent for an entry of its own.',
  })
  intoEntryId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For which meeting; absent for none yet. Of several boards that meet together, all are to consider it.',
  })
  meetingId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it goes onto the agenda of that meeting at once.',
  })
  ontoAgenda!: boolean;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title; absent for the one proposed.' })
  title?: string | null;

  @Length(0, 120)
  @Field(() => String, { nullable: true, description: 'The heading it stands under on the agenda.' })
  section?: string | null;

  @Min(1)
  @Max(600)
  @Field(() => Int, { nullable: true, description: 'How many minutes; absent for those proposed.' })
  minutes?: number | null;

  @Length(1, 1_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the chair takes it as urgent; wanted where it goes onto an agenda from the day of dispatch on (Local Government Act 1972, section 100B(4)).',
  })
  lateReason?: string | null;
}

@InputType({ description: 'That something proposed is not wanted.' })
export class DeclineAgendaProposalInput extends ProposalInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Length(0, 1_000)
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From which day on it may be proposed again.' })
  untilOn?: string | null;
}

export const AcceptAgendaProposalPayload = payload(
  'AcceptAgendaProposal',
  'forwardPlanEntry',
  () => ForwardPlanEntry,
);
export const DeclineAgendaProposalPayload = payload(
  'DeclineAgendaProposal',
  'answer',
  () => AgendaProposalAnswer,
);
@ObjectType({ description: 'What `undoAgendaProposal` answers.' })
export class UndoAgendaProposalPayload {
  @Field(() => Board, { description: 'The board; what is proposed to it is worked out anew.' })
  board!: Board;

  @Field(() => ForwardPlanEntry, {
    nullable: true,
    description:
      'The entry that stays, no longer linked: somebody has written in it since, or begun a report for it. Nothing where it went, or was never more than linked.',
  })
  keptEntry!: ForwardPlanEntry | null;
}

export const ReopenAgendaProposalPayload = payload(
  'ReopenAgendaProposal',
  'answer',
  () => AgendaProposalAnswer,
);
