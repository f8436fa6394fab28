import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { hashPassword, inventPassword } from '../../platform/auth/passwords.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden, ruleBroken } from '../../platform/graphql/errors.js';
import { administers, organisationsWith } from '../../platform/policy/viewer.js';
import { Person } from './person.entity.js';
import type { CreateAccountInput } from './person.inputs.js';
import { lockPerson, type PersonRow } from './person.service.js';

/**
 * Gives a person an account with a first password that must be replaced when signing in. Whether the address has an
 * account already shows nowhere in the answer: then the one made here has no address, and nobody’s account is touched.
 * Asking again makes a new password, and may correct the address, until the first sign-in.
 */
export async function createAccount(
  work: Work,
  input: CreateAccountInput,
): Promise<{ person: PersonRow; firstPassword: string; expiresAt: string }> {
  const person = await lockPerson(work, input.personId);
  await checkRights(work, person);
  const unused = person.accountId;
  if (unused) await vacate(work, unused);
  const firstPassword = inventPassword();
  // Both are made either way, so that both ways take as long.
  const [hash, unknown] = await Promise.all([
    hashPassword(firstPassword),
    hashPassword(randomBytes(24).toString('base64')),
  ]);
  const accountId = uuidv7();
  const [given] = await work.query(GIVE, [accountId, input.email.trim(), hash]);
  if (!given) await work.query(GIVE, [accountId, `no address ${accountId}`, unknown]);
  const [account] = await work.query<{ until: string }>(
    `select initial_until as until from accounts where id = $1`,
    [accountId],
  );
  const updated = await work.update<Person>(Person, person, { accountId });
  if (unused) await work.query(`delete from accounts where id = $1`, [unused]);
  return { person: updated, firstPassword, expiresAt: account?.until ?? '' };
}

/** Whoever hands out the first password could use it: it must open nothing the giver may not give. */
async function checkRights(work: Work, person: PersonRow): Promise<void> {
  const { position } = work.viewer;
  if (administers(position, person.partnershipId)) return;
  // Also what the giver cannot see: being named in somebody’s closed circle is not the giver’s to hand on.
  const [more] = await work.withEveryAudience(person.partnershipId, () =>
    work.query(RIGHTS_ELSEWHERE, [person.id, organisationsWith(position, 'MANAGE_MEMBERS')]),
  );
  if (more)
    throw forbidden(
      'This person holds more than your organisation gives: an administrator of the partnership gives the account.',
    );
}

/** An account that was never used gives up its address to the one that takes its place. */
async function vacate(work: Work, accountId: string): Promise<void> {
  const [unused] = await work.query(VACATE, [accountId]);
  if (!unused) throw ruleBroken('HAS_ACCOUNT', 'This person has an account already, and uses it.');
}

const GIVE = `
  insert into accounts (id, email, password_hash, initial_until) values ($1, $2, $3, now() + interval '14 days')
  on conflict do nothing returning id`;
const VACATE = `
  update accounts a set email = 'no address ' || a.id where a.id = $1 and a.initial_until is not null
    and not exists (select 1 from tokens t where t.account_id = a.id) returning a.id`;
const RIGHTS_ELSEWHERE = `
  select id from memberships where person_id = $1 and archived_at is null and not coalesce(organisation_id = any($2::uuid[]), false)
  union all select id from seats where person_id = $1 and archived_at is null
  union all select id from audiences where kind = 'PEOPLE' and $1 = any(members)
  union all select o.id from ownerships o where o.person_id = $1 and o.role in ('SPONSOR', 'SRO')
  limit 1`;
