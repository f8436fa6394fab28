import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { getMetadataArgsStorage } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import type { Answer, Person } from '../support/app.js';
import { FOR_BROWSERS, newPage, openBrowser, signInContext, troublesOf } from '../support/browser.js';
import { apply, base64, preview } from '../support/imports.js';
import { workbook } from '../support/workbook.js';
import { Filler, type Path, type Values } from './filler.js';
import { type HiddenWorld, startHiddenWorld } from './hidden-world.js';
import { Papers } from './papers.js';
import { INTRUDERS, SCRIPTS, WATCH } from './scripts.js';

/** Invariant 36: whatever is written into whatever field, it is text to everybody who looks at it, and nothing else. */
const ROUNDS = 2;
/** For what takes few letters. */
const SHORT = SCRIPTS.at(-1);
const PLAIN = 'Plain words';

/** Verbs whose words are nobody’s to look at, and files, which are brought in below. */
const NOT_SHOWN = [
  ...['createAccount', 'signIn', 'changePassword', 'previewImport', 'applyImport', 'undoImport'],
  ...['importForwardPlan', 'importAgenda', 'createAttachment'],
  // What is sent is a hash, a place in a text, or a piece of one, which is tried where reports are written together.
  ...['publishPublication', 'pointInReport', 'writeReport'],
];

/** Fields that take words of one form only. */
const OF_ONE_FORM =
  /\.(website|startsAt|endsAt|exemptionParagraphs|exclusionWording|exemptions\.paragraph|sections\.key)$|^(renameAgendaSection\.section|moveAgendaSection\.(section|afterSection))$/;

/** What may be left out and is wanted all the same. */
const EXCEPTION = ['isKeyDecision', 'noticeException'];
const WANTED: Record<string, readonly string[]> = {
  createReport: ['agendaItemId'],
  // An exception from notice is for a key decision, and has its reason.
  ...{ createForwardPlanEntry: EXCEPTION, updateForwardPlanEntry: EXCEPTION },
};

/** What no schema says. */
const INSTEAD: Record<string, unknown> = {
  'createComment itemType': 'Action',
  'reportUpdate status': 'GREEN',
  'reportUpdate period': '2018-08-01',
  'proposeCrossReference resolve': false,
  'createToken expiresOn': new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  'createForwardPlanEntry isKeyDecision': true,
  'createForwardPlanEntry noticeException': 'GENERAL_EXCEPTION',
  'updateForwardPlanEntry isKeyDecision': true,
  'updateForwardPlanEntry noticeException': 'GENERAL_EXCEPTION',
  'sros.role': 'SRO',
  'sponsors.role': 'SPONSOR',
};
const instead = (verb: string, path: string) =>
  ofTheWorld()[`${verb} ${path}`] ?? INSTEAD[`${verb} ${path}`] ?? ofTheWorld()[path] ?? INSTEAD[path];
const ofTheWorld = (): Record<string, unknown> => ({
  ...papers.instead(),
  'proposeCrossReference fromId': world.visible.southAction,
  'createSameWorkDismissal otherActionId': world.visible.partnersAction,
  'placeAction actionId': world.visible.partnersAction,
  'placeAction workstreamId': world.visible.northWorkstream,
  'placeAction afterId': world.visible.northAction,
  'updatePlacement afterId': world.visible.northAction,
});

let world: HiddenWorld;
let papers: Papers;
let schema: GraphQLSchema;
let browser: Browser;
let actors: Person[];
/** `verb.field`, where a script was taken. */
const written = new Set<string>();
const unreached = new Map<string, string>();

beforeAll(async () => {
  world = await startHiddenWorld(FOR_BROWSERS);
  papers = new Papers(world);
  schema = await accordSchema();
  browser = await openBrowser();
  actors = [world.keeper, world.admin, world.southLead, world.northLead, world.chair];
  for (let round = 0; round < ROUNDS; round++) await writeEverywhere(round);
  await bringIn();
  await freezeOne();
});
afterAll(async () => {
  await browser.close();
  await world.app.close();
});

/** There is something to answer, whatever the verbs before did to it. */
async function somethingSlipped(): Promise<void> {
  const { northAction, southAction } = world.visible;
  await world.app.build.sql(
    `insert into impact_notices (partnership_id, audience_id, plan_id, to_plan_id, cross_reference_id, organisation_id, reasons)
     select x.partnership_id, x.audience_id, x.plan_id, x.to_plan_id, x.id, $3, '{It is late.}'
     from cross_references x where x.from_id = $1 and x.to_id = $2 limit 1
     on conflict do nothing`,
    [northAction, southAction, world.north],
  );
}

const hasWords = (type: GraphQLNamedInputType): boolean =>
  type.name === 'String' ||
  (isInputObjectType(type) &&
    Object.values(type.getFields()).some((field) => hasWords(getNamedType(field.type))));

const textVerbs = () =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const input = args[0] && getNamedType(args[0].type);
    return isInputObjectType(input) && hasWords(input) && !NOT_SHOWN.includes(name) ? [{ name, input }] : [];
  });

/** What somebody has to answer is one that another can answer. */
const ONLY: Record<string, string> = {
  CrossReference: `and to_type = 'Action'`,
  ImpactNotice: `and status <> 'LAPSED'`,
};

/** Something of that kind: the newest. */
async function another(kind: string): Promise<string | undefined> {
  const table = getMetadataArgsStorage().tables.find(
    ({ target }) => typeof target === 'function' && target.name === kind,
  )?.name;
  if (!table) return undefined;
  const [row] = await world.app.build.sql<{ id: string }>(
    `select id from ${table} where partnership_id = $1 and archived_at is null ${ONLY[kind] ?? ''} order by created_at desc limit 1`,
    [world.partnershipId],
  );
  return row?.id;
}

/** Another script in each field and each round; a short one where that is refused, and none where that is too. */
async function writeEverywhere(round: number): Promise<void> {
  let next = round * 5;
  for (const { name, input } of textVerbs()) {
    if (name === 'answerImpactNotice') await somethingSlipped();
    await papers.ready(name);
    // It stands there once.
    if (name === 'placeAction')
      await world.app.build.sql('update placements set archived_at = now() where archived_at is null');
    const scripts = new Map<string, (string | undefined)[]>();
    const wordsFor = (path: Path) => {
      const key = path.join('.');
      const left = scripts.get(key) ?? [SCRIPTS[next++ % SCRIPTS.length], SHORT, undefined, PLAIN];
      scripts.set(key, left);
      return left[0];
    };
    const fillsAlso = (field: GraphQLInputField) =>
      hasWords(getNamedType(field.type)) ||
      field.name === 'resolve' ||
      WANTED[name]?.includes(field.name) === true;
    const filler = new Filler(world, schema, { wordsFor, fillsAlso, instead, another });
    let complaint: string | undefined = '';
    for (let attempt = 0; attempt < 12 && complaint !== undefined; attempt++) {
      const answer = await tryAs(filler, name, input);
      complaint = answer.errors && JSON.stringify(answer.errors);
      for (const key of refusedFields(answer, [...scripts.keys()])) scripts.get(key)?.shift();
    }
    if (complaint !== undefined) unreached.set(name, complaint);
    else
      for (const [key, [script]] of scripts)
        if (SCRIPTS.includes(script ?? '')) written.add(`${name}.${key}`);
  }
}

/** As whoever of them may. */
async function tryAs(filler: Filler, verb: string, input: GraphQLInputObjectType): Promise<Answer> {
  let answer: Answer = { data: null };
  for (const who of actors) {
    const values: Values = await papers.whole(verb, await filler.fill(verb, input), who);
    const document = `mutation($input: ${input.name}!) { ${verb}(input: $input) { __typename } }`;
    answer = await who.query(document, { input: values });
    const code = answer.errors?.[0]?.extensions.code;
    if (code !== 'FORBIDDEN' && code !== 'NOT_FOUND') return answer;
  }
  return answer;
}

/** `leads.0.asWritten` and `input.title` are the places `leads.asWritten` and `title`. */
function refusedFields({ errors }: Answer, keys: readonly string[]): string[] {
  const fields = (errors?.[0]?.extensions['fields'] ?? []) as { field: string }[];
  const named = fields.map(({ field }) => field.replace(/^input\./, '').replace(/[.[]\d+\]?/g, ''));
  const fitting = keys.filter((key) => named.includes(key));
  // Characters that cannot be kept are refused without saying where they stood.
  return fitting.length > 0 || errors?.[0]?.extensions.code !== 'INVALID_INPUT' ? fitting : [...keys];
}

/** Every cell, heading and name of a workbook, and a file of the same name. */
async function bringIn(): Promise<void> {
  const head = [
    'Workstream',
    'Ref',
    'Action',
    'Lead',
    'Timescale',
    'RAG',
    'Expected outcome',
    'Progress update',
  ];
  const rows = SCRIPTS.map((script, n) => [
    `Workstream ${n}: ${script}`,
    `Q${n}`,
    ...head.slice(2).map(() => script),
  ]);
  const file = workbook([
    { name: '<b onclick=ran(9)>', rows: [[SCRIPTS[0] ?? ''], [...head, ...SCRIPTS.slice(0, 3)], ...rows] },
  ]);
  const { id } = await preview(world.northLead, {
    planId: world.visible.planId,
    fileName: '<img src=x onerror=ran("file")>.xlsx',
    contentBase64: base64(file),
  });
  await apply(world.northLead, id);
  await bringInPapers();
}

/** What a secretary was sent: a forward plan and an agenda. */
async function bringInPapers(): Promise<void> {
  const cell = (script: string) => `"${script.replaceAll('"', '""')}"`;
  const rows = SCRIPTS.map((script) => `${cell(script)},${cell(script)},${cell(script)}`);
  const sent = (columns: string) => ({
    ...{ boardId: world.boardId, content: [columns, ...rows].join('\n') },
  });
  await world.chair.ok(
    `mutation($input: ImportForwardPlanInput!) { importForwardPlan(input: $input) { __typename } }`,
    { input: sent('Title,Lead officer,Date') },
  );
  await world.chair.ok(
    `mutation($input: ImportAgendaInput!) { importAgenda(input: $input) { __typename } }`,
    { input: { ...sent('Title,Presenter,Section'), day: '2040-12-06' } },
  );
}

/** One that stands: the others were withdrawn as soon as they were frozen. */
async function freezeOne(): Promise<void> {
  const [title = '', note] = SCRIPTS;
  const input = { within: world.visible.planId, title, note, audience: { kind: 'PARTNERSHIP' } };
  await world.northLead.ok(
    `mutation($input: FreezeInterdependenciesInput!) { freezeInterdependencies(input: $input) { __typename } }`,
    { input },
  );
}

/** Every page of the client, with the newest of whatever has one of its own. */
async function addresses(): Promise<string[]> {
  const { planId, partnersPlanId } = world.visible;
  const plan = `/plans/${planId}`;
  const of = async (kind: string, prefix: string) => `${prefix}/${await another(kind)}`;
  const actions = await world.app.build.sql<{ id: string }>(
    `select id from actions where plan_id = $1 and archived_at is null order by updated_at desc limit 6`,
    [planId],
  );
  const copies = await world.app.build.sql<{ id: string }>(`select id from frozen_maps`);
  return [
    ...copies.map(({ id }) => `/maps/${id}`),
    ...[
      '/',
      '/plans',
      plan,
      `/plans/${partnersPlanId}`,
      `${plan}/map`,
      `${plan}/external-dependencies`,
      '/map',
      `${plan}/health`,
      '/health',
    ],
    ...actions.map(({ id }) => `${plan}/actions/${id}`),
    `${plan}/workstreams/${world.visible.southWorkstream}`,
    await of('Workstream', `${plan}/workstreams`),
    await of('Priority', `${plan}/priorities`),
    ...[
      '/partnership',
      '/organisations',
      '/boards',
      '/meetings',
      '/risks',
      '/import',
      '/account',
      '/api',
      '/sign-in',
      '/nowhere',
    ],
    `/organisations/${world.south}`,
    await of('Organisation', '/organisations'),
    `/boards/${world.boardId}`,
    `/boards/${world.boardId}/forward-plan`,
    `/boards/${world.closedBoard}/forward-plan`,
    `/meetings/${world.visible.meeting}`,
    await of('Meeting', '/meetings'),
    await of('Report', '/reports'),
    await of('Board', '/boards'),
    `/abus/${world.visible.abuId}`,
    `/risks/${world.visible.risk}`,
    await of('Risk', '/risks'),
  ];
}

async function visit(page: Page, address: string): Promise<string> {
  await page.goto(`${world.app.url}${address}`, { waitUntil: 'load' });
  await page.locator('main').first().waitFor();
  await expect
    .poll(() => page.locator('[aria-busy=true], .loading-state').count(), { timeout: 15_000 })
    .toBe(0);
  return page.locator('body').innerText();
}

describe('a script that is written down', () => {
  it('is taken as text by every field of words, but for those that take one form only', () => {
    expect(Object.fromEntries(unreached)).toEqual({});
    const fields = textVerbs().flatMap(({ name, input }) => wordsIn(input).map((path) => `${name}.${path}`));
    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter((field) => !written.has(field) && !OF_ONE_FORM.test(field))).toEqual([]);
  });

  it.each(['admin', 'public'])('runs nowhere, on no page, for %s', { timeout: 240_000 }, async (who) => {
    const page = await newPage(browser);
    await page.addInitScript(WATCH);
    if (who !== 'public') await signInContext(page.context(), world.app, `${who}@example.org`);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    let text = '';
    for (const address of await addresses()) {
      text += await visit(page, address);
      expect({ address, troubles: await page.evaluate('troubles') }).toEqual({ address, troubles: [] });
      expect({ address, intruders: await page.evaluate(INTRUDERS) }).toEqual({ address, intruders: [] });
    }
    expect(dialogs).toEqual([]);
    expect(troublesOf(page)).toEqual([]);
    // It was there to be read: as it was written, but for how many spaces stand between words.
    const flat = text.replace(/\s+/g, ' ');
    expect(
      SCRIPTS.filter((script) => flat.includes(script.replace(/\s+/g, ' ').trim())).length,
    ).toBeGreaterThan(8);
    await page.context().close();
  });
});

/** Every place in an input for words. */
function wordsIn(input: GraphQLInputObjectType): string[] {
  return Object.values(input.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isInputObjectType(type)) return wordsIn(type).map((path) => `${field.name}.${path}`);
    return type.name === 'String' ? [field.name] : [];
  });
}
