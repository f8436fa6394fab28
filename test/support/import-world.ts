import { type Person, startApp, type TestApp } from './app.js';
import { apply, base64, preview } from './imports.js';

/** Two partners, their people, and a small file of theirs, for the tests of importing. */

const HEADER = 'Workstream,Ref,Action,Lead,Timescale,RAG,Expected outcome,Progress update';
export const ROWS = {
  a: 'Workstream 1: Discharge,A1,Plan every discharge on admission,Northmoor Council,Sep-18,Green,Fewer days lost,Ward by ward. Fed into action B2',
  b: 'Workstream 1: Discharge,A2,One referral form,Ann Lee / Moor NHS Trust,By 2025,Blue,,',
  c: 'Workstream 2: Workforce,B1,Train 40 carers,TBC,sometime soon,,,',
  d: 'Workstream 2: Workforce,B2,Share a bank of carers,Jon Rush (Moor NHS Trust),April 2019 onwards,Amber,,See action A1 of workstream 1. Link to Workstream 1 action Z9',
};
export const file = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
export const FILE = file(ROWS.a, ROWS.b, ROWS.c, ROWS.d);

export async function startWorld() {
  const app = await startApp();
  const partnershipId = await app.build.partnership();
  const council = await app.build.organisation(partnershipId, { name: 'Northmoor Council', aliases: ['NC'] });
  const trust = await app.build.organisation(partnershipId, { name: 'Moor NHS Trust' });
  const ann = await app.build.person(partnershipId, {
    email: 'ann@trust',
    name: 'Ann Lee',
    role: 'EDITOR',
    organisationId: trust,
  });
  await app.build.person(partnershipId, { email: 'lead@council', role: 'LEAD', organisationId: council });
  await app.build.person(partnershipId, {
    email: 'colleague@council',
    role: 'LEAD',
    organisationId: council,
  });
  await app.build.person(partnershipId, { email: 'lead@trust', role: 'LEAD', organisationId: trust });
  await app.build.person(partnershipId, { email: 'editor@council', role: 'EDITOR', organisationId: council });
  await app.build.person(partnershipId, { email: 'admin@partnership', role: 'ADMIN' });
  const elsewhere = await app.build.partnership();
  const other = await app.build.organisation(elsewhere);
  await app.build.person(elsewhere, { email: 'stranger@elsewhere', role: 'ADMIN', organisationId: other });
  const admin = await app.as('admin@partnership');
  const lead = await app.as('lead@council');
  const editor = await app.as('editor@council');
  const stranger = await app.as('stranger@elsewhere');
  return { app, partnershipId, council, trust, ann, admin, lead, editor, stranger };
}

export interface ActionRow {
  id: string;
  reference: string;
  title: string;
  status: string;
  version: number;
  archived_at: string | null;
}

/** Bringing files into one plan, and looking at what became of its actions. */
export function inPlan({ app, lead }: { app: TestApp; lead: Person }, planId: string) {
  const input = (content: string | Uint8Array = FILE, more: Record<string, unknown> = {}) => ({
    planId,
    fileName: 'Plan, November 2018.csv',
    contentBase64: base64(content),
    ...more,
  });
  const bring = async (content = FILE, who = lead) => apply(who, (await preview(who, input(content))).id);

  const actions = () =>
    app.build.sql<ActionRow>(
      `select id, reference, title, status, version, archived_at::text from actions where plan_id = $1 order by reference`,
      [planId],
    );
  const action = async (reference: string) => {
    const found = (await actions()).find((one) => one.reference === reference);
    if (!found) throw new Error(`no action ${reference}`);
    return found;
  };
  const retitle = async (who: Person, reference: string, title: string) => {
    const { id, version } = await action(reference);
    await who.ok(`mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }`, {
      input: { id, expectedVersion: version, title },
    });
  };
  return { input, bring, actions, action, retitle };
}
