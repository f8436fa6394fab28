import type { Row } from '../../platform/db/base.js';
import { audienceRead, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { listed, toOne } from '../../platform/reading/relations.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import type { FrozenFacts } from './frozen-map.policy.js';
import { boardsOfPlans, mayWithdraw } from './frozen-map.policy.js';
import { hashOf } from './frozen-map.service.js';

/** What each holds, letter for letter, while it stands. One that is no longer what was frozen is not shown for it. */
async function documentsOf(reader: Reader, rows: readonly Row[]): Promise<Map<string, string>> {
  const standing = rows.filter((row) => row['archivedAt'] === null).map(({ id }) => id);
  if (standing.length === 0) return new Map();
  const found = await reader.query<{ id: string; document: string }>(
    `select id, document from frozen_map_contents where id = any($1::uuid[])`,
    [standing],
  );
  const hashes = new Map(rows.map((row) => [row.id, row['contentHash']]));
  for (const { id, document } of found)
    if (hashOf(document) !== hashes.get(id)) throw new Error(`Frozen copy ${id} is not what was frozen.`);
  return new Map(found.map(({ id, document }) => [id, document]));
}

const needs = ['archivedAt', 'contentHash'];

const document: FieldRead = {
  needs,
  read: async ({ rows, reader, give }) => {
    const documents = await documentsOf(reader, rows);
    for (const row of rows) give(row, documents.get(row.id) ?? null);
  },
};

const content: FieldRead = {
  needs,
  read: async ({ rows, reader, give, into }) => {
    const documents = await documentsOf(reader, rows);
    const contents = new Map([...documents].map(([id, text]) => [id, JSON.parse(text) as Row]));
    await into('FrozenInterdependencies', [...contents.values()]);
    for (const row of rows) give(row, contents.get(row.id) ?? null);
  },
};

const viewerCan: FieldRead = {
  needs: ['partnershipId', 'organisationId', 'frozenById', 'planId', 'archivedAt'],
  read: async ({ rows, reader, give }) => {
    const boards = await boardsOfPlans(
      reader,
      rows.map((row) => row['planId'] as string | null),
    );
    const { position, people } = reader.viewer;
    for (const row of rows) {
      const facts = row as unknown as FrozenFacts & { planId: string | null; archivedAt: string | null };
      const boardId = boards.get(facts.planId ?? '') ?? null;
      const personId = people.get(facts.partnershipId)?.id ?? null;
      give(row, {
        withdraw: facts.archivedAt === null && mayWithdraw(position, personId, { ...facts, boardId }),
      });
    }
  },
};

defineReads('FrozenMap', {
  partnership: toOne(() => Partnership, 'partnershipId'),
  plan: toOne(() => Plan, 'planId'),
  ...{ content, document },
  organisation: toOne(() => Organisation, 'organisationId'),
  post: toOne(() => Post, 'postId'),
  frozenBy: toOne(() => Person, 'frozenById'),
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  withdrawnAt: derived(['archivedAt'], (row) => row['archivedAt']),
  withdrawnBy: toOne(() => Person, 'withdrawnById'),
  withdrawnFor: toOne(() => Organisation, 'withdrawnForId'),
  viewerCan,
});
defineReads('FrozenInterdependencies', {
  nodes: listed('nodes', 'FrozenNode'),
  opened: listed('opened', 'FrozenNode'),
  edges: listed('edges', 'FrozenEdge'),
});
