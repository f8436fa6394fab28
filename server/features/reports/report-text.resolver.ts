import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { LiveBlockKind } from '../../../schema/report-words.js';
import { onlyOverTheSocket } from '../../platform/changes/operation.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { LiveBlock } from './live-block.entity.js';
import { liveBlock } from './live-block.reads.js';
import { ReportTextChange } from './report-text.entity.js';
import * as inputs from './report-text.inputs.js';
import * as service from './report-text.service.js';
import { ReportVersion } from './report-version.entity.js';
import { KeepReportVersionInput, KeepReportVersionPayload } from './report-version.inputs.js';
import { keepReportVersion } from './report-version.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class ReportTextResolver {
  @Subscription(() => ReportTextChange, {
    subscribe: onlyOverTheSocket,
    description:
      'The text of a report as it is written, and who has it open. First all that you do not have. While you subscribe, you are shown to others as having it open.',
  })
  reportText(
    @Root() root: { reportText: ReportTextChange },
    @Arg('id', () => ID, { description: 'The report.' }) _id: string,
    @Arg('key', () => String, { description: 'Tells this page of yours from others you have open.' })
    _key: string,
    @Arg('stateVector', () => String, {
      nullable: true,
      description: 'What you have already, as a Yjs state vector in base64; absent for nothing.',
    })
    _stateVector?: string,
  ): ReportTextChange {
    return root.reportText;
  }

  @Query(() => ReportVersion, {
    nullable: true,
    description: 'A report as it stood; nothing when it is missing or not yours to see.',
  })
  reportVersion(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
  ) {
    return answerOne(context, info, ReportVersion, id);
  }

  @Query(() => LiveBlock, {
    nullable: true,
    description:
      'What a block of a report shows of a plan or a workstream, as you see it just now; nothing when that is missing or not yours to see.',
  })
  async liveBlock(
    @Ctx() context: Context,
    @Arg('shows', () => LiveBlockKind, { description: 'What is shown.' }) shows: LiveBlockKind,
    @Arg('of', () => ID, { description: 'The plan or the workstream.' }) of: string,
  ): Promise<LiveBlock | null> {
    const shown = await liveBlock(await context.reader(), shows, of);
    return shown && { title: shown.title, blocks: JSON.stringify(shown.blocks) };
  }

  @Mutation(() => inputs.WriteReportPayload, {
    description: 'Sends what was written in a report. Whether you may is asked anew for each piece.',
  })
  writeReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.WriteReportInput, input) asked: inputs.WriteReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.writeReport(work, asked) }));
  }

  @Mutation(() => inputs.PointInReportPayload, {
    description: 'Shows others where in a report you are. Nothing of it is kept.',
  })
  pointInReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PointInReportInput, input) asked: inputs.PointInReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.pointInReport(work, asked) }));
  }

  @Mutation(() => KeepReportVersionPayload, {
    description: 'Keeps a report as it stands, to be read later.',
  })
  keepReportVersion(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => KeepReportVersionInput, input) asked: KeepReportVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ reportVersion: await keepReportVersion(work, asked) }));
  }
}
