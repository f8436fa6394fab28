import { type AudienceKind, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import type { Action } from '../actions/action.entity.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { actionFacts, editors } from '../actions/action.policy.js';
import { Post } from '../organisations/post.entity.js';
import { lockRestrictable } from './restrict.policy.js';
import { isWide } from './restrict.rules.js';
import { RestrictedContact } from './restricted-contact.entity.js';
import type { CreateRestrictedContactInput } from './restricted-contact.inputs.js';

type ContactRow = RestrictedContact & Row;

/** Lets others ask about a restricted action. Whoever may say who sees it may say so; one contact stands at a time. */
export async function createContact(work: Work, input: CreateRestrictedContactInput): Promise<ContactRow> {
  const { id, actionId, organisationId, postId = null } = input;
  const action = (await lockRestrictable(work, ItemType.Action, actionId)) as Action & Item;
  await checkRestricted(work, action);
  await checkBodies(work, action, { organisationId, postId });
  await work.actFor(action.partnershipId, organisationId);
  const [standing] = await work.query<{ id: string }>(STANDING, [action.id]);
  if (standing) {
    const contact = await work.lock<RestrictedContact>(RestrictedContact, standing.id);
    if (contact.organisationId === organisationId && contact.postId === postId) return contact;
    throw ruleBroken('CONTACT_NAMED', 'Another contact is named for this action: take that back first.');
  }
  return work.insertOnce<RestrictedContact>(RestrictedContact, id, input, {
    ...{ partnershipId: action.partnershipId, audienceId: action.audienceId, planId: action.planId },
    ...{ actionId: action.id, organisationId, postId },
  });
}

/** From now on nobody is told that there is anything to ask about. */
export async function archiveContact(work: Work, input: ItemVersionInput): Promise<ContactRow> {
  const found = await work.find<RestrictedContact>(RestrictedContact, input.id);
  if (!found) throw notFound();
  await lockRestrictable(work, ItemType.Action, found.actionId);
  const contact = await work.lock<RestrictedContact>(RestrictedContact, input.id);
  if (contact.archivedAt !== null) return contact;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<RestrictedContact>(RestrictedContact, contact, patch, {
    version: input.expectedVersion,
  });
}

type Item = Row & { partnershipId: string; audienceId: string };

async function checkRestricted(work: Work, { audienceId, archivedAt }: Action & Item): Promise<void> {
  const [audience] = await work.query<{ kind: AudienceKind }>(
    'select id, kind from audiences where id = $1',
    [audienceId],
  );
  if (archivedAt !== null || !audience || isWide(audience.kind))
    throw ruleBroken('NOT_RESTRICTED', 'Only about an action that is restricted is there anything to ask.');
}

/** One of the actor’s own organisations that own it, and a post of that. */
async function checkBodies(
  work: Work,
  action: Action & Item,
  { organisationId, postId }: { organisationId: string; postId: string | null },
): Promise<void> {
  const facts = (await actionFacts(work, [action])).get(action.id);
  const mine = organisationsWith(work.viewer.position, 'RESTRICT');
  if (!facts || !editors(facts).includes(organisationId) || !mine.includes(organisationId))
    throw invalidInput([
      {
        field: 'organisationId',
        message: 'Name an organisation that owns the action and that you lead for.',
      },
    ]);
  const post = postId === null ? null : await work.find<Post>(Post, postId);
  if (postId !== null && (post?.organisationId !== organisationId || post.archivedAt !== null))
    throw invalidInput([{ field: 'postId', message: 'The organisation has no such post.' }]);
}

const STANDING = 'select id from restricted_contacts where action_id = $1 and archived_at is null';
