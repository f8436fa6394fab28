import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A section of a template: what is to stand in it.' })
export class ReportTemplateSection {
  @Field(() => String, { description: 'What it is called within its template; stays the same.' })
  key!: string;

  @Field(() => String, { description: 'Its title, as printed.' })
  title!: string;

  @Field(() => String, { description: 'What to write in it.' })
  guidance!: string;

  @Field(() => Boolean, { description: 'Whether something has to stand in it before dispatch.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'How reports are laid out, in the version a report was begun with.' })
export class ReportTemplate {
  @Field(() => String, { description: 'Which template.' })
  code!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => [ReportTemplateSection], { description: 'Its sections, in order.' })
  sections!: ReportTemplateSection[];
}
