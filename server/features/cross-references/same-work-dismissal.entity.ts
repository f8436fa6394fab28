import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { Action } from '../actions/action.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';

@ObjectType({ description: 'What the viewer may do with what was said of two actions.' })
export class SameWorkDismissalAbilities {
  @Field(() => Boolean, { description: 'Take it back: an editor of an owner of either action.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'That two actions are not the same work, though their titles are alike. While it stands the one is not offered for the other to anybody.',
})
@Entity('same_work_dismissals')
export class SameWorkDismissal extends Item {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  toPlanId!: string;

  @Column('uuid')
  actionId!: string;

  @Column('uuid')
  otherId!: string;

  @Field(() => String, { nullable: true, description: 'Why they are not.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  dismissedById!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => Action, { description: 'One of the two.' })
  action!: Action;

  @Field(() => Action, { description: 'The other of the two.' })
  other!: Action;

  @Field(() => Person, { nullable: true, description: 'Who said so; when, `createdAt` says.' })
  dismissedBy!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation.' })
  organisation!: Organisation | null;

  @Field(() => SameWorkDismissalAbilities, { description: 'What you may do with it.' })
  viewerCan!: SameWorkDismissalAbilities;
}
