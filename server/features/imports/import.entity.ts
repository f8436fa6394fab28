import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ImportStatus } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Plan } from '../plans/plan.entity.js';
import {
  ImportChange,
  ImportCounts,
  ImportKept,
  ImportOwner,
  ImportReference,
  ImportSameWork,
  ImportSkippedRow,
  ImportTiming,
} from './import-report.entity.js';

@ObjectType({ description: 'What the viewer may do with an import.' })
export class ImportAbilities {
  @Field(() => Boolean, { description: 'Apply it to its plan, or apply it again after undoing.' })
  apply!: boolean;

  @Field(() => Boolean, { description: 'Undo it.' })
  undo!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'A workbook or table brought into a plan: looked at first, then applied, and undone if need be.',
})
@Entity('imports')
export class Import extends Item {
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Field(() => String, { description: 'The name of the file.' })
  @Column('text')
  fileName!: string;

  @Field(() => ImportStatus, { description: 'Looked at, applied or undone.' })
  @Column('text')
  status!: ImportStatus;

  @Column('jsonb')
  summary!: Record<string, unknown>;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => Plan, {
    nullable: true,
    description: 'The plan it goes into; empty while that is yet to be begun.',
  })
  plan!: Plan | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation it was done.' })
  organisation!: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'Who brought it.' })
  importedBy!: Person | null;

  @Field(() => ImportCounts, { description: 'What it brings.' })
  counts!: ImportCounts;

  @Field(() => Int, { description: 'How many rows were passed over.' })
  skippedCount!: number;

  @Field(() => [ImportSkippedRow], { description: 'The rows that were passed over, and why: the first 500.' })
  skippedRows!: ImportSkippedRow[];

  @Field(() => [String], { description: 'What to know before it is applied.' })
  notes!: string[];

  @Field(() => [ImportOwner], { description: 'Everyone the file names as an owner or sponsor.' })
  owners!: ImportOwner[];

  @Field(() => [ImportTiming], { description: 'Every deadline the file writes.' })
  timings!: ImportTiming[];

  @Field(() => [ImportReference], { description: 'The cross-references found in its sentences.' })
  crossReferences!: ImportReference[];

  @Field(() => [ImportChange], {
    description: 'What it changes of items that were here: the first 500 fields.',
  })
  changes!: ImportChange[];

  @Field(() => [ImportKept], { description: 'What it does not overwrite, because people changed it here.' })
  kept!: ImportKept[];

  @Field(() => [String], {
    description: 'Items an earlier file brought that this one has no more. They stay.',
  })
  missing!: string[];

  @Field(() => [String], {
    description: 'Once undone: items left as they are, because people changed them since.',
  })
  left!: string[];

  @Extensions({ weight: 10_000 })
  @Field(() => [ImportSameWork], {
    description:
      'Actions it adds that other plans may have already, by the words of their titles; of each the likest. Told, never said by itself.',
  })
  possiblySameWork!: ImportSameWork[];

  @Field(() => ImportAbilities, { description: 'What you may do with it.' })
  viewerCan!: ImportAbilities;
}
