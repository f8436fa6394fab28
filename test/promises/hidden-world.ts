import { randomUUID } from 'node:crypto';
import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';
import { Canaries, type Standing } from './out-of-sight.js';

/** Circles that things are hidden in. The keeper is in each of them. */
export const CIRCLES = ['organisation', 'board', 'person'] as const;
export type Circle = (typeof CIRCLES)[number];

/** A partnership with things everybody sees, somebody who can hide things in every circle, and those who look. */
export interface HiddenWorld extends World {
  keeper: Person;
  /** Everybody who looks, by who they are; the keeper is not among them. */
  viewers: Record<string, Looking>;
  /** The keeper’s own. */
  keepersStanding: Standing;
  /** In the database’s own clock: when all that everybody sees was there and nothing was hidden yet. */
  before: string;
  canaries: Canaries;
  /** Whose business is hidden: the keeper is its secretary. */
  closedBoard: string;
  audiences: Record<Circle, Record<string, unknown>>;
  visible: Visible;
  /** Ids for what is made later, so that they can be asked for before it is there. */
  minted: readonly string[];
}

export interface Looking {
  person: Person;
  standing: Standing;
}

/** What everybody sees, the public too. */
export interface Visible {
  planId: string;
  /** Open to the partnership only. */
  partnersPlanId: string;
  northWorkstream: string;
  southWorkstream: string;
  northAction: string;
  southAction: string;
  /** Open to the partnership only. */
  partnersAction: string;
  risk: string;
  dependency: string;
  abuId: string;
  postId: string;
  /** A post of North’s. */
  northPost: string;
  /** Two of the closed board’s: that a board meets is public. */
  meeting: string;
  otherMeeting: string;
}

export async function startHiddenWorld(settings: Record<string, string> = {}): Promise<HiddenWorld> {
  const world = await startWorld(settings);
  const { app, partnershipId, north, south, boardId, personIds } = world;
  const { build } = app;
  const canaries = new Canaries();
  const closedBoard = await build.board(partnershipId, { name: 'Closed board' });
  const add = async (name: string, role: string, organisationId: string) => {
    const email = `${name}@example.org`;
    const named = { name: canaries.word(), aliases: [canaries.word()], jobTitle: canaries.word() };
    personIds[name] = await build.person(partnershipId, { email, role, organisationId, ...named });
    return app.as(email);
  };
  const keeper = await add('keeper', 'LEAD', north);
  const member = await add('member', 'VIEWER', south);
  await build.seat(partnershipId, closedBoard, personIds['keeper'] ?? '', { capacity: 'SECRETARIAT' });
  await build.seat(partnershipId, closedBoard, personIds['member'] ?? '');
  const visible = await seenByAll(world, canaries, closedBoard);
  const here = (organisations: string[], boards: string[], name: string): Standing => ({
    ...{ partnerships: [partnershipId], organisations, boards, people: [personIds[name] ?? ''] },
  });
  const [token] = [await tokenOf(world.southLead), await tokenOf(keeper)];
  return {
    ...world,
    ...{ keeper, canaries, visible, closedBoard, before: await momentIn(world) },
    keepersStanding: here([north], [closedBoard], 'keeper'),
    viewers: {
      public: { person: app.nobody, standing: nowhere },
      'a viewer of the organisation, neither on the board nor named': {
        ...{ person: world.northViewer, standing: here([north], [], 'northviewer') },
      },
      'an editor of another organisation': {
        ...{ person: world.southEditor, standing: here([south], [], 'southeditor') },
      },
      'a lead of another organisation': {
        ...{ person: world.southLead, standing: here([south], [], 'southlead') },
      },
      'a viewer with a seat on another board': {
        ...{ person: world.chair, standing: here([south], [boardId], 'chair') },
      },
      'a viewer with a seat on the closed board': {
        ...{ person: member, standing: here([south], [closedBoard], 'member') },
      },
      'an administrator of the partnership': {
        ...{ person: world.admin, standing: here([], [], 'admin') },
      },
      'somebody of another partnership': { person: world.stranger, standing: await elsewhere(world) },
      'an integrator’s token for reading': {
        ...{ person: app.withToken(token), standing: here([south], [], 'southlead') },
      },
    },
    audiences: {
      organisation: { kind: 'ORGANISATIONS', organisationIds: [north] },
      board: { kind: 'BOARD', boardId: closedBoard },
      person: { kind: 'PEOPLE', personIds: [personIds['keeper']] },
    },
    minted: Array.from({ length: 240 }, () => randomUUID()),
    boardId,
    south,
  };
}

async function tokenOf(person: Person): Promise<string> {
  const { createToken } = await person.ok<{ createToken: { secret: string } }>(
    `mutation($day: Date!) { createToken(input: {name: "An integrator", scope: READ, expiresOn: $day}) { secret } }`,
    { day: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) },
  );
  return createToken.secret;
}

const nowhere: Standing = { partnerships: [], organisations: [], boards: [], people: [] };

async function elsewhere({ app, personIds }: World): Promise<Standing> {
  const stranger = personIds['stranger'] ?? '';
  const { partnership_id, organisation_id } = await app.build.row('people', stranger);
  const [partnerships, organisations] = [[String(partnership_id)], [String(organisation_id)]];
  return { partnerships, organisations, boards: [], people: [stranger] };
}

/** Straight in the database: one of every kind of item, without any word that is hidden from the partners. */
async function seenByAll(world: World, canaries: Canaries, closedBoard: string): Promise<Visible> {
  const { app, partnershipId, north, south, boardId, personIds } = world;
  const { build } = app;
  const everyone = await build.audience(partnershipId, 'EVERYONE');
  const lead = personIds['northlead'] ?? '';
  const planId = await build.plan(partnershipId, {
    ...{ audienceId: everyone, ownAudienceId: everyone, boardId, status: 'ADOPTED', title: 'Open plan' },
    endsOn: '2040-03-31',
  });
  const partnersPlanId = await build.plan(partnershipId, { title: canaries.word(), endsOn: '2040-03-31' });
  const partnersStrand = await build.workstream(partnersPlanId, { title: canaries.word() });
  const partnersAction = await build.action(partnersStrand, { ownerId: north, title: canaries.word() });
  const northWorkstream = await build.workstream(planId, { number: '1', leadOrganisationId: north });
  const southWorkstream = await build.workstream(planId, { number: '2', leadOrganisationId: south });
  const month = { timingStart: '2018-05-01', timingEnd: '2018-05-31', timingPrecision: 'MONTH' };
  const dated = { timingAsWritten: 'May 2018', ...month };
  const northAction = await build.action(northWorkstream, { reference: 'A1', ownerId: north, ...dated });
  const southAction = await build.action(southWorkstream, { reference: 'B1', ownerId: south });
  await build.action(northWorkstream, { reference: 'A1.1', parentId: northAction });
  await build.owner('Action', northAction, { organisationId: south, role: 'SUPPORTING' });
  await build.owner('Workstream', southWorkstream, { organisationId: south, role: 'SPONSOR' });
  const inPlan = { partnershipId, audienceId: everyone, planId };
  const risk = await build.insert('risks', {
    ...{ ...inPlan, workstreamId: northWorkstream, event: 'It may be late' },
    ...{ currentLikelihood: 2, currentImpact: 3, inherentLikelihood: 3, inherentImpact: 3 },
  });
  await build.owner('Risk', risk, { organisationId: north });
  await build.insert('mitigations', { ...inPlan, riskId: risk, description: 'Begin early' });
  await build.insert('mitigations', { ...inPlan, riskId: risk, description: 'A', archivedAt: '2019-01-01' });
  const dependency = await build.insert('external_dependencies', {
    ...{ ...inPlan, title: 'National framework', controlledBy: 'The regulator' },
  });
  await build.insert('watches', { ...inPlan, externalDependencyId: dependency, organisationId: north });
  const abuId = await build.public('accountable_business_units', partnershipId, {
    ...{ name: 'Moor ABU', hostOrganisationId: south, memberOrganisationIds: [north], boardIds: [boardId] },
  });
  await build.public('delegated_functions', partnershipId, {
    ...{ abuId, function: 'Reablement', fromOrganisationId: north, status: 'Agreed' },
  });
  const priority = await build.insert('priorities', {
    ...{ ...inPlan, number: '1', title: 'Home first', abuIds: [abuId], overseeingBoardIds: [boardId] },
  });
  await build.owner('Priority', priority, { organisationId: north, role: 'SRO' });
  for (const [period, status] of Object.entries({ '2018-05-01': 'AMBER', '2018-06-01': 'GREEN' }))
    await build.insert('updates', {
      ...{ ...inPlan, actionId: northAction, organisationId: north, period, narrative: 'On its way', status },
    });
  const remark = { itemType: 'Action', itemId: northAction, authorId: lead, text: canaries.word() };
  await build.inPartnership('comments', partnershipId, { planId, ...remark });
  for (const toId of [southAction, dependency])
    await build.insert('cross_references', {
      ...{ ...inPlan, toPlanId: planId, fromType: 'Action', fromId: northAction, kind: 'DEPENDS_ON', toId },
      toType: toId === southAction ? 'Action' : 'ExternalDependency',
    });
  const [actionId, otherId] = [northAction, partnersAction].sort();
  await build.inPartnership('same_work_dismissals', partnershipId, {
    ...{ planId, toPlanId: partnersPlanId, actionId, otherId, reason: canaries.word() },
  });
  await build.inPartnership('placements', partnershipId, {
    ...{ planId, toPlanId: partnersPlanId, actionId: partnersAction, workstreamId: northWorkstream },
    ...{ reference: canaries.word(), position: 1 },
  });
  const postId = await build.inPartnership('posts', partnershipId, { title: canaries.word() });
  await build.inPartnership('post_holders', partnershipId, { postId, personId: lead, fromOn: '2019-01-01' });
  const northPost = await build.inPartnership('posts', partnershipId, {
    ...{ title: canaries.word(), organisationId: north },
  });
  await build.seat(partnershipId, boardId, lead);
  // The days that lead to it are counted for everybody: none of them is one of those that tell.
  const open = { meetsOn: '2045-01-20' };
  const [meeting, otherMeeting] = [
    await build.meeting(closedBoard, open),
    await build.meeting(closedBoard, open),
  ];
  await build.inPartnership('agenda_items', partnershipId, {
    ...{
      meetingId: meeting,
      boardId: closedBoard,
      title: 'Apologies',
      position: 1,
      purpose: 'NOTE',
      minutes: 5,
    },
  });
  return {
    ...{ planId, partnersPlanId, northWorkstream, southWorkstream, northAction, southAction, partnersAction },
    ...{ risk, dependency, abuId, postId, northPost, meeting, otherMeeting },
  };
}

export async function momentIn({ app }: Pick<World, 'app'>): Promise<string> {
  const [row] = await app.build.sql<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  return row?.at ?? '';
}
