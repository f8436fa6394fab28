import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkHere, circle, emptied, putAway } from './administration.service.js';
import { Organisation } from './organisation.entity.js';
import { authoriseStaff } from './organisation.policy.js';
import { Partnership } from './partnership.entity.js';
import { Person } from './person.entity.js';
import { actingFor } from './person.service.js';
import { Post, PostHolder } from './post.entity.js';
import type { AppointToPostInput, CreatePostInput, UpdatePostInput } from './post.inputs.js';
import { handOver, type Term } from './post.rules.js';

type PostRow = Post & Row;

export async function createPost(work: Work, input: CreatePostInput): Promise<PostRow> {
  const { id, partnershipId, organisationId = null, aliases, ...fields } = input;
  if (!(await work.find(Partnership, partnershipId))) throw notFound();
  authoriseStaff(work.viewer.position, partnershipId, organisationId);
  await work.actFor(partnershipId, actingFor(work, organisationId));
  await checkHere(work, Organisation, partnershipId, { organisationId });
  const audienceId = await circle(work, partnershipId, 'PARTNERSHIP');
  return work.insertOnce<Post>(Post, id, input, {
    ...fields,
    organisationId,
    aliases: aliases ?? [],
    partnershipId,
    audienceId,
  });
}

export async function updatePost(work: Work, input: UpdatePostInput): Promise<PostRow> {
  refuseCleared(input, ['title']);
  const post = await lockPost(work, input.id);
  const { id: _, expectedVersion, ...patch } = input;
  if (patch.organisationId !== undefined && patch.organisationId !== post.organisationId) {
    authoriseStaff(work.viewer.position, post.partnershipId, patch.organisationId);
    await checkHere(work, Organisation, post.partnershipId, { organisationId: patch.organisationId });
  }
  return work.update<Post>(
    Post,
    post,
    { ...patch, aliases: emptied(patch.aliases) },
    { version: expectedVersion },
  );
}

/** What the post answers for passes to the new holder by itself: it is the post that owns it. */
export async function appointToPost(work: Work, input: AppointToPostInput): Promise<PostRow> {
  const post = await lockPost(work, input.postId);
  const { partnershipId } = post;
  await checkHere(work, Person, partnershipId, { personId: input.personId });
  if (post.archivedAt !== null) throw ruleBroken('PUT_AWAY', 'This post was put away: bring it back first.');
  const change = handOver(await work.query<Term>(TERMS, [post.id]), input.fromOn);
  if (!change)
    throw ruleBroken('LATER_HOLDER', 'Somebody holds this post from that day or a later one already.');
  for (const term of change.ends) await work.update(PostHolder, { ...term }, { untilOn: change.endsOn });
  if (input.personId) {
    await work.insert(PostHolder, {
      postId: post.id,
      personId: input.personId,
      fromOn: input.fromOn,
      isInterim: input.isInterim,
      partnershipId,
      audienceId: await circle(work, partnershipId, 'PARTNERSHIP'),
    });
  }
  return post;
}

export async function archivePost(work: Work, input: ItemVersionInput, archived: boolean): Promise<PostRow> {
  return putAway<Post>(work, Post, await lockPost(work, input.id), input, archived);
}

async function lockPost(work: Work, id: string): Promise<PostRow> {
  const post = await work.lock<Post>(Post, id);
  authoriseStaff(work.viewer.position, post.partnershipId, post.organisationId);
  await work.actFor(post.partnershipId, actingFor(work, post.organisationId));
  return post;
}

const TERMS = `
  select id, from_on as "fromOn", until_on as "untilOn" from post_holders where post_id = $1 and archived_at is null order by from_on, id`;
