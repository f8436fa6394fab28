import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { AgendaOrigin } from './agenda-origin.entity.js';

@InputType({
  description:
    'That an entry of the forward plan or an item of an agenda reports on a priority: name one of the two. Of an item that came from the forward plan its entry is linked.',
})
export class LinkPriorityInput {
  @Field(() => ID, { nullable: true, description: 'The entry of the forward plan that reports on it.' })
  forwardPlanEntryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The item of the agenda that reports on it.' })
  agendaItemId?: string | null;

  @Field(() => ID, {
    description: 'The priority: one that reports to a board that considers the entry or the item.',
  })
  priorityId!: string;
}

export const LinkPriorityPayload = payload('LinkPriority', 'origin', () => AgendaOrigin);
export const UnlinkPriorityPayload = payload('UnlinkPriority', 'origin', () => AgendaOrigin);
