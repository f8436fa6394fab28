import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerMany, answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Selection } from '../../platform/reading/selection.js';
import { Partnership } from './partnership.entity.js';
import { UpdatePartnershipInput, UpdatePartnershipPayload } from './partnership.inputs.js';
import * as service from './partnership.service.js';

@Resolver()
export class PartnershipResolver {
  @Query(() => [Partnership], { description: 'The partnerships on this server, by name.' })
  async partnerships(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const reader = await context.reader();
    return answerMany(
      reader,
      Selection.of(info),
      Partnership,
      't.archived_at is null',
      [],
      'lower(t.name), t.id',
    );
  }

  @Query(() => Partnership, {
    nullable: true,
    description: 'One partnership; nothing when it is missing or not yours to see.',
  })
  partnership(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The partnership.' }) id: string,
  ) {
    return answerOne(context, info, Partnership, id);
  }

  @Mutation(() => UpdatePartnershipPayload, {
    description: 'Changes a partnership’s name, its place or what its colours mean.',
  })
  updatePartnership(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => UpdatePartnershipInput, { description: 'What changes.' })
    input: UpdatePartnershipInput,
  ) {
    return mutate(context, info, async (work) => ({
      partnership: await service.updatePartnership(work, input),
    }));
  }
}
