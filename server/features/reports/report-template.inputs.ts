import { ArrayMaxSize, ArrayMinSize, Length, Matches, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { ClearanceKind } from '../../../schema/report-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { BoardReportTemplate } from './report-template.entity.js';

const MOST_SECTIONS = 30;

@InputType({ description: 'A section of a board’s own template.' })
export class ReportTemplateSectionInput {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, {
    message: 'Send the key you were shown; leave it out for a new section.',
  })
  @Field(() => String, {
    nullable: true,
    description: 'What it is called within its template; absent for a new one.',
  })
  key?: string | null;

  @Length(1, 120)
  @Field(() => String, { description: 'Its title, as printed.' })
  title!: string;

  @Length(0, 1_000)
  @Field(() => String, { defaultValue: '', description: 'What to write in it.' })
  guidance!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether something has to stand in it before dispatch.',
  })
  isRequired!: boolean;
}

@InputType({
  description:
    'Changes the template that a board’s reports follow. What is absent stays. Reports that have begun keep the one they began with.',
})
export class UpdateReportTemplateInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Min(0)
  @Field(() => Int, { description: 'The version you were shown; 0 while the board has none of its own.' })
  expectedVersion!: number;

  @Length(1, 120)
  @Field(() => String, {
    nullable: true,
    description: 'What such a report is called. Cannot be cleared.',
  })
  title?: string | null;

  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SECTIONS)
  @ValidateNested({ each: true })
  @Field(() => [ReportTemplateSectionInput], {
    nullable: true,
    description:
      'Its sections: the whole list, in order. That of the recommendations stays among them. Cannot be cleared.',
  })
  sections?: ReportTemplateSectionInput[] | null;

  @ArrayMaxSize(10)
  @Field(() => [ClearanceKind], {
    nullable: true,
    description:
      'What its reports have to be cleared for before they go out: all of it, and an empty list for nothing. Cannot be cleared.',
  })
  requiredClearances?: ClearanceKind[] | null;
}

export const UpdateReportTemplatePayload = payload(
  'UpdateReportTemplate',
  'reportTemplate',
  () => BoardReportTemplate,
);
