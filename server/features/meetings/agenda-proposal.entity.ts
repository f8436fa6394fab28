import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaProposalKind, AgendaPurpose } from '../../../schema/meeting-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Board } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';
import { AgendaOriginItem } from './agenda-origin.entity.js';
import { Meeting } from './meeting.entity.js';

@ObjectType({
  description:
    'What the plans propose for a board’s agenda, worked out anew each time from what you see: nothing of it is stored until it is accepted or declined.',
})
export class AgendaProposal {
  @Field(() => AgendaProposalKind, { description: 'Why it is proposed.' })
  kind!: AgendaProposalKind;

  @Field(() => ID, { description: 'The item it is proposed for. With `kind` it names the proposal.' })
  itemId!: string;

  @Field(() => AgendaOriginItem, { nullable: true, description: 'The item.' })
  item!: typeof AgendaOriginItem | null;

  @Field(() => Meeting, {
    nullable: true,
    description:
      'Of a priority, the meeting whose turn it is: a few report to each. Of a line that has slipped, the meeting it is planned for now. Nothing where there is none, and for all else.',
  })
  meeting!: Meeting | null;

  @Field(() => String, { description: 'A title for the agenda.' })
  title!: string;

  @Field(() => String, { description: 'What speaks for it, in a sentence with days and figures.' })
  evidence!: string;

  @Field(() => AgendaPurpose, { description: 'What the board would be asked to do.' })
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How many minutes it would take.' })
  minutes!: number;
}

@ObjectType({
  implements: Item,
  description: 'That a board’s secretariat does not want something that the plans proposed.',
})
@Entity('agenda_proposal_answers')
export class AgendaProposalAnswer extends Item {
  @Column('uuid')
  boardId!: string;

  @Field(() => AgendaProposalKind, { description: 'Why it had been proposed.' })
  @Column('text')
  kind!: AgendaProposalKind;

  @Column('text')
  itemType!: string;

  @Column('uuid')
  itemId!: string;

  @Field(() => String, { nullable: true, description: 'Why it is not wanted.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  declinedById!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From which day on it may be proposed again; nothing for never.',
  })
  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Field(() => AgendaOriginItem, { nullable: true, description: 'The item.' })
  item!: typeof AgendaOriginItem | null;

  @Field(() => Person, { nullable: true, description: 'Who declined it.' })
  declinedBy!: Person | null;

  @Field(() => Board, { nullable: true, description: 'For which board.' })
  board!: Board | null;
}
