import { Field, Int, ObjectType } from 'type-graphql';
import { OutstandingKind, TimetableStage } from '../../../schema/meeting-words.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Board } from '../boards/board.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { ReportClearance } from '../reports/clearance.entity.js';
import { Report } from '../reports/report.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { Meeting } from './meeting.entity.js';
import { Nudge } from './nudge.entity.js';

@ObjectType({
  description:
    'One thing that somebody still owes a meeting, and by when. Exactly one sort of owner is given.',
})
export class OutstandingItem {
  @Field(() => ID, { description: 'Names it as long as the same people owe the same.' })
  id!: string;

  @Field(() => OutstandingKind, { description: 'What is owed.' })
  kind!: OutstandingKind;

  @Field(() => TimetableStage, { description: 'Which day of the meeting’s timetable it belongs to.' })
  stage!: TimetableStage;

  @Field(() => DateScalar, {
    description: 'The last day for it: its own, where one was set; else that of the timetable.',
  })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  isLate!: boolean;

  @Field(() => Int, {
    description:
      'How many working days have gone since; negative while some are left. Weekends and England’s bank holidays do not count.',
  })
  workingDaysLate!: number;

  @Field(() => [Person], { description: 'The people who owe it, where they are named.' })
  people!: Person[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation that owes it.' })
  organisation!: Organisation | null;

  @Field(() => Board, { nullable: true, description: 'The board whose secretariat owes it.' })
  board!: Board | null;

  @Field(() => Meeting, { nullable: true, description: 'The meeting it is for.' })
  meeting!: Meeting | null;

  @Field(() => AgendaItem, { nullable: true, description: 'The item of the agenda it is for.' })
  agendaItem!: AgendaItem | null;

  @Field(() => ForwardPlanEntry, { nullable: true, description: 'The line of the forward plan it is for.' })
  forwardPlanEntry!: ForwardPlanEntry | null;

  @Field(() => Report, { nullable: true, description: 'The report it is about.' })
  report!: Report | null;

  @Field(() => ReportClearance, { nullable: true, description: 'The clearance it is about.' })
  clearance!: ReportClearance | null;

  @Field(() => Nudge, { nullable: true, description: 'When they were last nudged for it.' })
  nudge!: Nudge | null;
}

@ObjectType({
  description:
    'What is late or falls due within ten working days, worked out anew each time from what you see. What a report waits for is told step by step: nobody owes a clearance before it is written.',
})
export class Outstanding {
  @Field(() => Int, { description: 'How much of it is late.' })
  lateCount!: number;

  @Field(() => Int, { description: 'How much falls due within ten working days.' })
  dueSoonCount!: number;

  @Field(() => [OutstandingItem], { description: 'Each, what was due first before the rest.' })
  items!: OutstandingItem[];
}
