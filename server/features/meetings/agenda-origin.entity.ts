import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { Item, saysItself } from '../../platform/db/base.js';
import { Action } from '../actions/action.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';

export const AgendaOriginItem = createUnionType({
  name: 'AgendaOriginItem',
  description: 'What the plans can propose for an agenda.',
  types: () => [Action, Priority, Risk, CrossReference, ForwardPlanEntry] as const,
  resolveType: saysItself,
});

@ObjectType({
  implements: Item,
  description: 'What in the plans an entry of the forward plan was accepted for.',
})
@Entity('agenda_origins')
export class AgendaOrigin extends Item {
  @Column('uuid')
  boardId!: string;

  @Column('uuid')
  entryId!: string;

  @Field(() => AgendaProposalKind, { description: 'Why it was proposed.' })
  @Column('text')
  kind!: AgendaProposalKind;

  @Column('text')
  itemType!: string;

  @Column('uuid')
  itemId!: string;

  @Field(() => String, { description: 'How it stood when it was accepted, in a sentence.' })
  @Column('text')
  evidence!: string;

  @Column('boolean')
  gaveTheWords!: boolean;

  @Field(() => AgendaOriginItem, { nullable: true, description: 'The item itself, as it stands now.' })
  item!: typeof AgendaOriginItem | null;
}
