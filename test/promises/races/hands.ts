import type { Person } from '../../support/app.js';
import { startWorld, type World } from '../../support/world.js';

export interface RaceWorld extends World {
  /** Everybody of the world and the further ones, each at two processes on one database. */
  hands: Record<string, readonly Person[]>;
  close(): Promise<void>;
}

const EVERYBODY = [
  'northlead',
  'northeditor',
  'southlead',
  'southeditor',
  'chair',
  'admin',
  'northadmin',
  'southadmin',
];

/** The world with administrators of both partners and further leads of the first, by name, and two processes to send to. */
export async function startRaceWorld(
  further: readonly string[] = [],
  surroundings: Parameters<typeof startWorld>[1] = {},
): Promise<RaceWorld> {
  const world = await startWorld({}, surroundings);
  const { app, partnershipId, north, south, personIds } = world;
  const other = await app.another();
  const hands: RaceWorld['hands'] = {};
  const add = async (name: string, role: string, organisationId: string) => {
    const email = `${name}@example.org`;
    personIds[name] = await app.build.person(partnershipId, { email, role, organisationId });
  };
  for (const name of further) await add(name, 'LEAD', north);
  await add('northadmin', 'ADMIN', north);
  await add('southadmin', 'ADMIN', south);
  for (const name of [...EVERYBODY, ...further]) {
    const email = `${name}@example.org`;
    hands[name] = [await app.as(email), await other.as(email)];
  }
  const close = async () => {
    await other.close();
    await app.close();
  };
  return { ...world, hands, close };
}
