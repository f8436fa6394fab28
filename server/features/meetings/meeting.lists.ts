import { Field, InputType } from 'type-graphql';
import { MeetingStatus } from '../../../schema/meeting-words.js';
import { connection } from '../../platform/graphql/makers.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { type PageOrder, Where } from '../../platform/reading/page.js';
import { Meeting } from './meeting.entity.js';

@InputType({ description: 'Which meetings. All that is given must hold.' })
export class MeetingFilter {
  @Field(() => DateScalar, { nullable: true, description: 'On or after this day.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On or before this day.' })
  until?: string | null;

  @Field(() => [MeetingStatus], { nullable: true, description: 'One of these.' })
  statuses?: MeetingStatus[] | null;
}

export const MeetingConnection = connection(Meeting);

export const meetingOrder: PageOrder = {
  name: 'DAY',
  by: [
    { sql: 't.meets_on', type: 'date' },
    { sql: 't.starts_at', type: 'text' },
    { sql: 't.id', type: 'uuid' },
  ],
};

/** `within` is a board, convening or not, or a partnership. */
export function meetingsWhere(within: string, filter: MeetingFilter | undefined): Where {
  const where = new Where()
    .and('(t.partnership_id = ? or ? = any (t.board_ids))', within, within)
    .and('t.archived_at is null');
  if (filter?.from) where.and('t.meets_on >= ?', filter.from);
  if (filter?.until) where.and('t.meets_on <= ?', filter.until);
  if (filter?.statuses) where.and('t.status = any(?::text[])', filter.statuses);
  return where;
}
