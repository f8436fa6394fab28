import {
  CrossReferenceKind,
  CrossReferenceStatus,
  ItemType,
  OwnershipRole,
} from '../../schema/vocabulary.js';
import { found } from './circles.js';
import type { CrossReferenceContent, MitigationContent, RiskContent, SlipContent } from './content.types.js';
import { idOf, type Moment, type NewRow, type Step } from './history.js';
import type { ActionKey, ItemRef, PersonKey } from './keys.types.js';
import { planStories, positionOf, type Stage, type StagedItem, split } from './stage.js';
import { storyOfExternals } from './story-of-externals.js';
import { alsoStanding, notTheSame } from './story-of-same-work.js';
import { timingColumns } from './timing-columns.js';

type EndRef = Exclude<ItemRef, `board:${string}`>;

/** What depends on what, proposed by one end and answered by the other; risks, and the actions they name. */
export function storyOfPromises(stage: Stage): Moment[] {
  return [
    ...storyOfExternals(stage),
    ...stage.content.crossReferences.flatMap((one) => crossReferenced(stage, one)),
    ...stage.content.notSameWork.map((one) => notTheSame(stage, one)),
    ...stage.content.placements.map((one) => alsoStanding(stage, one)),
    ...stage.content.risks.map((risk) => atRisk(stage, risk)),
  ];
}

function crossReferenced(stage: Stage, one: CrossReferenceContent): Moment[] {
  const from = stage.item(one.from as EndRef);
  const isDisputed = one.status === CrossReferenceStatus.DISPUTED;
  const words = { note: isDisputed ? null : one.reason, textAsWritten: one.writtenAs?.text ?? null };
  const id = idOf('cross-reference', one.key);
  const propose = (row: NewRow) =>
    stage.moment(`proposal ${one.key}`, one.proposedOn, [13, 14.5], one.proposedBy, [
      { insert: 'cross_references', rows: [row] },
    ]);
  const [kind, board] = split(one.to);
  if (kind === 'board') {
    const { name } = found(stage.content.boards.find(({ key }) => key === board));
    const text = { ...words, textAsWritten: words.textAsWritten ?? name };
    const because = `These words name a board, the ${name}: a cross-reference joins only what stands in plans`;
    return [
      propose(referenceRow(stage, id, from, null, { kind: one.kind, ...text, unresolvedBecause: because })),
    ];
  }
  const to = stage.item(one.to as EndRef);
  const proposal = propose({
    ...referenceRow(stage, id, from, to, { kind: one.kind, ...words, unresolvedBecause: null }),
    neededBy: one.needed?.by ?? null,
    ifLate: one.needed?.ifLate ?? null,
  });
  if (!one.answeredBy || !one.answeredOn) return [proposal];
  const blank = stage.moment(`answer ${one.key}`, one.answeredOn, [15, 17], one.answeredBy, []);
  const set = {
    status: one.status,
    reason: isDisputed ? one.reason : (one.promised?.why ?? null),
    promisedBy: one.promised?.by ?? null,
    confidence: one.promised?.confidence ?? null,
    decidedById: idOf('person', one.answeredBy),
    decidedAt: blank.at,
  };
  const answer = { ...blank, steps: [{ update: 'cross_references', ids: [id], set }] };
  return one.slip ? [proposal, answer, slipped(stage, id, from, to, one.slip)] : [proposal, answer];
}

/** Whoever counts on it is told, and has not answered yet. */
function slipped(
  stage: Stage,
  crossReferenceId: string,
  from: StagedItem,
  to: StagedItem,
  { on, by, told, dueOn, reasons }: SlipContent,
): Moment {
  const row = {
    id: idOf('impact-notice', crossReferenceId),
    audienceId: stage.circles.both(from.audienceId, to.audienceId),
    planId: from.planId,
    toPlanId: to.planId,
    crossReferenceId,
    organisationId: idOf('organisation', told),
    reasons,
    wasDueOn: dueOn,
    isDueOn: dueOn,
  };
  return stage.moment(`slip ${crossReferenceId}`, on, [9, 10], by, [
    { insert: 'impact_notices', rows: [row] },
  ]);
}

interface Words {
  kind: CrossReferenceKind;
  note: string | null;
  textAsWritten: string | null;
  unresolvedBecause: string | null;
}

/** For those who see both ends. */
function referenceRow(
  stage: Stage,
  id: string,
  from: StagedItem,
  to: StagedItem | null,
  words: Words,
): NewRow {
  return {
    id,
    audienceId: to ? stage.circles.both(from.audienceId, to.audienceId) : from.audienceId,
    planId: from.planId,
    toPlanId: to?.planId ?? null,
    fromType: from.itemType,
    fromId: from.id,
    toType: to?.itemType ?? null,
    toId: to?.id ?? null,
    ...words,
  };
}

/** A risk goes into the register with what is done about it and the actions it names, in one hand. */
function atRisk(stage: Stage, risk: RiskContent): Moment {
  const { author, risksOn } = planStories[risk.plan];
  const named = risk.names.find(({ action }) => action !== undefined)?.action;
  const person = risk.audience && named ? stage.hand(named, risksOn) : author;
  const item = stage.item(`risk:${risk.key}`);
  const blank = stage.moment(`risk ${risk.key}`, risksOn, [9, 16], person, []);
  const steps: Step[] = [
    { insert: 'risks', rows: [riskRow(risk, item)] },
    { insert: 'ownerships', rows: [stage.ownership(item, OwnershipRole.ACCOUNTABLE, 0, risk.owner, null)] },
    ...risk.mitigations.flatMap((mitigation, i) => mitigated(stage, risk, item, mitigation, i)),
    { insert: 'cross_references', rows: names(stage, risk, item, person, blank.at) },
  ];
  return { ...blank, steps };
}

function riskRow(risk: RiskContent, item: StagedItem): NewRow {
  const { inherent, current, target } = risk;
  return {
    id: item.id,
    audienceId: item.audienceId,
    ownAudienceId: risk.audience ? item.audienceId : null,
    planId: item.planId,
    workstreamId: risk.workstream ? idOf('workstream', risk.workstream) : null,
    reference: risk.reference,
    cause: risk.cause,
    event: risk.event,
    effect: risk.effect,
    inherentLikelihood: inherent.likelihood,
    inherentImpact: inherent.impact,
    currentLikelihood: current.likelihood,
    currentImpact: current.impact,
    targetLikelihood: target.likelihood,
    targetImpact: target.impact,
    controls: risk.controls.join('\n'),
    reviewOn: risk.reviewOn,
  };
}

function mitigated(
  stage: Stage,
  risk: RiskContent,
  item: StagedItem,
  mitigation: MitigationContent,
  index: number,
): Step[] {
  const own: StagedItem = { ...item, itemType: ItemType.Mitigation, id: idOf('mitigation', mitigation.key) };
  const row = {
    id: own.id,
    audienceId: own.audienceId,
    planId: own.planId,
    riskId: item.id,
    description: mitigation.title,
    status: mitigation.status,
    position: positionOf(index),
    ...timingColumns(mitigation.timing, stage.plan(risk.plan)),
  };
  return [
    { insert: 'mitigations', rows: [row] },
    {
      insert: 'ownerships',
      rows: [stage.ownership(own, OwnershipRole.ACCOUNTABLE, 0, mitigation.owner, null)],
    },
    {
      insert: 'cross_references',
      rows: mitigation.action ? [isTheAction(stage, own, mitigation.action)] : [],
    },
  ];
}

/** A mitigation that is an action of a plan: its slip shows at the risk. */
function isTheAction(stage: Stage, mitigation: StagedItem, action: ActionKey): NewRow {
  const id = idOf('cross-reference', `${mitigation.id}/${action}`);
  const words = { note: null, textAsWritten: null, unresolvedBecause: null };
  const kind = CrossReferenceKind.SAME_WORK_AS;
  return referenceRow(stage, id, mitigation, stage.item(`action:${action}`), { kind, ...words });
}

/** Where the risk’s owner shares in the action nobody else need be asked; elsewhere the name waits for an answer. */
function names(stage: Stage, risk: RiskContent, item: StagedItem, person: PersonKey, at: string): NewRow[] {
  return risk.names.map(({ asWritten, action }, i) => {
    const to = action ? stage.item(`action:${action}`) : null;
    const words = {
      kind: CrossReferenceKind.RELATES_TO,
      note: null,
      textAsWritten: asWritten,
      unresolvedBecause: to ? null : `No action called “${asWritten}” stands in the plan`,
    };
    const isOwn = action !== undefined && shares(stage, risk, action);
    return {
      ...referenceRow(stage, idOf('cross-reference', `${risk.key}/name/${i}`), item, to, words),
      status: isOwn ? CrossReferenceStatus.CONFIRMED : CrossReferenceStatus.PROPOSED,
      decidedById: isOwn ? idOf('person', person) : null,
      decidedAt: isOwn ? at : null,
    };
  });
}

function shares(stage: Stage, risk: RiskContent, action: ActionKey): boolean {
  const home = stage.homeOf(risk.owner);
  const { owners } = found(stage.actions.get(action));
  return home !== null && owners.some(({ party }) => stage.homeOf(party) === home);
}
