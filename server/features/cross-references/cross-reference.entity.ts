import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  Confidence,
  CrossReferenceKind,
  CrossReferenceStatus,
  ItemType,
  StrainLevel,
} from '../../../schema/vocabulary.js';
import { Item, saysItself } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Action } from '../actions/action.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Mitigation, Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';

export const CrossReferenceEnd = createUnionType({
  name: 'CrossReferenceEnd',
  description: 'What a cross-reference can join.',
  types: () => [Plan, Priority, Workstream, Action, Risk, Mitigation, ExternalDependency] as const,
  resolveType: saysItself,
});

@ObjectType({ description: 'Whether the promise holds, and why not.' })
export class Strain {
  @Field(() => StrainLevel, { description: 'None, strained or broken.' })
  level!: StrainLevel;

  @Field(() => [String], { description: 'Each reason in a plain sentence.' })
  reasons!: string[];
}

@ObjectType({ description: 'What the viewer may do with a cross-reference.' })
export class CrossReferenceAbilities {
  @Field(() => Boolean, {
    description: 'Confirm it, name another day, or dispute it: the owner of the other end.',
  })
  answer!: boolean;

  @Field(() => Boolean, {
    description: 'Accept the other day that was named: the owner of the end it is written at.',
  })
  accept!: boolean;

  @Field(() => Boolean, { description: 'Change its kind or note: the owner of the end it is written at.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Withdraw it: the owner of either end.' })
  archive!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'A promise between two parties: one item needs, serves or concerns another.',
})
@Entity('cross_references')
export class CrossReference extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('uuid', { nullable: true })
  toPlanId!: string | null;

  @Column('text')
  fromType!: ItemType;

  @Column('uuid')
  fromId!: string;

  @Column('text', { nullable: true })
  toType!: ItemType | null;

  @Column('uuid', { nullable: true })
  toId!: string | null;

  @Field(() => CrossReferenceKind, { description: 'What `from` is to `to`.' })
  @Column('text')
  kind!: CrossReferenceKind;

  @Field(() => CrossReferenceStatus, { description: 'Whether the other end has agreed.' })
  @Column('text')
  status!: CrossReferenceStatus;

  @Field(() => String, { nullable: true, description: 'The words it was read from.' })
  @Column('text', { nullable: true })
  textAsWritten!: string | null;

  @Field(() => String, { nullable: true, description: 'What is needed, in a sentence.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of a dependency: by when `from` needs it, as whoever asked says.',
  })
  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a dependency: what happens if it is late.' })
  @Column('text', { nullable: true })
  ifLate!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of a dependency: for when the owner of `to` promises it. While COUNTERED it is an offer; once CONFIRMED, the later of this and `neededBy` is the day agreed.',
  })
  @Column('date', { nullable: true })
  promisedBy!: string | null;

  @Field(() => Confidence, { nullable: true, description: 'How surely it comes by the day promised.' })
  @Column('text', { nullable: true })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'Why it is disputed, or why another day was named.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the words were not recognised; then `to` is empty.',
  })
  @Column('text', { nullable: true })
  unresolvedBecause!: string | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last answered.' })
  @Column('timestamptz', { nullable: true })
  decidedAt!: string | null;

  @Field(() => CrossReferenceEnd, { description: 'Where it is written.' })
  from!: typeof CrossReferenceEnd;

  @Field(() => CrossReferenceEnd, {
    nullable: true,
    description: 'What it points at; empty when the words were not recognised.',
  })
  to!: typeof CrossReferenceEnd | null;

  @Field(() => Person, { nullable: true, description: 'Who answered it last.' })
  decidedBy!: Person | null;

  @Field(() => Strain, { description: 'Whether it holds.' })
  strain!: Strain;

  @Field(() => CrossReferenceAbilities, { description: 'What you may do with it.' })
  viewerCan!: CrossReferenceAbilities;
}
