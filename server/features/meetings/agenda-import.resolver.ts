import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import * as inputs from './agenda-import.inputs.js';
import { importAgenda } from './agenda-import.service.js';
import { importForwardPlan } from './forward-plan-import.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class AgendaImportResolver {
  @Mutation(() => inputs.ImportForwardPlanPayload, {
    description:
      'Brings a forward plan from elsewhere into that of a board, with the meetings it names. What is there already stays; the same file again adds nothing.',
  })
  importForwardPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ImportForwardPlanInput, input) asked: inputs.ImportForwardPlanInput,
  ) {
    return mutate(context, info, (work) => importForwardPlan(work, asked));
  }

  @Mutation(() => inputs.ImportAgendaPayload, {
    description:
      'Brings an agenda from elsewhere to a meeting. Its items come after those that are there; standing items that nobody has touched give way. The same file again adds nothing.',
  })
  importAgenda(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ImportAgendaInput, input) asked: inputs.ImportAgendaInput,
  ) {
    return mutate(context, info, (work) => importAgenda(work, asked));
  }
}
