import { ItemType } from '../../../schema/vocabulary.js';

/**
 * Where rows take their audience from, as a select over alias `t` that a condition can be put after: `id`, the
 * circle above it (`a`), and what narrows it further (`b`). In force is a ∩ b.
 */
export interface Source {
  table: string;
  select: string;
}

const source = (table: string, above: string, narrowed: string, joins = ''): Source => ({
  table,
  select: `select t.id, ${above} as a, ${narrowed} as b from ${table} t ${joins}`,
});

/** The circle of everybody in the partnership of a row `t`. */
export const partnershipCircle = `(select a.id from audiences a where a.partnership_id = t.partnership_id and a.kind = 'PARTNERSHIP')`;

const own = 't.own_audience_id';
const nothing = 'null::uuid';
const plan = 'join plans p on p.id = t.plan_id';

export const itemSources: Record<ItemType, Source> = {
  Plan: source('plans', `coalesce(${own}, t.audience_id)`, nothing),
  Priority: source('priorities', 'p.audience_id', nothing, plan),
  Workstream: source('workstreams', 'p.audience_id', own, plan),
  Action: source(
    'actions',
    'coalesce(above.audience_id, w.audience_id)',
    own,
    'join workstreams w on w.id = t.workstream_id left join actions above on above.id = t.parent_id',
  ),
  Risk: source(
    'risks',
    'coalesce(w.audience_id, p.audience_id)',
    own,
    `${plan} left join workstreams w on w.id = t.workstream_id`,
  ),
  Mitigation: source('mitigations', 'r.audience_id', nothing, 'join risks r on r.id = t.risk_id'),
  // One that belongs to no plan hangs under nothing that could be narrowed.
  ExternalDependency: source('external_dependencies', 'p.audience_id', own, plan),
};

/** The audience of the item that two columns of `t` name. */
const audienceOf = (type: string, id: string) =>
  `case ${type} ${Object.entries(itemSources)
    .map(
      ([name, { table }]) => `when '${name}' then (select x.audience_id from ${table} x where x.id = ${id})`,
    )
    .join(' ')} end`;

/** What hangs on the items `$1`. */
export const updatesOn: Source = source(
  'updates',
  'x.audience_id',
  nothing,
  'join actions x on x.id = t.action_id where t.action_id = any ($1::uuid[])',
);

const attached = 'where t.item_id = any ($1::uuid[])';

/**
 * The same, of what is never for the public though the item may be: `$2` is the circle of the partnership. Who
 * somebody is, what was remarked and what a workbook held were said among partners.
 */
export const partnersOnly: readonly Source[] = [
  source(
    'ownerships',
    audienceOf('t.item_type', 't.item_id'),
    'case when t.person_id is not null then $2::uuid end',
    attached,
  ),
  // What was remarked among a few is not told to others when the item is opened to them.
  source('comments', audienceOf('t.item_type', 't.item_id'), `coalesce(${own}, $2::uuid)`, attached),
  // Through whom partners may ask is no business of the public’s, should the action be opened to it.
  source(
    'restricted_contacts',
    'x.audience_id',
    '$2::uuid',
    'join actions x on x.id = t.action_id where t.action_id = any ($1::uuid[])',
  ),
  source('imports', 'p.audience_id', '$2::uuid', `${plan} where t.plan_id = any ($1::uuid[])`),
];

/** What is told of a cross-reference is for those who see it. */
export const impactNoticesOn: Source = source(
  'impact_notices',
  'x.audience_id',
  nothing,
  'join cross_references x on x.id = t.cross_reference_id where x.from_id = any ($1::uuid[]) or x.to_id = any ($1::uuid[])',
);

/** Who watches something is for those who see it. */
export const watchesOn: Source = source(
  'watches',
  'x.audience_id',
  nothing,
  'join external_dependencies x on x.id = t.external_dependency_id where t.external_dependency_id = any ($1::uuid[])',
);

/** A cross-reference is for those who see both its ends. */
export const crossReferencesAt: Source = source(
  'cross_references',
  audienceOf('t.from_type', 't.from_id'),
  audienceOf('t.to_type', 't.to_id'),
  'where t.from_id = any ($1::uuid[]) or t.to_id = any ($1::uuid[])',
);

/** So is what was said of two actions. */
export const dismissalsOf: Source = source(
  'same_work_dismissals',
  'x.audience_id',
  'y.audience_id',
  'join actions x on x.id = t.action_id join actions y on y.id = t.other_id where t.action_id = any ($1::uuid[]) or t.other_id = any ($1::uuid[])',
);

/** That an action stands in another plan is for those who see the action and where it stands. */
export const placementsOn: Source = source(
  'placements',
  'x.audience_id',
  'w.audience_id',
  'join actions x on x.id = t.action_id join workstreams w on w.id = t.workstream_id where t.action_id = any ($1::uuid[]) or t.workstream_id = any ($1::uuid[])',
);
