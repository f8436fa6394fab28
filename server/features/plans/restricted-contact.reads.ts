import type { Row } from '../../platform/db/base.js';
import { defineReads } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toOne } from '../../platform/reading/relations.js';
import { Action } from '../actions/action.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Post } from '../organisations/post.entity.js';

/** Whom to ask in a partnership: each once, whatever number of restricted actions they are named for. */
export const contactsWithin = (reader: Reader, partnershipId: string): Promise<Row[]> =>
  reader.query(CONTACTS, [partnershipId]);

/** The function looks at what the viewer may not see, so nothing is asked beside it. */
const CONTACTS = `
  with contacts as materialized (select * from contacts_of_restricted($1))
  select concat_ws(' ', c.organisation, c.post) as id, c.organisation as "organisationId", c.post as "postId"
  from contacts c join organisations o on o.id = c.organisation left join posts p on p.id = c.post
  order by o.name, o.id, p.title nulls first, p.id`;

const bodies = {
  organisation: toOne(() => Organisation, 'organisationId'),
  post: toOne(() => Post, 'postId'),
};

defineReads('Contact', bodies);
defineReads('RestrictedContact', { action: toOne(() => Action, 'actionId'), ...bodies });
