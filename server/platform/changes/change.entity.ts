import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ChangeKind } from '../../../schema/vocabulary.js';
import { saysItself } from '../db/base.js';
import { DateTimeScalar, ID } from '../graphql/scalars.js';

/** The types whose changes are told. Features put theirs in, before the schema is built. */
export const itemClasses: (abstract new () => object)[] = [];

@ObjectType({ description: 'A field’s value before and after a change.' })
export class FieldChange {
  @Field(() => String, { description: 'The field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was, as text.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it became, as text.' })
  after!: string | null;
}

/** Declares the one type of all changes, over the item classes registered so far and the classes of actor and organisation. */
export function defineChange(person: () => object, organisation: () => object) {
  const ChangedItem = createUnionType({
    name: 'ChangedItem',
    description: 'Any item whose changes are recorded.',
    types: () => itemClasses as unknown as [new () => object],
    resolveType: saysItself,
  });

  @ObjectType({ description: 'One entry of the change log: what happened to one item.' })
  class Change {
    @Field(() => String, { description: 'Where it stands in the log: send as `after` to go on from here.' })
    cursor!: string;

    @Field(() => DateTimeScalar, { description: 'When it was committed.' })
    at!: string;

    @Field(() => ChangeKind, { description: 'What happened.' })
    kind!: ChangeKind;

    @Field(() => String, { nullable: true, description: 'The type of the item; empty for RESYNC.' })
    itemType!: string | null;

    @Field(() => ID, {
      nullable: true,
      description: 'The item’s identifier; also given when it is REMOVED. Empty for RESYNC.',
    })
    itemId!: string | null;

    @Field(() => ID, {
      nullable: true,
      description: 'The item it is part of or says something about, such as an update’s action.',
    })
    aboutId!: string | null;

    @Field(() => ChangedItem, {
      nullable: true,
      description: 'The item as it is now; empty when REMOVED or RESYNC.',
    })
    item!: object | null;

    @Field(person as () => never, { nullable: true, description: 'Who did it. Not told to the public.' })
    actor!: object | null;

    @Field(organisation as () => never, { nullable: true, description: 'For which organisation.' })
    organisation!: object | null;

    @Field(() => [FieldChange], { description: 'What changed in it. Empty when it was created or removed.' })
    fields!: FieldChange[];
  }
  return Change;
}
