import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { TimingPrecision } from '../../../schema/vocabulary.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'When something is due: what people wrote, and what it means.' })
export class Timing {
  @Field(() => String, { description: 'The words as written.' })
  asWritten!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day meant.' })
  start!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day meant. Overdue once it has passed.' })
  end!: string | null;

  @Field(() => TimingPrecision, {
    description: 'How exact the words are; NOT_UNDERSTOOD when they could not be read.',
  })
  precision!: TimingPrecision;

  @Field(() => String, { nullable: true, description: 'How it comes round, such as EVERY_6_MONTHS.' })
  recurrence!: string | null;
}

/** The columns a timing is kept in. Mixed into entities with `@Column(() => …)` it would be nested; they stay flat. */
export const timingProperties = [
  'timingAsWritten',
  'timingStart',
  'timingEnd',
  'timingPrecision',
  'timingRecurrence',
] as const;

/** Declares the five timing columns on an entity class. */
export function TimingColumns(): ClassDecorator {
  return (target) => {
    for (const property of timingProperties)
      Column(property === 'timingStart' || property === 'timingEnd' ? 'date' : 'text', { nullable: true })(
        target.prototype,
        property,
      );
  };
}

/** A row's timing, or null where nothing was written. */
export function timingOf(row: Record<string, unknown>): Timing | null {
  if (row['timingAsWritten'] === null || row['timingAsWritten'] === undefined) return null;
  return {
    asWritten: row['timingAsWritten'] as string,
    start: row['timingStart'] as string | null,
    end: row['timingEnd'] as string | null,
    precision: row['timingPrecision'] as TimingPrecision,
    recurrence: row['timingRecurrence'] as string | null,
  };
}
