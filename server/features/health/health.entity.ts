import { Field, Int, ObjectType } from 'type-graphql';
import { HealthFindingKind } from '../../../schema/vocabulary.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Board } from '../boards/board.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';

@ObjectType({ description: 'Something that is amiss, for somebody to put right.' })
export class HealthFinding {
  @Field(() => ID, { description: 'The same for as long as the same is found; it leads nowhere.' })
  id!: string;

  @Field(() => String, { description: 'What is amiss, in a sentence.' })
  sentence!: string;

  @Field(() => [CrossReference], { description: 'The cross-references it is about.' })
  crossReferences!: CrossReference[];
}

@ObjectType({ description: 'How many findings there are of one kind.' })
export class HealthCount {
  @Field(() => HealthFindingKind, { description: 'What is amiss.' })
  kind!: HealthFindingKind;

  @Field(() => Int, { description: 'How many, of those you may see.' })
  total!: number;
}

@ObjectType({ description: 'The findings of one kind.' })
export class HealthSection extends HealthCount {
  @Field(() => [HealthFinding], { description: 'The first of them, as many as were asked for.' })
  findings!: HealthFinding[];
}

/** What is counted for each body, whatever it is. */
@ObjectType({ description: 'What concerns one body.' })
abstract class BodyHealth {
  @Field(() => Int, { description: 'How many findings concern it.' })
  total!: number;

  @Field(() => [HealthCount], {
    description: 'The same by kind; kinds of which there is nothing are left out.',
  })
  kinds!: HealthCount[];
}

@ObjectType({
  description: 'What concerns one organisation: it owns an item at either end, or leads its workstream.',
})
export class OrganisationHealth extends BodyHealth {
  @Field(() => Organisation, { description: 'The organisation.' })
  organisation!: Organisation;
}

@ObjectType({
  description: 'What concerns one board: the plan of either end is its own, or it answers for an item.',
})
export class BoardHealth extends BodyHealth {
  @Field(() => Board, { description: 'The board.' })
  board!: Board;
}

@ObjectType({
  description:
    'What concerns one accountable business unit: it answers for an item at either end, or delivers a priority that the item’s workstream serves.',
})
export class AbuHealth extends BodyHealth {
  @Field(() => AccountableBusinessUnit, { description: 'The accountable business unit.' })
  abu!: AccountableBusinessUnit;
}

@ObjectType({
  description: 'What is amiss with the cross-references of a plan or a partnership, of those you may see.',
})
export class CrossReferenceHealth {
  @Field(() => Int, { description: 'How many findings there are of all kinds.' })
  total!: number;

  @Field(() => [HealthSection], { description: 'Every kind, also those of which there is nothing.' })
  sections!: HealthSection[];

  @Field(() => [OrganisationHealth], {
    description:
      'What concerns each organisation, most first; of all findings, whichever organisation was asked for.',
  })
  byOrganisation!: OrganisationHealth[];

  @Field(() => [BoardHealth], {
    description:
      'What concerns each board, most first; of all findings, whichever organisation was asked for.',
  })
  byBoard!: BoardHealth[];

  @Field(() => [AbuHealth], {
    description:
      'What concerns each accountable business unit, most first; of all findings, whichever organisation was asked for.',
  })
  byAbu!: AbuHealth[];
}
