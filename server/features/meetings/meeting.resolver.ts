import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { WeekOfMonth } from '../../../schema/meeting-words.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateScalar, DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { RestrictInput } from '../plans/restrict.inputs.js';
import { Meeting } from './meeting.entity.js';
import * as inputs from './meeting.inputs.js';
import { MeetingConnection, MeetingFilter, meetingOrder, meetingsWhere } from './meeting.lists.js';
import * as service from './meeting.service.js';
import { meetingDays } from './meeting-days.rules.js';

const input = { description: 'What is asked.' };

@Resolver()
export class MeetingResolver {
  @Query(() => Meeting, {
    nullable: true,
    description: 'One meeting; nothing when it is missing or not yours to see.',
  })
  meeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The meeting.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Meeting, id, asOf);
  }

  @Query(() => MeetingConnection, {
    description: 'Meetings of a board or of a whole partnership, soonest first, a page at a time.',
  })
  async meetings(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A board or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => MeetingFilter, { nullable: true, description: 'Which ones.' })
    filter?: MeetingFilter,
  ) {
    const { sql: where, params } = meetingsWhere(within, filter);
    const ask = { entity: Meeting, where, params, order: meetingOrder, first, after };
    return page(await context.reader(), ask, Selection.of(info));
  }

  @Query(() => [inputs.MeetingDay], {
    nullable: true,
    description:
      'The days on which a board would meet by a rhythm, with the bank holidays that fall on them. Nothing only beside a refusal.',
  })
  meetingDays(
    @Arg('week', () => WeekOfMonth, { description: 'In which week of the month.' }) week: WeekOfMonth,
    @Arg('weekday', () => Int, { description: 'On which weekday: 1 is Monday, 5 Friday.' }) weekday: number,
    @Arg('everyMonths', () => Int, {
      description: 'Every how many months, 12 at most, counted from that of the first day.',
    })
    everyMonths: number,
    @Arg('from', () => DateScalar, { description: 'Not before this day.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'Not after this day; at most three years later.' })
    until: string,
  ) {
    return meetingDays({ week, weekday, everyMonths, from, until });
  }

  @Mutation(() => inputs.CreateMeetingPayload, {
    description: 'Plans a meeting of a board, or of several at once. Standing items are put on its agenda.',
  })
  createMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateMeetingInput, input) asked: inputs.CreateMeetingInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.createMeeting(work, asked) }));
  }

  @Mutation(() => inputs.CreateMeetingsPayload, {
    description: 'Plans several meetings at once, such as those of a year: all of them or none.',
  })
  createMeetings(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateMeetingsInput, input) asked: inputs.CreateMeetingsInput,
  ) {
    return mutate(context, info, async (work) => ({ meetings: await service.createMeetings(work, asked) }));
  }

  @Mutation(() => inputs.UpdateMeetingPayload, {
    description: 'Changes a meeting that is to come. Errors: `MOVED_WITHOUT_REASON`.',
  })
  updateMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateMeetingInput, input) asked: inputs.UpdateMeetingInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.updateMeeting(work, asked) }));
  }

  @Mutation(() => inputs.CancelMeetingPayload, {
    description: 'Says that a meeting does not take place, and why.',
  })
  cancelMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CancelMeetingInput, input) asked: inputs.CancelMeetingInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.cancelMeeting(work, asked) }));
  }

  @Mutation(() => inputs.PlanMeetingAnewPayload, {
    description: 'Plans a meeting again that was cancelled, or said to be held by mistake.',
  })
  planMeetingAnew(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.planMeetingAnew(work, asked) }));
  }

  @Mutation(() => inputs.HoldMeetingPayload, {
    description: 'Says that a meeting took place. Its agenda stays as it was.',
  })
  holdMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.holdMeeting(work, asked) }));
  }

  @Mutation(() => inputs.RestrictMeetingPayload, {
    description:
      'Narrows who knows of a meeting, with its agenda, what is planned for it, its reports and packs; or lifts that. A pack that waits to be published is put away. Errors: `PUBLISHED`, `WOULD_LOCK_YOU_OUT`.',
  })
  restrictMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RestrictInput, input) asked: RestrictInput,
  ) {
    return mutate(context, info, async (work) => ({ meeting: await service.restrictMeeting(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveMeetingPayload, {
    description:
      'Puts a meeting away that was planned by mistake: nothing is on its agenda but untouched standing items, nothing is planned for it, prepared or published. Errors: `MEETING_IN_USE`.',
  })
  archiveMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      meeting: await service.archiveMeeting(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreMeetingPayload, { description: 'Brings a meeting back that was put away.' })
  restoreMeeting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      meeting: await service.archiveMeeting(work, asked, false),
    }));
  }
}
