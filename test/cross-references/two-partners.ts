import { type Answer, type Person, startApp, type TestApp } from '../support/app.js';

/** Two organisations whose actions lean on each other, with people of every kind, and somebody of another partnership. */
export interface TwoPartners {
  app: TestApp;
  partnershipId: string;
  north: string;
  south: string;
  boardId: string;
  planId: string;
  workstream1: string;
  workstream2: string;
  /** WS1 A1, North’s. */
  a1: string;
  /** WS2 B1, South’s. */
  b1: string;
  editorNorth: Person;
  editorSouth: Person;
  viewerNorth: Person;
  leadNorth: Person;
  leadSouth: Person;
  stranger: Person;
}

export async function twoPartners(now?: () => Date): Promise<TwoPartners> {
  const app = await startApp({}, now);
  const { build } = app;
  const partnershipId = await build.partnership();
  const [north, south] = [
    await build.organisation(partnershipId, { name: 'Northmoor Council' }),
    await build.organisation(partnershipId, { name: 'South Vale NHS Trust' }),
  ];
  const people = {
    editorNorth: north,
    editorSouth: south,
    viewerNorth: north,
    leadNorth: north,
    leadSouth: south,
  };
  for (const [name, organisationId] of Object.entries(people)) {
    const role = name.startsWith('editor') ? 'EDITOR' : name.startsWith('viewer') ? 'VIEWER' : 'LEAD';
    await build.person(partnershipId, { email: `${name}@example.org`, organisationId, role });
  }
  const elsewhere = await build.partnership();
  await build.person(elsewhere, {
    email: 'stranger@example.org',
    organisationId: await build.organisation(elsewhere),
    role: 'LEAD',
  });
  const boardId = await build.board(partnershipId);
  const planId = await build.plan(partnershipId, { boardId });
  const workstream1 = await build.workstream(planId, { number: '1', leadOrganisationId: north });
  const workstream2 = await build.workstream(planId, { number: '2', leadOrganisationId: south });
  const a1 = await build.action(workstream1, { reference: 'A1', ownerId: north });
  const b1 = await build.action(workstream2, { reference: 'B1', ownerId: south });
  const as = (name: string) => app.as(`${name}@example.org`);
  return {
    ...{ app, partnershipId, north, south, boardId, planId, workstream1, workstream2, a1, b1 },
    editorNorth: await as('editorNorth'),
    editorSouth: await as('editorSouth'),
    viewerNorth: await as('viewerNorth'),
    leadNorth: await as('leadNorth'),
    leadSouth: await as('leadSouth'),
    stranger: await as('stranger'),
  };
}

/** Refused with this code, and nothing has changed. */
export async function refusedWith(app: TestApp, code: string, ask: () => Promise<Answer>): Promise<Answer> {
  const before = await app.build.logLength();
  const answer = await ask();
  const found = answer.errors?.[0]?.extensions.code;
  if (found !== code) throw new Error(`Expected ${code}, got ${JSON.stringify(answer)}`);
  if ((await app.build.logLength()) !== before) throw new Error('It was refused and changed something');
  return answer;
}

export interface ReferenceValues {
  fromId: string;
  toId: string;
  kind?: string;
  fromType?: string;
  toType?: string;
  status?: string;
}

/** A cross-reference straight in the database, for those who may see both ends. */
export async function reference(app: TestApp, values: ReferenceValues): Promise<string> {
  const { fromType = 'Action', toType = 'Action', kind = 'DEPENDS_ON' } = values;
  const tables: Record<string, string> = {
    ExternalDependency: 'external_dependencies',
    Priority: 'priorities',
  };
  const item = async (type: string, id: string) => {
    const row = await app.build.row(tables[type] ?? `${type.toLowerCase()}s`, id);
    return type === 'Plan' ? { ...row, plan_id: id } : row;
  };
  const [from, to]: Record<string, unknown>[] = [
    await item(fromType, values.fromId),
    await item(toType, values.toId),
  ];
  if (!from || !to) throw new Error('A cross-reference has two ends');
  const [audience] = await app.build.sql<{ id: string }>(`select intersect_audiences($1, $2) as id`, [
    from['audience_id'],
    to['audience_id'],
  ]);
  return app.build.insert('cross_references', {
    partnershipId: from['partnership_id'],
    audienceId: audience?.id,
    planId: from['plan_id'],
    toPlanId: to['plan_id'],
    ...{ ...values, fromType, toType, kind },
  });
}
