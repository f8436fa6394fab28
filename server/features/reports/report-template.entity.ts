import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ClearanceKind } from '../../../schema/report-words.js';
import { Item } from '../../platform/db/base.js';
import { Board } from '../boards/board.entity.js';
import { BoardRulesAbilities } from '../boards/board-rules.entity.js';

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

  @Field(() => [ClearanceKind], {
    description: 'What a report has to be cleared for before it goes out, whoever clears it.',
  })
  requiredClearances!: ClearanceKind[];
}

@ObjectType({
  implements: Item,
  description:
    'The template that a board’s new reports follow: its own copy. A board that has none reads as what is shipped, at version 0.',
})
@Entity('report_templates')
export class BoardReportTemplate extends Item {
  @Column('uuid')
  boardId!: string;

  @Field(() => String, { description: 'What such a report is called.' })
  @Column('text')
  title!: string;

  @Field(() => [ReportTemplateSection], { description: 'Its sections, in order.' })
  @Column('jsonb')
  sections!: ReportTemplateSection[];

  @Field(() => [ClearanceKind], {
    description: 'What a report has to be cleared for before it goes out, whoever clears it.',
  })
  @Column('text', { array: true })
  requiredClearances!: ClearanceKind[];

  @Field(() => Board, { description: 'The board.' })
  board!: Board;

  @Field(() => Boolean, { description: 'Whether the board lays its reports out otherwise than is shipped.' })
  isAdjusted!: boolean;

  @Field(() => ReportTemplate, {
    description: 'What is shipped, for all boards that have none of their own.',
  })
  shipped!: ReportTemplate;

  @Field(() => BoardRulesAbilities, { description: 'What you may do with it.' })
  viewerCan!: BoardRulesAbilities;
}
