import { BragStatus, OwnershipRole, PlanStatus } from '../../schema/vocabulary.js';
import type { ActionContent, PlanContent } from './content.types.js';
import { idOf, type Moment, type NewRow, type Step } from './history.js';
import type { PersonKey, PlanKey } from './keys.types.js';
import { planStories, positionOf, type Stage, type StagedItem } from './stage.js';
import { timingColumns } from './timing-columns.js';

/** Each plan is drafted among the partners, adopted by its board, and published where the partners wish so. */
export function storyOfPlans(stage: Stage): Moment[] {
  return stage.content.plans.flatMap((plan) => [
    drafted(stage, plan),
    ...narrowedActions(stage, plan.key),
    ...adopted(stage, plan),
  ]);
}

function drafted(stage: Stage, plan: PlanContent): Moment {
  const { author, draftedOn } = planStories[plan.key];
  const open = actionsOf(stage, plan.key).filter(({ audience }) => !audience);
  const owned = [...prioritiesAndSros(stage, plan.key), ...workstreamsAndSponsors(stage, plan.key)];
  return stage.moment(`draft ${plan.key}`, draftedOn, [10, 12], author, [
    { insert: 'plans', rows: [planRow(stage, plan)] },
    ...owned,
    ...actionsAndOwners(stage, plan, open),
    ...abusTakePriorities(stage, plan.key),
  ]);
}

function planRow({ circles }: Stage, plan: PlanContent): NewRow {
  const { key, title, kind, startsOn, endsOn, yearOneStartsOn, board } = plan;
  const [id, boardId] = [idOf('plan', key), idOf('board', board)];
  return { id, audienceId: circles.partnership, boardId, title, kind, startsOn, endsOn, yearOneStartsOn };
}

const actionsOf = (stage: Stage, plan: PlanKey) =>
  stage.content.actions.filter((action) => stage.planOfAction(action) === plan);

/** What stands in a draft is for the partners, whoever reads it later. */
const inDraft = (stage: Stage, item: StagedItem): StagedItem => ({
  ...item,
  audienceId: item.audienceId === stage.circles.everyone ? stage.circles.partnership : item.audienceId,
});

function prioritiesAndSros(stage: Stage, plan: PlanKey): Step[] {
  const priorities = stage.content.priorities
    .filter((priority) => priority.plan === plan)
    .map((priority) => ({ priority, item: inDraft(stage, stage.item(`priority:${priority.key}`)) }));
  return [
    {
      insert: 'priorities',
      rows: priorities.map(({ priority, item }, i) => ({
        id: item.id,
        audienceId: item.audienceId,
        planId: item.planId,
        number: String(priority.number),
        title: priority.title,
        description: priority.summary,
        abuIds: priority.abus.map((key) => idOf('abu', key)),
        overseeingBoardIds: priority.overseenBy.map((key) => idOf('board', key)),
        position: positionOf(i),
      })),
    },
    {
      insert: 'ownerships',
      rows: priorities.flatMap(({ priority, item }) =>
        priority.sros.map((post, i) => stage.ownership(item, OwnershipRole.SRO, i, `post:${post}`, null)),
      ),
    },
  ];
}

function workstreamsAndSponsors(stage: Stage, plan: PlanKey): Step[] {
  const workstreams = stage.content.workstreams
    .filter((workstream) => workstream.plan === plan)
    .map((workstream) => ({ workstream, item: inDraft(stage, stage.item(`workstream:${workstream.key}`)) }));
  return [
    {
      insert: 'workstreams',
      rows: workstreams.map(({ workstream: { narrative, ...workstream }, item }, i) => ({
        id: item.id,
        audienceId: item.audienceId,
        planId: item.planId,
        number: String(workstream.number),
        title: workstream.title,
        leadOrganisationId: idOf('organisation', workstream.leadOrganisation),
        priorityIds: workstream.serves.map((key) => idOf('priority', key)),
        governanceArrangements: narrative.governanceArrangements,
        supportRequirements: narrative.supportRequired,
        fitWithExistingWorkstreams: narrative.fitWithExistingWork,
        impactOnOutcomes: narrative.impactOnOutcomes,
        performanceManagement: narrative.performanceManagement,
        contributionToStrategy: narrative.contributionToStrategy,
        updateOnActionPlan: narrative.updateOnActionPlan,
        position: positionOf(i),
      })),
    },
    {
      insert: 'ownerships',
      rows: workstreams.flatMap(({ workstream, item }) =>
        workstream.sponsors.map((post, i) =>
          stage.ownership(item, OwnershipRole.SPONSOR, i, `post:${post}`, null),
        ),
      ),
    },
  ];
}

function actionsAndOwners(stage: Stage, plan: PlanContent, actions: ActionContent[]): Step[] {
  const staged = actions.map((action) => ({
    action,
    item: inDraft(stage, stage.item(`action:${action.key}`)),
  }));
  return [
    { insert: 'actions', rows: staged.map(({ action, item }) => actionRow(stage, plan, action, item)) },
    { insert: 'ownerships', rows: staged.flatMap(({ action, item }) => owners(stage, action, item)) },
  ];
}

function actionRow(stage: Stage, plan: PlanContent, action: ActionContent, item: StagedItem): NewRow {
  const { audience, parent } = action;
  const siblings = stage.content.actions.filter(
    (one) => one.workstream === action.workstream && one.parent === parent,
  );
  return {
    id: item.id,
    audienceId: item.audienceId,
    ownAudienceId: audience && !isNarrowedAbove(stage, action) ? item.audienceId : null,
    planId: item.planId,
    workstreamId: idOf('workstream', action.workstream),
    parentId: parent ? idOf('action', parent) : null,
    reference: action.reference,
    title: action.title,
    expectedOutcome: action.expectedOutcome,
    position: positionOf(siblings.indexOf(action)),
    ...timingColumns(action.timing, plan),
  };
}

/** The content says it again on each child; here a child inherits it. */
function isNarrowedAbove(stage: Stage, { parent }: ActionContent): boolean {
  return parent !== undefined && stage.actions.get(parent)?.audience !== undefined;
}

/** Where nobody is accountable yet, the plan’s own words stand in that place. */
function owners(stage: Stage, action: ActionContent, item: StagedItem): NewRow[] {
  if (action.isOwnerGap)
    return [stage.ownership(item, OwnershipRole.ACCOUNTABLE, 0, null, action.ownersAsWritten)];
  return action.owners.map(({ party, role }, i) =>
    stage.ownership(item, role, i, party, action.ownersAsWritten),
  );
}

function abusTakePriorities({ content }: Stage, plan: PlanKey): Step[] {
  const ofPlan = new Set(content.priorities.filter((one) => one.plan === plan).map(({ key }) => key));
  return content.abus
    .map(({ key, delivers }) => ({ key, priorities: delivers.filter((one) => ofPlan.has(one)) }))
    .filter(({ priorities }) => priorities.length > 0)
    .map(({ key, priorities }) => ({
      update: 'accountable_business_units',
      ids: [idOf('abu', key)],
      set: { priorityIds: priorities.map((priority) => idOf('priority', priority)) },
    }));
}

/** Narrowed actions are put in by one of the few who see them, once the draft stands. */
function narrowedActions(stage: Stage, key: PlanKey): Moment[] {
  const plan = stage.plan(key);
  const { draftedOn } = planStories[key];
  return byHand(stage, key, (action) => action.audience !== undefined).map(([person, actions]) =>
    stage.moment(
      `narrowed ${key} ${person}`,
      draftedOn,
      [14, 16],
      person,
      actionsAndOwners(stage, plan, actions),
    ),
  );
}

/** Actions by the person who writes about them, in the order of the plan. */
function byHand(stage: Stage, plan: PlanKey, wanted: (action: ActionContent) => boolean) {
  const groups = new Map<PersonKey, ActionContent[]>();
  for (const action of actionsOf(stage, plan).filter(wanted)) {
    const person = stage.hand(action.key, stage.plan(plan).startsOn);
    groups.set(person, [...(groups.get(person) ?? []), action]);
  }
  return [...groups];
}

/** On the day of adoption the plan is published and its actions are given the status they stand at. */
function adopted(stage: Stage, plan: PlanContent): Moment[] {
  const { adoptedOn, status } = plan;
  if (status !== PlanStatus.ADOPTED || !adoptedOn) return [];
  const { adopter, author } = planStories[plan.key];
  const set = { status, adoptedOn };
  const adoption: Step = { update: 'plans', ids: [idOf('plan', plan.key)], set };
  const narrowed = byHand(stage, plan.key, (action) => action.audience !== undefined);
  const open = actionsOf(stage, plan.key).filter(({ audience }) => !audience);
  return [
    stage.moment(`adopted ${plan.key}`, adoptedOn, [12, 12.5], adopter, [
      adoption,
      ...published(stage, plan.key),
    ]),
    ...[[author, open] as const, ...narrowed].map(([person, actions]) =>
      stage.moment(`rated ${plan.key} ${person}`, adoptedOn, [14, 16], person, firstRatings(actions)),
    ),
  ];
}

/** Opens the plan, and all in it that was not narrowed, to everyone. */
function published(stage: Stage, plan: PlanKey): Step[] {
  if (!planStories[plan].isPublic) return [];
  const { content, circles } = stage;
  const audienceId = circles.everyone;
  const ofPlan = (one: { plan: PlanKey }) => one.plan === plan;
  const open = actionsOf(stage, plan).filter(({ audience }) => !audience);
  const owned = [
    ...prioritiesAndSros(stage, plan),
    ...workstreamsAndSponsors(stage, plan),
    ...actionsAndOwners(stage, stage.plan(plan), open),
  ];
  const ownerships = owned
    .flatMap((step) => ('insert' in step && step.insert === 'ownerships' ? step.rows : []))
    .filter(({ personId }) => personId === null);
  const ids = (kind: string, keys: { key: string }[]) => keys.map(({ key }) => idOf(kind, key));
  return [
    { update: 'plans', ids: [idOf('plan', plan)], set: { audienceId, ownAudienceId: audienceId } },
    { update: 'priorities', ids: ids('priority', content.priorities.filter(ofPlan)), set: { audienceId } },
    {
      update: 'workstreams',
      ids: ids('workstream', content.workstreams.filter(ofPlan)),
      set: { audienceId },
    },
    { update: 'actions', ids: ids('action', open), set: { audienceId } },
    { update: 'ownerships', ids: ownerships.map(({ id }) => id), set: { audienceId } },
  ];
}

function firstRatings(actions: readonly ActionContent[]): Step[] {
  return Object.values(BragStatus)
    .filter((status) => status !== BragStatus.NOT_YET_RATED)
    .map((status) => ({
      update: 'actions',
      ids: actions
        .filter(({ ratings }) => ratings[0]?.status === status)
        .map(({ key }) => idOf('action', key)),
      set: { status },
    }))
    .filter(({ ids }) => ids.length > 0);
}
