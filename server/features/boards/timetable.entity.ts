import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Board } from './board.entity.js';

@ObjectType({ description: 'A last day, and the board whose rule asks for it.' })
export class TimetableDay {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Board, {
    description: 'The board whose rule it is: of several that meet at once, the one that wants it earliest.',
  })
  board!: Board;
}

@ObjectType({ description: 'A bank holiday in England.' })
export class BankHoliday {
  @Field(() => DateScalar, { description: 'The day it is kept.' })
  on!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({
  description:
    'The days before a meeting, counted back from it by the rules of its board; of several boards at once, by the strictest.',
})
export class MeetingTimetable {
  @Field(() => DateScalar, { description: 'The day of the meeting.' })
  meetsOn!: string;

  @Field(() => TimetableDay, {
    nullable: true,
    description: 'The last day to give notice of a part in private; empty where no board has to.',
  })
  privateNoticeBy!: TimetableDay | null;

  @Field(() => TimetableDay, {
    nullable: true,
    description:
      'The last day for the further notice of a part in private, with what was said against it and the answer; empty where no board has to give one.',
  })
  furtherNoticeBy!: TimetableDay | null;

  @Field(() => TimetableDay, {
    nullable: true,
    description: 'The last day to give notice of a key decision; empty where no board takes any.',
  })
  keyDecisionNoticeBy!: TimetableDay | null;

  @Field(() => TimetableDay, { description: 'The last day for draft reports.' })
  draftReportsBy!: TimetableDay;

  @Field(() => TimetableDay, { description: 'The last day for clearances.' })
  clearancesBy!: TimetableDay;

  @Field(() => TimetableDay, { description: 'The last day on which papers may go out.' })
  dispatchBy!: TimetableDay;

  @Field(() => TimetableDay, {
    nullable: true,
    description: 'The last day for questions from the public; empty where none are taken.',
  })
  questionsBy!: TimetableDay | null;

  @Field(() => [BankHoliday], { description: 'Bank holidays from the first of these days to the meeting.' })
  holidays!: BankHoliday[];
}
