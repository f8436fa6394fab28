import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns every domain table begins with. The partnership is the first word of every key that is looked up. */
const item = `
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  audience_id uuid not null references audiences(id),
  version int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  archived_at timestamptz`;

const timing = `
  timing_as_written text,
  timing_start date,
  timing_end date,
  timing_precision text,
  timing_recurrence text`;

const org = 'references organisations(id)';

export class CreatePlan1795000000100 implements MigrationInterface {
  name = 'CreatePlan1795000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table partnerships (${item},
  name text not null, short_name text, place text, slug text not null unique,
  own_brag_definitions jsonb not null default '{}'
);
create table organisations (${item},
  name text not null, short_name text, kind text not null, aliases text[] not null default '{}', website text
);

create table accounts (
  id uuid primary key, email text not null, password_hash text not null, disabled_at timestamptz,
  -- A first password that somebody else was shown: good until then, and only to choose one's own.
  initial_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index accounts_email on accounts (lower(email));
create table sessions (
  id uuid primary key, account_id uuid not null references accounts(id), token_hash bytea not null unique,
  created_at timestamptz not null default now(), rotated_at timestamptz not null default now(),
  previous_token_hash bytea, expires_at timestamptz not null, revoked_at timestamptz, user_agent text
);
create index sessions_account on sessions (account_id) where revoked_at is null;
create index sessions_previous on sessions (previous_token_hash) where previous_token_hash is not null;
create table tokens (
  id uuid primary key, account_id uuid not null references accounts(id), name text not null, token_hash bytea not null unique,
  scope text not null check (scope in ('READ','WRITE')),
  created_at timestamptz not null default now(), expires_at timestamptz not null, revoked_at timestamptz
);
create table sign_in_attempts (subject text not null, at timestamptz not null default now());
create index sign_in_attempts_subject on sign_in_attempts (subject, at);

create table people (${item},
  name text not null, job_title text, organisation_id uuid ${org}, aliases text[] not null default '{}',
  account_id uuid references accounts(id)
);
create index people_account on people (account_id) where account_id is not null;
create table memberships (${item},
  person_id uuid not null references people(id), organisation_id uuid ${org},
  role text not null check (role in ('VIEWER','EDITOR','LEAD','ADMIN')),
  check (organisation_id is not null or role = 'ADMIN')
);
create unique index memberships_one on memberships (person_id, organisation_id) nulls not distinct where archived_at is null;
create table posts (${item},
  title text not null, organisation_id uuid ${org}, aliases text[] not null default '{}'
);
create table post_holders (${item},
  post_id uuid not null references posts(id), person_id uuid not null references people(id),
  from_on date not null, until_on date, is_interim boolean not null default false,
  check (until_on is null or until_on >= from_on)
);
create index post_holders_post on post_holders (post_id);
create index post_holders_person on post_holders (person_id);

create table boards (${item},
  name text not null, short_name text, kind text not null, aliases text[] not null default '{}', purpose text,
  reports_to_ids uuid[] not null default '{}'
);
create table seats (${item},
  board_id uuid not null references boards(id), person_id uuid references people(id), post_id uuid references posts(id),
  organisation_id uuid ${org},
  capacity text not null check (capacity in ('CHAIR','VICE_CHAIR','MEMBER','SECRETARIAT','OBSERVER')),
  is_voting boolean not null default true, from_on date not null, until_on date,
  check (num_nonnulls(person_id, post_id) = 1)
);
create index seats_board on seats (board_id);
create index seats_person on seats (person_id);
create index seats_post on seats (post_id);

create table accountable_business_units (${item},
  name text not null, short_name text, aliases text[] not null default '{}',
  host_organisation_id uuid not null ${org}, member_organisation_ids uuid[] not null default '{}',
  managing_director_id uuid references people(id), serves text,
  board_ids uuid[] not null default '{}', priority_ids uuid[] not null default '{}'
);
create table delegated_functions (${item},
  abu_id uuid not null references accountable_business_units(id), function text not null,
  from_organisation_id uuid not null ${org}, conditions text, status text not null, since_on date
);
create index delegated_functions_abu on delegated_functions (abu_id);

create table plans (${item}, own_audience_id uuid references audiences(id),
  board_id uuid references boards(id), title text not null, kind text not null,
  starts_on date not null, ends_on date not null, year_one_starts_on date not null,
  status text not null default 'DRAFT' check (status in ('DRAFT','ADOPTED','CLOSED')), adopted_on date,
  check (ends_on >= starts_on)
);
create table priorities (${item}, owners_revision int not null default 0,
  plan_id uuid not null references plans(id), number text not null, title text not null, description text,
  abu_ids uuid[] not null default '{}', overseeing_board_ids uuid[] not null default '{}', position double precision not null default 0
);
create index priorities_plan on priorities (plan_id, position, id);
create table workstreams (${item}, owners_revision int not null default 0, own_audience_id uuid references audiences(id),
  plan_id uuid not null references plans(id), number text, title text not null,
  lead_organisation_id uuid ${org}, priority_ids uuid[] not null default '{}',
  governance_arrangements text, support_requirements text, fit_with_existing_workstreams text, impact_on_outcomes text,
  performance_management text, contribution_to_strategy text, update_on_action_plan text,
  position double precision not null default 0
);
create index workstreams_plan on workstreams (plan_id, position, id);
create table actions (${item}, owners_revision int not null default 0, own_audience_id uuid references audiences(id),
  plan_id uuid not null references plans(id), workstream_id uuid not null references workstreams(id),
  parent_id uuid references actions(id), reference text, title text not null, expected_outcome text, ${timing},
  status text not null default 'NOT_YET_RATED' check (status in ('BLUE','GREEN','AMBER','RED','NOT_YET_RATED')),
  signed_off_by_id uuid references people(id), signed_off_at timestamptz,
  position double precision not null default 0
);
create index actions_workstream on actions (workstream_id, position, id);
create index actions_plan on actions (plan_id, position, id);
create index actions_parent on actions (parent_id, position, id);
create index actions_due on actions (partnership_id, (coalesce(timing_end, 'infinity'::date)), id) where archived_at is null;

-- Who answers for an item: leads of an action, sponsors of a workstream, SROs of a priority, owners of a risk or mitigation.
create table ownerships (${item},
  plan_id uuid references plans(id), item_type text not null, item_id uuid not null,
  role text not null check (role in ('ACCOUNTABLE','JOINT','SUPPORTING','SPONSOR','SRO')),
  organisation_id uuid ${org}, abu_id uuid references accountable_business_units(id), board_id uuid references boards(id),
  post_id uuid references posts(id), person_id uuid references people(id), outside_body text, as_written text,
  position int not null default 0,
  check (num_nonnulls(organisation_id, abu_id, board_id, post_id, person_id, outside_body, as_written) > 0)
);
create index ownerships_item on ownerships (item_id, position, id);
create index ownerships_organisation on ownerships (organisation_id, item_type, item_id);
create index ownerships_person on ownerships (person_id) where person_id is not null;
create unique index ownerships_one_accountable on ownerships (item_id) where role = 'ACCOUNTABLE';

create table updates (${item},
  plan_id uuid not null references plans(id), action_id uuid not null references actions(id),
  organisation_id uuid ${org}, period date not null check (extract(day from period) = 1),
  narrative text not null, status text not null, author_id uuid references people(id)
);
create unique index updates_one on updates (action_id, organisation_id, period) where archived_at is null and organisation_id is not null;
create index updates_latest on updates (action_id, period desc, created_at desc, id desc);

create table external_dependencies (${item}, own_audience_id uuid references audiences(id),
  plan_id uuid references plans(id), title text not null, controlled_by text not null, description text, ${timing},
  status text not null default 'NOT_YET_RATED'
);
create table risks (${item}, owners_revision int not null default 0, own_audience_id uuid references audiences(id),
  plan_id uuid not null references plans(id), workstream_id uuid references workstreams(id),
  reference text, cause text, event text not null, effect text,
  inherent_likelihood int, inherent_impact int, current_likelihood int, current_impact int, target_likelihood int, target_impact int,
  controls text, review_on date, status text not null default 'OPEN' check (status in ('OPEN','CLOSED')),
  check (inherent_likelihood between 1 and 5 and inherent_impact between 1 and 5 and current_likelihood between 1 and 5
     and current_impact between 1 and 5 and target_likelihood between 1 and 5 and target_impact between 1 and 5)
);
create index risks_plan on risks (plan_id, id);
create table mitigations (${item}, owners_revision int not null default 0,
  plan_id uuid not null references plans(id), risk_id uuid not null references risks(id), description text not null, ${timing},
  status text not null default 'NOT_YET_RATED', position double precision not null default 0
);
create index mitigations_risk on mitigations (risk_id, position, id);

create table cross_references (${item},
  plan_id uuid references plans(id), to_plan_id uuid references plans(id),
  from_type text not null, from_id uuid not null, to_type text, to_id uuid,
  kind text not null, status text not null default 'PROPOSED' check (status in ('PROPOSED','CONFIRMED','DISPUTED')),
  text_as_written text, note text, reason text, unresolved_because text,
  decided_by_id uuid references people(id), decided_at timestamptz,
  check ((to_id is null) = (to_type is null)), check (to_id is not null or text_as_written is not null), check (to_id is distinct from from_id)
);
create index cross_references_from on cross_references (from_id, id);
create index cross_references_to on cross_references (to_id, id) where to_id is not null;
create index cross_references_plan on cross_references (plan_id, id);
create index cross_references_to_plan on cross_references (to_plan_id, id);

-- The promises that rest on an item, also those its editor cannot see: whoever watches them is told when they come under strain.
-- Looks with every audience and goes back to the caller's own, in one round trip.
create function references_touching(of_partnership uuid, item uuid) returns setof cross_references language plpgsql as $$
declare
  own text := current_setting('app.audiences', true);
begin
  perform set_config('app.audiences', every_audience(of_partnership), true);
  return query select * from cross_references x
    where (x.from_id = item or x.to_id = item) and x.to_id is not null and x.archived_at is null;
  perform set_config('app.audiences', coalesce(own, ''), true);
end $$;
grant execute on function references_touching(uuid, uuid) to accord_server;

create table comments (${item},
  plan_id uuid references plans(id), item_type text not null, item_id uuid not null,
  author_id uuid not null references people(id), organisation_id uuid ${org}, text text not null
);
create index comments_item on comments (item_id, created_at, id);

create table imports (${item},
  plan_id uuid references plans(id), file_name text not null, status text not null check (status in ('PREVIEWED','APPLIED','UNDONE')),
  summary jsonb not null, actor_id uuid references people(id), organisation_id uuid ${org}
);

-- What a file was read as, kept beside the log: it is bulky and already told by what it changed.
create table import_contents (
  import_id uuid primary key references imports(id), audience_id uuid not null references audiences(id), content jsonb not null
);
alter table import_contents enable row level security;
alter table import_contents force row level security;
create policy see on import_contents using (audience_id = any ((select viewer_audiences())::uuid[]));

-- Under which key of a file an item was brought in, and what the import left of it: what differs since, people changed.
create table imported_items (
  item_id uuid primary key, plan_id uuid not null references plans(id), import_id uuid not null references imports(id),
  key text not null, "left" jsonb not null, is_undone boolean not null default false
);
alter table imported_items enable row level security;
alter table imported_items force row level security;
create policy see on imported_items using (exists (select 1 from imports i where i.id = import_id));

-- Files on their way to an import. For an hour; any process may read what another one took in.
create table uploads (
  id uuid primary key, account_id uuid not null references accounts(id), file_name text not null, content bytea not null,
  created_at timestamptz not null default now(), expires_at timestamptz not null default now() + interval '1 hour'
);
create index uploads_account on uploads (account_id, created_at);

create table idempotent_creates (
  id uuid primary key, account_id uuid, fingerprint bytea not null, created_at timestamptz not null default now()
);

select attach_to_log('partnerships', 'Partnership', null), attach_to_log('organisations', 'Organisation', null),
  attach_to_log('people', 'Person', null), attach_to_log('memberships', 'Membership', 'organisation_id'),
  attach_to_log('posts', 'Post', null), attach_to_log('post_holders', 'PostHolder', 'post_id'),
  attach_to_log('boards', 'Board', null), attach_to_log('seats', 'Seat', 'board_id'),
  attach_to_log('accountable_business_units', 'AccountableBusinessUnit', null),
  attach_to_log('delegated_functions', 'DelegatedFunction', 'abu_id'),
  attach_to_log('plans', 'Plan', null), attach_to_log('priorities', 'Priority', null),
  attach_to_log('workstreams', 'Workstream', null), attach_to_log('actions', 'Action', null),
  attach_to_log('ownerships', 'Ownership', 'item_id'), attach_to_log('updates', 'Update', 'action_id'),
  attach_to_log('external_dependencies', 'ExternalDependency', null), attach_to_log('risks', 'Risk', null),
  attach_to_log('mitigations', 'Mitigation', 'risk_id'), attach_to_log('cross_references', 'CrossReference', null),
  attach_to_log('comments', 'Comment', 'item_id'), attach_to_log('imports', 'Import', null);
`);
    // The tables whose rows decide who somebody is: a change tells every process to look again.
    for (const table of [
      'accounts',
      'tokens',
      'people',
      'memberships',
      'seats',
      'post_holders',
      'partnerships',
    ])
      await db.query(
        `create trigger ${table}_rights after insert or update or delete on ${table} for each statement execute function bump_rights()`,
      );
    // A person who comes to sponsor something may sign it off from that moment on.
    await db.query(
      `create trigger ownerships_rights after insert or update on ownerships for each row
         when (new.person_id is not null and new.role in ('SPONSOR','SRO')) execute function bump_rights()`,
    );
    // A new session gives nobody new rights; one that ends takes some away.
    await db.query(`
create trigger sessions_rights after update of revoked_at or delete on sessions for each statement execute function bump_rights();
grant select, insert, update, delete on accounts, sessions, tokens, sign_in_attempts, import_contents, imported_items, uploads, idempotent_creates to accord_server;
grant execute on function bump_rights() to accord_server;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop function references_touching(uuid, uuid);
drop table idempotent_creates, uploads, imported_items, import_contents, imports, comments, cross_references, mitigations, risks, external_dependencies, updates, ownerships,
  actions, workstreams, priorities, plans, delegated_functions, accountable_business_units, seats, boards, post_holders, posts,
  memberships, people, sign_in_attempts, tokens, sessions, accounts, organisations, partnerships;
`);
  }
}
