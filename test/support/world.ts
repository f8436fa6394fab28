import { type Person, type Surroundings, startApp, type TestApp } from './app.js';

/** Two partners, a board and its officers, and somebody who belongs to another partnership altogether. */
export interface World {
  app: TestApp;
  partnershipId: string;
  north: string;
  south: string;
  boardId: string;
  /** The person’s id by the word before the @. */
  personIds: Record<string, string>;
  northLead: Person;
  northEditor: Person;
  northViewer: Person;
  southLead: Person;
  southEditor: Person;
  chair: Person;
  admin: Person;
  stranger: Person;
}

export async function startWorld(
  settings: Record<string, string> = {},
  surroundings: Surroundings = {},
  now?: () => Date,
): Promise<World> {
  const app = await startApp({ LOG_LEVEL: 'error', ...settings }, now, surroundings);
  const { build } = app;
  const partnershipId = await build.partnership();
  const elsewhere = await build.partnership();
  const north = await build.organisation(partnershipId, { name: 'Northmoor Council' });
  const south = await build.organisation(partnershipId, { name: 'Southmere Trust' });
  const far = await build.organisation(elsewhere);
  const boardId = await build.board(partnershipId);
  const personIds: Record<string, string> = {};
  const add = async (
    name: string,
    role: string | null,
    organisationId: string | null,
    at = partnershipId,
  ) => {
    const email = `${name}@example.org`;
    personIds[name] = await build.person(at, { email, role, organisationId });
    return app.as(email);
  };
  const people = {
    northLead: await add('northlead', 'LEAD', north),
    northEditor: await add('northeditor', 'EDITOR', north),
    northViewer: await add('northviewer', 'VIEWER', north),
    southLead: await add('southlead', 'LEAD', south),
    southEditor: await add('southeditor', 'EDITOR', south),
    chair: await add('chair', 'VIEWER', south),
    admin: await add('admin', 'ADMIN', null),
    stranger: await add('stranger', 'LEAD', far, elsewhere),
  };
  await build.seat(partnershipId, boardId, personIds['chair'] ?? '', { capacity: 'CHAIR' });
  return { app, partnershipId, north, south, boardId, personIds, ...people };
}

/** The rule that was broken, or the code when it was something else. */
export async function brokenRule(
  person: Person,
  document: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const { errors, data } = await person.query(document, variables);
  const first = errors?.[0];
  if (!first) throw new Error(`Expected a refusal, got ${JSON.stringify(data)}`);
  return String(first.extensions['rule'] ?? `${first.extensions.code}: ${first.message}`);
}

/** Runs what must fail and tells whether anything was written all the same. */
export async function changesNothing(app: TestApp, tries: () => Promise<void>): Promise<boolean> {
  const before = await app.build.logLength();
  await tries();
  return (await app.build.logLength()) === before;
}
