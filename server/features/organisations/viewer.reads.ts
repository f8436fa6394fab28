import { tokensOf } from '../../platform/auth/tokens.js';
import type { Row } from '../../platform/db/base.js';
import { answerMany } from '../../platform/graphql/answer.js';
import { can } from '../../platform/policy/roles.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { toOne } from '../../platform/reading/relations.js';
import type { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { Partnership } from './partnership.entity.js';
import { Person } from './person.entity.js';

/** Whoever asks, with all that is asked of them; null for nobody signed in. */
export async function answerViewer(reader: Reader, selection: Selection): Promise<Row | null> {
  const { accountId, via, mayWrite } = reader.viewer;
  if (accountId === null) return null;
  const row = { id: accountId, via, mayWrite };
  await shape(reader, 'Viewer', [row], selection);
  return row;
}

/** What is the viewer’s own: there is one row, and its value comes of the reader. */
function own(value: (reader: Reader, selection: Selection) => Promise<unknown>): FieldRead {
  return {
    needs: [],
    read: async ({ rows, reader, field, give }) => {
      const found = await value(reader, field.selection);
      for (const row of rows) give(row, found);
    },
  };
}

const myPeople = (reader: Reader) => [...reader.viewer.people.values()].map((person) => person.id);
const isSession = (reader: Reader) => reader.viewer.via === 'SESSION';

async function people(reader: Reader, selection: Selection): Promise<Row[]> {
  const rows = [...reader.viewer.people].map(([partnershipId, person]) => ({ id: person.id, partnershipId }));
  await shape(reader, 'ViewerPerson', rows, selection);
  return rows;
}

async function organisations(reader: Reader, selection: Selection): Promise<Row[]> {
  const { roles } = reader.viewer.position;
  const known = await reader.query(
    'select id from organisations where id = any($1::uuid[]) order by lower(name), id',
    [[...roles.keys()]],
  );
  const rows = known.flatMap(({ id }) => {
    const role = roles.get(id);
    if (!role) return [];
    return [
      {
        id,
        role,
        canEdit: can(role, 'EDIT'),
        canReport: can(role, 'REPORT'),
        canAnswer: can(role, 'ANSWER'),
        canCreate: can(role, 'CREATE'),
        canArchive: can(role, 'ARCHIVE'),
        canRestrict: can(role, 'RESTRICT'),
        canImport: can(role, 'IMPORT'),
        canManageMembers: can(role, 'MANAGE_MEMBERS'),
      },
    ];
  });
  await shape(reader, 'ViewerOrganisation', rows, selection);
  return rows;
}

async function email(reader: Reader): Promise<string> {
  const [account] = await reader.query<{ email: string }>('select email from accounts where id = $1', [
    reader.viewer.accountId,
  ]);
  return account?.email ?? '';
}

const SESSIONS = `
  select id, created_at as "createdAt", rotated_at as "usedAt", expires_at as "expiresAt", user_agent as "userAgent",
    id = $2 as "isCurrent" from sessions
  where account_id = $1 and revoked_at is null and expires_at > now() order by created_at desc, id desc`;

defineReads('Viewer', {
  accountEmail: own(email),
  people: own(people),
  memberships: own((reader, selection) =>
    answerMany(
      reader,
      selection,
      Membership,
      't.person_id = any($1::uuid[]) and t.archived_at is null',
      [myPeople(reader)],
      't.created_at, t.id',
    ),
  ),
  organisations: own(organisations),
  administers: own((reader, selection) =>
    answerMany(
      reader,
      selection,
      Partnership,
      't.id = any($1::uuid[])',
      [[...reader.viewer.position.administers]],
      'lower(t.name), t.id',
    ),
  ),
  sessions: own(async (reader) =>
    isSession(reader) ? reader.query(SESSIONS, [reader.viewer.accountId, reader.viewer.sessionId]) : [],
  ),
  tokens: own(async (reader) =>
    isSession(reader) && reader.viewer.accountId
      ? tokensOf((sql, params) => reader.query(sql, params), reader.viewer.accountId)
      : [],
  ),
});

defineReads('ViewerPerson', {
  person: toOne(() => Person, 'id'),
  partnership: toOne(() => Partnership, 'partnershipId'),
});
defineReads('ViewerOrganisation', { organisation: toOne(() => Organisation, 'id') });
