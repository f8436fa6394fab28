import { changesCursor } from '../../platform/changes/cursor.reads.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toMany } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { ExternalDependency } from '../cross-references/external-dependency.entity.js';
import { ownBoards } from '../cross-references/frozen-map.policy.js';
import { Plan } from '../plans/plan.entity.js';
import { ownOrganisations } from '../plans/plan.policy.js';
import { AccountableBusinessUnit } from './abu.entity.js';
import { Organisation } from './organisation.entity.js';
import { partnershipAbilities } from './partnership.policy.js';
import { bragDefinitions } from './partnership.rules.js';
import { Person } from './person.entity.js';
import { Post } from './post.entity.js';

const viewerCan: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const [own, boards] = await Promise.all([ownOrganisations(reader), ownBoards(reader)]);
    for (const row of rows) {
      const ownBoardIds = boards.filter((board) => board.partnershipId === row.id).map(({ id }) => id);
      give(row, partnershipAbilities(reader.viewer.position, row.id, own.get(row.id) ?? [], ownBoardIds));
    }
  },
};

const byName = { orderBy: 'lower(t.name), t.id' };
const byTitle = { orderBy: 'lower(t.title), t.id' };
const archived = { where: 't.archived_at is not null' };

defineReads('Partnership', {
  bragDefinitions: derived(['ownBragDefinitions'], (row) =>
    bragDefinitions(row['ownBragDefinitions'] as Record<string, string>),
  ),
  organisations: toMany(() => Organisation, 'partnershipId', byName),
  boards: toMany(() => Board, 'partnershipId', byName),
  abus: toMany(() => AccountableBusinessUnit, 'partnershipId', byName),
  plans: toMany(() => Plan, 'partnershipId', {
    orderBy: 't.starts_on desc, t.ends_on desc, lower(t.title), t.id',
  }),
  people: toMany(() => Person, 'partnershipId', byName),
  posts: toMany(() => Post, 'partnershipId', byTitle),
  archivedOrganisations: toMany(() => Organisation, 'partnershipId', { ...byName, ...archived }),
  archivedBoards: toMany(() => Board, 'partnershipId', { ...byName, ...archived }),
  archivedAbus: toMany(() => AccountableBusinessUnit, 'partnershipId', { ...byName, ...archived }),
  archivedPeople: toMany(() => Person, 'partnershipId', { ...byName, ...archived }),
  archivedPosts: toMany(() => Post, 'partnershipId', { ...byTitle, ...archived }),
  externalDependencies: toMany(() => ExternalDependency, 'partnershipId', byTitle),
  changesCursor,
  viewerCan,
});
