import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { Item, saysItself } from '../../platform/db/base.js';
import { Action } from '../actions/action.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';

export const AgendaOriginItem = createUnionType({
  name: 'AgendaOriginItem',
  description: 'What the plans can propose for an agenda.',
  types: () => [Action, Priority, Risk, CrossReference, ForwardPlanEntry] as const,
  resolveType: saysItself,
});

@ObjectType({
  implements: Item,
  description:
    'What in the plans an entry of the forward plan, or an item of an agenda, is for: a proposal that was accepted, or a priority that it was said by hand to report on.',
})
@Entity('agenda_origins')
export class AgendaOrigin extends Item {
  @Column('uuid')
  boardId!: string;

  /** Of an entry or, of what did not come from the forward plan, of an item: one of the two. */
  @Column('uuid', { nullable: true })
  entryId!: string | null;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Field(() => AgendaProposalKind, {
    description: 'Why it was proposed; of what was linked by hand, why it would be proposed.',
  })
  @Column('text')
  kind!: AgendaProposalKind;

  @Column('text')
  itemType!: string;

  @Column('uuid')
  itemId!: string;

  @Field(() => String, {
    description:
      'How it stood when it was accepted, in a sentence; of what was linked by hand, on which day that was.',
  })
  @Column('text')
  evidence!: string;

  @Column('boolean')
  gaveTheWords!: boolean;

  @Field(() => Boolean, {
    description: 'Whether somebody said so by hand; otherwise a proposal was accepted or merged.',
  })
  @Column('boolean')
  isByHand!: boolean;

  @Field(() => AgendaOriginItem, { nullable: true, description: 'The item itself, as it stands now.' })
  item!: typeof AgendaOriginItem | null;

  @Field(() => ForwardPlanEntry, {
    nullable: true,
    description:
      'The entry of the forward plan it belongs to; nothing where it belongs to an item that has none.',
  })
  forwardPlanEntry!: ForwardPlanEntry | null;

  @Field(() => AgendaItem, {
    nullable: true,
    description: 'The item of the agenda it belongs to, where that did not come from the forward plan.',
  })
  agendaItem!: AgendaItem | null;
}
