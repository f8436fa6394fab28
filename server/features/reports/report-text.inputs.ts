import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Report } from './report.entity.js';

@InputType({ description: 'What somebody has written in a report.' })
export class WriteReportInput {
  @Field(() => ID, { description: 'The report.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A Yjs update in base64. It is looked at, and taken as a whole or not at all. The same one again changes nothing.',
  })
  update?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the writer has paused: what was written since the last pause is then told in the history.',
  })
  isPause!: boolean;
}

@InputType({ description: 'Where in a report somebody is.' })
export class PointInReportInput {
  @Field(() => ID, { description: 'The report.' })
  id!: string;

  @Length(1, 40)
  @Field(() => String, { description: 'The `key` you subscribed to `reportText` with.' })
  key!: string;

  @Length(0, 600)
  @Field(() => String, {
    nullable: true,
    description: 'Where, in whatever form your pages understand; nothing for nowhere.',
  })
  cursor?: string | null;
}

export const WriteReportPayload = payload('WriteReport', 'report', () => Report);
export const PointInReportPayload = payload('PointInReport', 'report', () => Report);
