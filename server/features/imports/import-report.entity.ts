import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Timing } from '../actions/timing.entity.js';
import { PossiblySameWork } from '../cross-references/same-work.entity.js';

/** The parts of what is told of an import. */

export enum ImportBodyKind {
  PERSON = 'PERSON',
  POST = 'POST',
  ORGANISATION = 'ORGANISATION',
  ABU = 'ABU',
  BOARD = 'BOARD',
}
registerEnumType(ImportBodyKind, {
  name: 'ImportBodyKind',
  description: 'What sort of body some words were matched to.',
});

@ObjectType({
  description: 'Of one sort of item: how many the file brings, changes, or says nothing new of.',
})
export class ImportCount {
  @Field(() => Int, { description: 'New here.' })
  create!: number;

  @Field(() => Int, { description: 'Here already, and changed by the file.' })
  update!: number;

  @Field(() => Int, { description: 'Here already, as in the file or kept as it is here.' })
  unchanged!: number;
}

@ObjectType({ description: 'What a file brings, sort by sort.' })
export class ImportCounts {
  @Field(() => ImportCount, { description: 'Workstreams.' })
  workstreams!: ImportCount;

  @Field(() => ImportCount, { description: 'The lettered actions in the headers of workstreams.' })
  actions!: ImportCount;

  @Field(() => ImportCount, { description: 'All other actions: the tasks, row by row.' })
  tasks!: ImportCount;

  @Field(() => ImportCount, { description: 'Risks.' })
  risks!: ImportCount;

  @Field(() => ImportCount, { description: 'Mitigations.' })
  mitigations!: ImportCount;

  @Field(() => ImportCount, { description: 'Updates, from narrative columns.' })
  updates!: ImportCount;

  @Field(() => ImportCount, {
    description: 'Cross-references found in sentences, also those that lead nowhere.',
  })
  crossReferences!: ImportCount;
}

@ObjectType({ description: 'A row of the file that did not become part of the plan.' })
export class ImportSkippedRow {
  @Field(() => String, { description: 'The sheet.' })
  sheet!: string;

  @Field(() => Int, { description: 'The row, from 1.' })
  row!: number;

  @Field(() => String, { description: 'Why it was passed over.' })
  reason!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;
}

@ObjectType({ description: 'A body that some words may mean.' })
export class ImportMatch {
  @Field(() => ImportBodyKind, { description: 'What sort of body.' })
  kind!: ImportBodyKind;

  @Field(() => ID, { description: 'The body: send it back in `accept`.' })
  id!: string;

  @Field(() => String, { description: 'Its name here.' })
  name!: string;

  @Field(() => Float, {
    description: 'How sure: 1 the very name, 0.95 an alias, less for what only resembles it.',
  })
  confidence!: number;

  @Field(() => String, { description: 'Why it was thought of.' })
  how!: string;
}

@ObjectType({ description: 'An owner as the file writes it, and who that may be.' })
export class ImportOwner {
  @Field(() => String, { description: 'The words as written.' })
  asWritten!: string;

  @Field(() => Int, { description: 'How many rows say so.' })
  rows!: number;

  @Field(() => Boolean, { description: '“TBC” and the like: nobody yet.' })
  isGap!: boolean;

  @Field(() => [ImportMatch], { description: 'Who it may be, best first.' })
  matches!: ImportMatch[];

  @Field(() => ImportMatch, {
    nullable: true,
    description: 'Who it is taken to be. Empty: the words stay as written.',
  })
  chosen!: ImportMatch | null;
}

@ObjectType({ description: 'A deadline as the file writes it, and what it is read as.' })
export class ImportTiming {
  @Field(() => Timing, { description: 'The words and the dates they mean.' })
  timing!: Timing;

  @Field(() => Int, { description: 'How many rows say so.' })
  rows!: number;

  @Field(() => Boolean, { description: 'Not understood: kept as written, never guessed.' })
  isFlagged!: boolean;
}

@ObjectType({ description: 'An action the file adds, and one of another plan that may be the same work.' })
export class ImportSameWork extends PossiblySameWork {
  @Field(() => String, { description: 'The action of the file.' })
  item!: string;
}

@ObjectType({ description: 'A cross-reference found in a sentence of the file.' })
export class ImportReference {
  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => String, { description: 'The item they stand at.' })
  from!: string;

  @Field(() => CrossReferenceKind, { description: 'What the sentence says it is.' })
  kind!: CrossReferenceKind;

  @Field(() => String, { nullable: true, description: 'The item they name; empty when that is not clear.' })
  to!: string | null;

  @Field(() => [String], { description: 'Those it may be, where several are called that.' })
  candidates!: string[];

  @Field(() => String, { nullable: true, description: 'Why it leads nowhere.' })
  reason!: string | null;
}

@ObjectType({ description: 'A field of an item that the file changes.' })
export class ImportChange {
  @Field(() => String, { description: 'The item.' })
  item!: string;

  @Field(() => String, { description: 'The field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'As it was here.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As the file has it.' })
  after!: string | null;
}

@ObjectType({
  description: 'A field that people changed here since the last import, or wrote themselves: kept as it is.',
})
export class ImportKept {
  @Field(() => String, { description: 'The item.' })
  item!: string;

  @Field(() => String, { description: 'The field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'As it is here.' })
  here!: string | null;

  @Field(() => String, { nullable: true, description: 'As the file has it.' })
  inFile!: string | null;
}
