import type { PlanStatus } from '../../../schema/vocabulary.js';
import { AccordError } from '../../platform/graphql/errors.js';
import { holds, isAnyOf, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import type { ActionAbilities } from './action.entity.js';

/** What decides who may do what with an action. */
export interface ActionFacts {
  /** Organisations that lead, share or support it. */
  ownerOrganisationIds: readonly string[];
  workstream: WorkstreamFacts;
}

export interface WorkstreamFacts {
  leadOrganisationId: string | null;
  /** People and posts who sponsor it. */
  sponsorBodyIds: readonly string[];
  sponsorOrganisationIds: readonly string[];
}

export const isSponsor = (viewer: Position, { sponsorBodyIds }: WorkstreamFacts): boolean =>
  isAnyOf(viewer, sponsorBodyIds);

/** An action nobody owns is looked after by the organisation that leads its workstream. */
export const editors = ({ ownerOrganisationIds, workstream }: ActionFacts) =>
  ownerOrganisationIds.length ? ownerOrganisationIds : [workstream.leadOrganisationId];

export function actionAbilities(viewer: Position, facts: ActionFacts): ActionAbilities {
  const edits = holds(viewer, editors(facts), 'EDIT');
  const leads = holds(viewer, [...editors(facts), facts.workstream.leadOrganisationId], 'CREATE');
  return {
    update: edits,
    rate: edits,
    signOff: isSponsor(viewer, facts.workstream),
    report: holds(viewer, editors(facts), 'REPORT'),
    create: leads,
    archive: leads,
    restrict: holds(viewer, editors(facts), 'RESTRICT'),
    propose: edits,
    comment: viewer.roles.size > 0,
  };
}

const refusals: Record<keyof ActionAbilities, string> = {
  update: 'Only editors of an organisation that owns this action may change it.',
  rate: 'Only editors of an organisation that owns this action may rate it.',
  signOff: 'Only a sponsor of the workstream may sign an action off as Blue.',
  report: 'Only an organisation that owns this action reports on it.',
  create:
    'Only a lead of an owning organisation, or of the workstream’s lead organisation, may add actions here.',
  archive:
    'Only a lead of an owning organisation, or of the workstream’s lead organisation, may put it away.',
  restrict: 'Only a lead of an owning organisation may say who sees this action.',
  propose: 'Only editors of an organisation that owns this action may write cross-references at it.',
  comment: 'Only members of a partner organisation may remark on it.',
};

export function authoriseAction(viewer: Position, facts: ActionFacts, verb: keyof ActionAbilities): void {
  if (!actionAbilities(viewer, facts)[verb]) throw new AccordError('FORBIDDEN', refusals[verb]);
}

/** The facts of many actions in two queries. */
export async function actionFacts(
  reader: Reader,
  actions: readonly { id: string; workstreamId: string }[],
): Promise<Map<string, ActionFacts>> {
  const [owners, workstreams] = await Promise.all([
    reader.query<{ itemId: string; organisationId: string }>(
      `select item_id as "itemId", organisation_id as "organisationId" from ownerships
       where item_id = any($1::uuid[]) and organisation_id is not null`,
      [actions.map((action) => action.id)],
    ),
    workstreamFacts(reader, [...new Set(actions.map((action) => action.workstreamId))]),
  ]);
  const byAction = groupBy(owners, (owner) => owner.itemId);
  return new Map(
    actions.map((action) => [
      action.id,
      {
        ownerOrganisationIds: (byAction.get(action.id) ?? []).map((owner) => owner.organisationId),
        workstream: workstreams.get(action.workstreamId) ?? nobody,
      },
    ]),
  );
}

/**
 * The facts of one action and how its plan stands, by its id alone, so that they can be asked together with the action
 * itself. Nothing when there is none to be seen.
 */
export async function factsOfAction(
  reader: Reader,
  id: string,
): Promise<(ActionFacts & { planStatus: PlanStatus }) | null> {
  const [row] = await reader.query<FactsRow & { owners: string[]; planStatus: PlanStatus }>(
    `select array(select o.organisation_id from ownerships o where o.item_id = a.id and o.organisation_id is not null) as owners,
       p.status as "planStatus", ${WORKSTREAM}
     from actions a join plans p on p.id = a.plan_id left join workstreams w on w.id = a.workstream_id where a.id = $1`,
    [id],
  );
  return row
    ? { ownerOrganisationIds: row.owners, workstream: workstreamIn(row), planStatus: row.planStatus }
    : null;
}

const nobody: WorkstreamFacts = { leadOrganisationId: null, sponsorBodyIds: [], sponsorOrganisationIds: [] };

export async function workstreamFacts(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, WorkstreamFacts>> {
  const rows = await reader.query<FactsRow>(
    `select ${WORKSTREAM} from workstreams w where w.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, workstreamIn(row)]));
}

interface FactsRow {
  id: string;
  lead: string | null;
  bodies: string[];
  organisations: string[];
}

const workstreamIn = (row: FactsRow): WorkstreamFacts => ({
  leadOrganisationId: row.lead,
  sponsorBodyIds: row.bodies,
  sponsorOrganisationIds: row.organisations,
});

const SPONSORS = `from ownerships o where o.item_id = w.id and o.role = 'SPONSOR'`;
const WORKSTREAM = `w.id, w.lead_organisation_id as lead,
  array(select coalesce(o.post_id, o.person_id) ${SPONSORS} and coalesce(o.post_id, o.person_id) is not null) as bodies,
  array(select o.organisation_id ${SPONSORS} and o.organisation_id is not null) as organisations`;
