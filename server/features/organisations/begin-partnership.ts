import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { MembershipRole } from '../../../schema/vocabulary.js';
import { hashPassword, inventPassword } from '../../platform/auth/passwords.js';

export interface NewPartnership {
  name: string;
  place: string | null;
  /** Who administers it from the first. */
  person: string;
  email: string;
}

export interface Begun {
  partnershipId: string;
  slug: string;
  /** To be replaced at the first sign-in; null where the address signs in here already. */
  firstPassword: string | null;
}

/**
 * A partnership and its first administrator, where nobody is yet who could make them by a verb. As the owner of the
 * tables: it is for whoever runs the server.
 */
export async function beginPartnership(ownerUrl: string, asked: NewPartnership): Promise<Begun> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const begun = await begin(client, asked);
    await client.query('commit');
    return begun;
  } finally {
    await client.end();
  }
}

async function begin(client: pg.ClientBase, { name, place, person, email }: NewPartnership): Promise<Begun> {
  const [id, personId] = [uuidv7(), uuidv7()];
  const { accountId, firstPassword } = await accountFor(client, email.trim());
  const everyone = await circle(client, id, 'EVERYONE');
  const partners = await circle(client, id, 'PARTNERSHIP');
  // With every audience there is: a name in addresses that is taken elsewhere must be seen to be.
  await client.query(
    `select set_config('app.audiences', (select string_agg(id::text, ',') from audiences), true),
       set_config('app.actor', $1, true), set_config('app.via', 'COMMAND', true)`,
    [personId],
  );
  const slug = await freeSlug(client, name);
  await client.query(
    'insert into partnerships (id, partnership_id, audience_id, name, place, slug) values ($1, $1, $2, $3, $4, $5)',
    [id, everyone, name, place, slug],
  );
  await client.query(
    'insert into people (id, partnership_id, audience_id, name, account_id) values ($1, $2, $3, $4, $5)',
    [personId, id, partners, person, accountId],
  );
  await client.query(
    'insert into memberships (id, partnership_id, audience_id, person_id, role) values ($1, $2, $3, $4, $5)',
    [uuidv7(), id, partners, personId, MembershipRole.ADMIN],
  );
  await client.query('select from seal_changes()');
  return { partnershipId: id, slug, firstPassword };
}

async function accountFor(client: pg.ClientBase, email: string) {
  const firstPassword = inventPassword();
  const made = await client.query<{ id: string }>(
    `insert into accounts (id, email, password_hash, initial_until) values ($1, $2, $3, now() + interval '14 days')
     on conflict do nothing returning id`,
    [uuidv7(), email, await hashPassword(firstPassword)],
  );
  const [account] = made.rows;
  if (account) return { accountId: account.id, firstPassword };
  const known = await client.query<{ id: string }>('select id from accounts where lower(email) = lower($1)', [
    email,
  ]);
  return { accountId: known.rows[0]?.id ?? null, firstPassword: null };
}

async function circle(client: pg.ClientBase, partnershipId: string, kind: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(`select intern_audience($1, $2, '{}') as id`, [
    partnershipId,
    kind,
  ]);
  return rows[0]?.id ?? null;
}

/** “Wensmere Health Partnership” is wensmere-health-partnership; a second one of that name gets a number. */
async function freeSlug(client: pg.ClientBase, name: string): Promise<string> {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'partnership';
  const { rows } = await client.query<{ slug: string }>(
    `select slug from partnerships where slug = $1 or slug like $1 || '-%'`,
    [plain],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(plain)) return plain;
  let number = 2;
  while (taken.has(`${plain}-${number}`)) number++;
  return `${plain}-${number}`;
}
