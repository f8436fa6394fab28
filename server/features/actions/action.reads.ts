import { BragStatus } from '../../../schema/vocabulary.js';
import { audienceRead, isRestricted, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toFirst, toMany, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import {
  crossReferenceCounts,
  crossReferencesOf,
  withdrawnCrossReferencesOf,
} from '../cross-references/cross-reference.reads.js';
import { sameWorkDismissalsOf } from '../cross-references/same-work-dismissal.reads.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { RestrictedContact } from '../plans/restricted-contact.entity.js';
import { risksNaming } from '../risks/risk.reads.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action } from './action.entity.js';
import { actionAbilities, actionFacts } from './action.policy.js';
import { Comment } from './comment.entity.js';
import { commentAbilities } from './comment.policy.js';
import { Ownership } from './ownership.entity.js';
import { placementsOf } from './placement.reads.js';
import { timingOf, timingProperties } from './timing.entity.js';
import { isOverdue } from './timing.rules.js';
import { travelOf } from './travel.reads.js';
import { Update } from './update.entity.js';

/** Who answers for an item in the roles given, first things first. */
export const ownersIn = (...roles: string[]): FieldRead =>
  toMany(() => Ownership, 'itemId', {
    orderBy: `t.item_id, (t.role = 'ACCOUNTABLE') desc, t.position, t.id`,
    where: `t.archived_at is null and t.role in (${roles.map((role) => `'${role}'`).join(', ')})`,
  });

export const leads = ownersIn('ACCOUNTABLE', 'JOINT', 'SUPPORTING');

export const commentsOn: FieldRead = toMany(() => Comment, 'itemId', { orderBy: 't.created_at, t.id' });

export const timing: FieldRead = derived(timingProperties, timingOf);

const viewerCan: FieldRead = {
  needs: ['workstreamId'],
  read: async ({ rows, reader, give }) => {
    const facts = await actionFacts(reader, rows as unknown as { id: string; workstreamId: string }[]);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, actionAbilities(reader.viewer.position, known));
    }
  },
};

defineReads('Action', {
  timing,
  isOverdue: derived(['timingEnd', 'status'], (row, reader) =>
    isOverdue({ end: row['timingEnd'] as string | null }, row['status'] as BragStatus, reader.today),
  ),
  directionOfTravel: travelOf,
  isRestricted,
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  restrictedContact: toFirst(() => RestrictedContact, 'actionId', { orderBy: 't.id' }),
  leads,
  workstream: toOne(() => Workstream, 'workstreamId'),
  plan: toOne(() => Plan, 'planId'),
  placements: placementsOf,
  parent: toOne(() => Action, 'parentId'),
  children: toMany(() => Action, 'parentId', { orderBy: 't.position, t.id' }),
  signedOffBy: toOne(() => Person, 'signedOffById'),
  latestUpdate: toFirst(() => Update, 'actionId', { orderBy: 't.period desc, t.created_at desc, t.id desc' }),
  updates: toMany(() => Update, 'actionId', { orderBy: 't.period desc, t.created_at desc, t.id desc' }),
  archivedUpdates: toMany(() => Update, 'actionId', {
    orderBy: 't.period desc, t.created_at desc, t.id desc',
    where: 't.archived_at is not null',
  }),
  crossReferences: crossReferencesOf,
  withdrawnCrossReferences: withdrawnCrossReferencesOf,
  sameWorkDismissals: sameWorkDismissalsOf,
  crossReferenceCounts,
  risks: risksNaming,
  comments: commentsOn,
  viewerCan,
});

defineReads('Ownership', {
  organisation: toOne(() => Organisation, 'organisationId'),
  abu: toOne(() => AccountableBusinessUnit, 'abuId'),
  board: toOne(() => Board, 'boardId'),
  post: toOne(() => Post, 'postId'),
  person: toOne(() => Person, 'personId'),
});

const commentCan: FieldRead = derived(['partnershipId', 'authorId', 'organisationId'], (row, { viewer }) =>
  commentAbilities(
    viewer.position,
    viewer.people.get(row['partnershipId'] as string)?.id ?? null,
    row as unknown as Comment,
  ),
);

defineReads('Comment', {
  author: toOne(() => Person, 'authorId'),
  organisation: toOne(() => Organisation, 'organisationId'),
  viewerCan: commentCan,
});
