import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import * as inputs from './report-template.inputs.js';
import { updateReportTemplate } from './report-template.service.js';

@Resolver()
export class ReportTemplateResolver {
  @Mutation(() => inputs.UpdateReportTemplatePayload, {
    description: 'Changes the template that a board’s new reports follow.',
  })
  updateReportTemplate(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateReportTemplateInput, { description: 'What changes.' })
    input: inputs.UpdateReportTemplateInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportTemplate: await updateReportTemplate(work, input),
    }));
  }
}
