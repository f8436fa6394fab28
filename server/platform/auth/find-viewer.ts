import { createHash } from 'node:crypto';
import type { MembershipRole, SeatCapacity } from '../../../schema/vocabulary.js';
import type { ActingPerson, Position, Via, Viewer } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';

type Query = Reader['query'];

interface PersonRow {
  id: string;
  partnership_id: string;
  organisation_id: string | null;
  name: string;
  is_named: boolean;
}

/** Works out who an account is: its people, roles, seats and posts, and from these the audiences it is in. */
export async function findViewer(
  query: Query,
  account: {
    accountId: string | null;
    via: Via;
    mayWrite: boolean;
    sessionId?: string | null;
    expiresAt?: number;
  },
): Promise<Viewer> {
  // The rows that say who somebody is stand under row security too: look at them with every audience, for this one question.
  await query(
    `select set_config('app.audiences', (select coalesce(string_agg(id::text, ','), '') from audiences), true)`,
  );
  const people = account.accountId ? await query<PersonRow>(PEOPLE, [account.accountId]) : [];
  const ids = people.map((person) => person.id);
  const [roles, posts, seats] = await Promise.all([
    query<{ partnership_id: string; organisation_id: string | null; role: MembershipRole }>(ROLES, [ids]),
    query<{ post_id: string }>(POSTS, [ids]),
    query<{ board_id: string; capacity: SeatCapacity }>(SEATS, [ids]),
  ]);
  const who = {
    partnerships: people
      .filter((p) => roles.some((r) => r.partnership_id === p.partnership_id))
      .map((p) => p.partnership_id),
    organisations: roles.flatMap((role) => role.organisation_id ?? []),
    boards: seats.map((seat) => seat.board_id),
    people: ids,
  };
  const audiences = await query<{ id: string }>(AUDIENCES, [
    who.partnerships,
    who.organisations,
    who.boards,
    who.people,
  ]);
  await query(`select set_config('app.audiences', $1, true)`, [audiences.map((a) => a.id).join(',')]);

  return {
    position: positionOf(people, roles, posts, seats, audiences),
    accountId: account.accountId,
    people: new Map(
      people.map((p): [string, ActingPerson] => [
        p.partnership_id,
        { id: p.id, name: p.name, organisationId: p.organisation_id },
      ]),
    ),
    via: account.via,
    mayWrite: account.mayWrite,
    sessionId: account.sessionId ?? null,
    expiresAt: account.expiresAt ?? null,
  };
}

/** The audiences a viewer is in as things stand now: those drawn in this very transaction too. */
export async function audiencesOf(
  query: Query,
  { position, people }: Pick<Viewer, 'position' | 'people'>,
): Promise<string[]> {
  const named = [...people.values()].map((person) => person.id);
  const who = [[...position.partnerships], [...position.roles.keys()], [...position.seats.keys()], named];
  return (await query<{ id: string }>(AUDIENCES, who)).map((audience) => audience.id);
}

function positionOf(
  people: PersonRow[],
  roles: { partnership_id: string; organisation_id: string | null; role: MembershipRole }[],
  posts: { post_id: string }[],
  seats: { board_id: string; capacity: SeatCapacity }[],
  audiences: { id: string }[],
): Position {
  const bodies = [...posts.map((post) => post.post_id), ...people.filter((p) => p.is_named).map((p) => p.id)];
  const byBoard = new Map<string, Set<SeatCapacity>>();
  for (const seat of seats)
    byBoard.set(seat.board_id, (byBoard.get(seat.board_id) ?? new Set()).add(seat.capacity));
  const facts = [
    ...roles.map((role) => `role ${role.partnership_id} ${role.organisation_id} ${role.role}`),
    ...seats.map((seat) => `seat ${seat.board_id} ${seat.capacity}`),
    ...bodies.map((body) => `body ${body}`),
  ];
  return {
    key: createHash('sha256').update(facts.sort().join('\n')).digest('base64url').slice(0, 22),
    audiences: new Set(audiences.map((audience) => audience.id)),
    partnerships: new Set(roles.map((role) => role.partnership_id)),
    roles: new Map(
      roles.flatMap((role) => (role.organisation_id ? [[role.organisation_id, role.role] as const] : [])),
    ),
    administers: new Set(
      roles.flatMap((role) => (role.organisation_id === null ? [role.partnership_id] : [])),
    ),
    seats: byBoard,
    bodies: new Set(bodies),
  };
}

const TODAY = `(now() at time zone 'Europe/London')::date`;
const HELD = `from_on <= ${TODAY} and (until_on is null or until_on >= ${TODAY}) and archived_at is null`;

// A person who is named somewhere sees or may do something of their own; all others share the position of their roles.
const PEOPLE = `
  select p.id, p.partnership_id, p.organisation_id, p.name,
    exists (select 1 from audiences a where a.kind = 'PEOPLE' and p.id = any (a.members))
    or exists (select 1 from ownerships o where o.person_id = p.id and o.role in ('SPONSOR', 'SRO'))
    or exists (select 1 from reports r where r.author_ids @> array[p.id] or r.sponsor_id = p.id)
    or exists (select 1 from report_clearances c where c.person_id = p.id) as is_named
  from people p where p.account_id = $1 and p.archived_at is null order by p.partnership_id, p.id`;
const ROLES = `select partnership_id, organisation_id, role from memberships where person_id = any ($1::uuid[]) and archived_at is null`;
const POSTS = `select distinct post_id from post_holders where person_id = any ($1::uuid[]) and ${HELD}`;
const SEATS = `
  select distinct board_id, capacity from seats where ${HELD} and (person_id = any ($1::uuid[])
    or post_id in (select post_id from post_holders where person_id = any ($1::uuid[]) and ${HELD}))`;
const AUDIENCES = `
  with simple as (
    select id from audiences where kind = 'EVERYONE'
      or kind = 'PARTNERSHIP' and partnership_id = any ($1::uuid[])
      or kind = 'ORGANISATIONS' and members && $2::uuid[]
      or kind = 'BOARD' and members && $3::uuid[]
      or kind = 'PEOPLE' and members && $4::uuid[])
  select id from simple
  union all
  select id from audiences where kind = 'ALL_OF' and members <@ (select coalesce(array_agg(id), '{}') from simple)
  order by id`;
