import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './agenda-origin.inputs.js';
import * as service from './agenda-origin.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class AgendaOriginResolver {
  @Mutation(() => inputs.LinkPriorityPayload, {
    description:
      'Says that an entry of the forward plan or an item of an agenda reports on a priority, also of a meeting that was held: it counts like a proposal that was accepted. Said twice, it is one link.',
  })
  linkPriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.LinkPriorityInput, input) asked: inputs.LinkPriorityInput,
  ) {
    return mutate(context, info, async (work) => ({ origin: await service.linkPriority(work, asked) }));
  }

  @Mutation(() => inputs.UnlinkPriorityPayload, {
    description:
      'Says that an entry or an item does not report on a priority after all, however that came about: the priority is proposed again when it is due.',
  })
  unlinkPriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ origin: await service.unlinkPriority(work, asked) }));
  }
}
