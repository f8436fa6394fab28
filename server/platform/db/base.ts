import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, ID } from '../graphql/scalars.js';

/** A row as the database gives it, in the property names of its entity, with what shape() attached. */
export type Row = Record<string, unknown> & { id: string };

/** Which type a row of several possible ones is of. */
export const saysItself = (row: unknown): string => (row as { __typename: string }).__typename;

/** What every row of the plan begins with. */
@InterfaceType({
  description: 'Something that stands in the shared plan and keeps a history.',
  resolveType: saysItself,
})
export abstract class Item {
  @Field(() => ID, { description: 'Permanent identifier (UUID), never reused.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  partnershipId!: string;

  @Column('uuid')
  audienceId!: string;

  @Field(() => Int, { description: 'Counts this item’s own changes. Send it back as `expectedVersion`.' })
  @Column('int')
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the item was made.' })
  @Column('timestamptz')
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When the item itself last changed.' })
  @Column('timestamptz')
  updatedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was put away; empty while in use.' })
  @Column('timestamptz', { nullable: true })
  archivedAt!: string | null;
}

@ObjectType({ description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Send as `after` to get the next page.' })
  endCursor!: string | null;
}
