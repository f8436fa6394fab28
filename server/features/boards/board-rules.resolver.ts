import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { RuleProfile } from './board-rules.entity.js';
import * as inputs from './board-rules.inputs.js';
import { asRow, timetablesFor } from './board-rules.reads.js';
import * as service from './board-rules.service.js';
import { ruleProfiles } from './rule-profiles.js';
import { BankHoliday, MeetingTimetable } from './timetable.entity.js';
import { bankHolidaysBetween } from './working-days.rules.js';

const MOST_BOARDS = 20;
const MOST_YEARS = 3;
/** Before the first, other days were bank holidays; what is after the last, nobody plans for. */
const EARLIEST = '1990-01-01';
const LATEST = '2199-12-31';

@Resolver()
export class BoardRulesResolver {
  @Query(() => [RuleProfile], {
    description:
      'The templates that boards take their rules from, with the law or custom each rule comes from.',
  })
  async ruleProfiles(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const rows = ruleProfiles.map(asRow);
    await shape(await context.reader(), 'RuleProfile', rows, Selection.of(info));
    return rows;
  }

  @Query(() => MeetingTimetable, {
    nullable: true,
    description:
      'When papers, drafts, clearances, questions and notices would be due for a meeting on a day, by the rules of its boards. Nothing when none of them is yours to see.',
  })
  async meetingTimetable(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('boardIds', () => [ID], { description: 'The board, or the boards that meet at once: 20 at most.' })
    boardIds: string[],
    @Arg('meetsOn', () => DateScalar, { description: 'The day of the meeting.' }) meetsOn: string,
  ) {
    if (boardIds.length > MOST_BOARDS)
      throw invalidInput([{ field: 'boardIds', message: `At most ${MOST_BOARDS} boards meet at once.` }]);
    if (meetsOn < EARLIEST || meetsOn > LATEST)
      throw invalidInput([{ field: 'meetsOn', message: `From ${EARLIEST} to ${LATEST}.` }]);
    const reader = await context.reader();
    const [timetable] = await timetablesFor(reader, [{ boardIds: [...new Set(boardIds)], meetsOn }]);
    if (timetable) await shape(reader, 'MeetingTimetable', [timetable], Selection.of(info));
    return timetable ?? null;
  }

  @Query(() => [BankHoliday], {
    nullable: true,
    description: 'England’s bank holidays between two days, both counted. Nothing only beside a refusal.',
  })
  bankHolidays(
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'The last day; at most three years later.' })
    until: string,
  ) {
    if (from < EARLIEST || until > LATEST)
      throw invalidInput([
        { field: from < EARLIEST ? 'from' : 'until', message: `From ${EARLIEST} to ${LATEST}.` },
      ]);
    if (Number(until.slice(0, 4)) - Number(from.slice(0, 4)) > MOST_YEARS)
      throw invalidInput([{ field: 'until', message: `Ask for no more than ${MOST_YEARS} years at once.` }]);
    return bankHolidaysBetween(from, until);
  }

  @Mutation(() => inputs.AdoptRuleProfilePayload, {
    description: 'Gives a board the rules of a profile, in place of those it had.',
  })
  adoptRuleProfile(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AdoptRuleProfileInput, { description: 'The board and the profile.' })
    input: inputs.AdoptRuleProfileInput,
  ) {
    return mutate(context, info, async (work) => ({
      boardRules: await service.adoptRuleProfile(work, input),
    }));
  }

  @Mutation(() => inputs.AdoptProfileChangesPayload, {
    description:
      'Takes over what the profile of a board words otherwise since the board took it. Where it has not moved on is RULE_BROKEN.',
  })
  adoptProfileChanges(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AdoptProfileChangesInput, { description: 'The board, and which rules.' })
    input: inputs.AdoptProfileChangesInput,
  ) {
    return mutate(context, info, async (work) => ({
      boardRules: await service.adoptProfileChanges(work, input),
    }));
  }

  @Mutation(() => inputs.UpdateBoardRulesPayload, {
    description:
      'Adjusts a board’s own copy of its rules. Below what the law asks of boards of its profile is RULE_BROKEN, naming the section.',
  })
  updateBoardRules(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateBoardRulesInput, { description: 'What changes.' })
    input: inputs.UpdateBoardRulesInput,
  ) {
    return mutate(context, info, async (work) => ({
      boardRules: await service.updateBoardRules(work, input),
    }));
  }
}
