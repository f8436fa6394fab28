import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginPartnership } from '../../server/features/organisations/begin-partnership.js';
import { passwordFits } from '../../server/platform/auth/passwords.js';
import { verifyLog } from '../../server/platform/changes/verify.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

const begin = (values: { name: string; email: string }) =>
  beginPartnership(app.database.ownerUrl, { place: 'The county', person: 'Ada Marsh', ...values });

const abilities = async (email: string, id: string) => {
  const document = 'query ($id: ID!) { partnership(id: $id) { name place viewerCan { administer } } }';
  const { partnership } = await (await app.as(email)).ok<{ partnership: unknown }>(document, { id });
  return partnership;
};

describe('a partnership begun on an empty server', () => {
  it('is administered by the one named, who got a password for once', async () => {
    const { partnershipId, firstPassword, slug } = await begin({
      name: 'Fenmarch Health & Care',
      email: 'ada@fenmarch.example',
    });
    expect(slug).toBe('fenmarch-health-care');
    expect(await abilities('ada@fenmarch.example', partnershipId)).toEqual({
      name: 'Fenmarch Health & Care',
      place: 'The county',
      viewerCan: { administer: true },
    });
    const [account] = await app.build.sql<{ hash: string; once: boolean }>(
      `select password_hash as hash, initial_until > now() as once from accounts where email = 'ada@fenmarch.example'`,
    );
    expect(account?.once).toBe(true);
    expect(await passwordFits(account?.hash ?? null, firstPassword ?? '')).toBe(true);
  });

  it('stands in the log in the name of its administrator', async () => {
    const { partnershipId } = await begin({ name: 'Saltmoor', email: 'bo@saltmoor.example' });
    const rows = await app.build.sql<{ item_type: string; name: string }>(
      'select c.item_type, p.name from changes c join people p on p.id = c.actor_id where c.partnership_id = $1 order by c.seq',
      [partnershipId],
    );
    expect(rows).toEqual(
      ['Partnership', 'Person', 'Membership'].map((item_type) => ({ item_type, name: 'Ada Marsh' })),
    );
    expect((await verifyLog(app.database.ownerUrl)).every(({ wrong }) => wrong === null)).toBe(true);
  });

  it('may have the name of another, and an administrator who signs in here already keeps the password they have', async () => {
    const first = await begin({ name: 'Twinbridge', email: 'cy@twinbridge.example' });
    const [before] = await app.build.sql(
      `select password_hash from accounts where email = 'cy@twinbridge.example'`,
    );
    const second = await begin({ name: 'Twinbridge', email: 'CY@twinbridge.example' });
    expect([first.slug, second.slug, second.firstPassword]).toEqual(['twinbridge', 'twinbridge-2', null]);
    expect(
      await app.build.sql(`select password_hash from accounts where lower(email) = 'cy@twinbridge.example'`),
    ).toEqual([before]);
    expect(await abilities('cy@twinbridge.example', second.partnershipId)).toMatchObject({
      viewerCan: { administer: true },
    });
  });
});
