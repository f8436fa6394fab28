import type { MigrationInterface, QueryRunner } from 'typeorm';

const item = `
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp()`;

const clock = (column: string) => `check (${column} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')`;

/** What a change of the log stands in: a plan, or a meeting; and the board that answers for it, the first of several. */
const recordChange = (plan: string) => `
create or replace function record_change() returns trigger language plpgsql security definer set search_path = public as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  it jsonb := coalesce(now, was);
  differs jsonb;
  what text;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into differs from jsonb_each(was) e
      where now -> e.key is distinct from e.value and e.key not in ('version', 'updated_at');
    if differs is null then return null; end if;
    what := case when was ->> 'archived_at' is null and now ->> 'archived_at' is not null then 'ARCHIVED'
                 when was ->> 'archived_at' is not null and now ->> 'archived_at' is null then 'RESTORED'
                 else 'UPDATED' end;
  else
    what := case tg_op when 'INSERT' then 'CREATED' else 'REMOVED' end;
    differs := was;
  end if;
  -- What is written after a seal waits for another.
  if coalesce(current_setting('app.sealed', true), '') <> '' then perform set_config('app.sealed', '', true); end if;
  insert into change_buffer (partnership_id, item_type, item_id, about_id, kind, before, after, audience_id, audience_before_id, plan_id, other_plan_id, board_id)
  values ((it ->> 'partnership_id')::uuid, tg_argv[0], (it ->> 'id')::uuid, (it ->> tg_argv[1])::uuid, what, differs, now,
    (it ->> 'audience_id')::uuid, case when tg_op = 'INSERT' then null else (was ->> 'audience_id')::uuid end,
    ${plan},
    (it ->> 'to_plan_id')::uuid,
    case when tg_argv[0] = 'Board' then (it ->> 'id')::uuid else (it ->> 'board_id')::uuid end);
  return null;
end $$;`;

/** Boards’ business before a meeting: the meetings, what is planned for them, and their agendas. */
export class CreateMeetings1795000001500 implements MigrationInterface {
  name = 'CreateMeetings1795000001500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${recordChange(`case when tg_argv[0] in ('Plan', 'Meeting') then (it ->> 'id')::uuid else coalesce(it ->> 'plan_id', it ->> 'meeting_id')::uuid end`)}

create table meetings (${item}, own_audience_id uuid references audiences(id),
  board_id uuid not null references boards(id), board_ids uuid[] not null, title text not null,
  meets_on date not null, starts_at text not null ${clock('starts_at')}, ends_at text ${clock('ends_at')}, place text,
  status text not null default 'PLANNED' check (status in ('PLANNED','HELD','CANCELLED')), status_reason text,
  check (board_ids[1] = board_id)
);
create index meetings_boards on meetings using gin (board_ids);
create index meetings_days on meetings (partnership_id, meets_on, id);
select attach_to_log('meetings', 'Meeting', 'board_id');

create table forward_plan_entries (${item}, own_audience_id uuid references audiences(id),
  board_id uuid not null references boards(id), board_ids uuid[] not null, meeting_id uuid references meetings(id),
  title text not null, summary text, purpose text not null check (purpose in ('NOTE','DISCUSS','DECIDE','APPROVE')),
  minutes int not null default 10 check (minutes between 1 and 600),
  lead_officers_as_written text, lead_officer_ids uuid[] not null default '{}',
  is_key_decision boolean not null default false, key_decision_reference text, is_for_full_council boolean not null default false,
  is_confidential boolean not null default false, exemption_paragraphs text[] not null default '{}',
  draft_report_due_on date, dispatch_on date, came_from text,
  check (board_ids[1] = board_id)
);
create index forward_plan_entries_boards on forward_plan_entries using gin (board_ids);
create index forward_plan_entries_meeting on forward_plan_entries (meeting_id);
select attach_to_log('forward_plan_entries', 'ForwardPlanEntry', 'meeting_id');

-- What an entry was accepted for. An entry that took its words from an item is never for more than see that item.
create table agenda_origins (${item},
  board_id uuid not null references boards(id), entry_id uuid not null references forward_plan_entries(id),
  kind text not null, item_type text not null, item_id uuid not null, evidence text not null, gave_the_words boolean not null
);
create index agenda_origins_entry on agenda_origins (entry_id);
create index agenda_origins_item on agenda_origins (item_id);
select attach_to_log('agenda_origins', 'AgendaOrigin', 'entry_id');

create table forward_plan_slips (${item},
  board_id uuid not null references boards(id), entry_id uuid not null references forward_plan_entries(id),
  from_meeting_id uuid not null references meetings(id), to_meeting_id uuid references meetings(id),
  reason text not null, slipped_by_id uuid references people(id)
);
create index forward_plan_slips_entry on forward_plan_slips (entry_id, created_at, id);
select attach_to_log('forward_plan_slips', 'ForwardPlanSlip', 'entry_id');

create table agenda_items (${item}, own_audience_id uuid references audiences(id),
  meeting_id uuid not null references meetings(id), board_id uuid not null references boards(id),
  forward_plan_entry_id uuid references forward_plan_entries(id), is_standing boolean not null default false, closes boolean not null default false,
  section text not null default '', position double precision not null,
  title text not null, summary text, purpose text not null check (purpose in ('NOTE','DISCUSS','DECIDE','APPROVE')),
  minutes int check (minutes between 1 and 600), presenters_as_written text, presenter_ids uuid[] not null default '{}',
  exemption_paragraphs text[] not null default '{}', exemption_reason text, late_reason text
);
create index agenda_items_meeting on agenda_items (meeting_id, position, id);
create index agenda_items_entry on agenda_items (forward_plan_entry_id);
select attach_to_log('agenda_items', 'AgendaItem', 'meeting_id');

create table agenda_proposal_answers (${item},
  board_id uuid not null references boards(id), kind text not null, item_type text not null, item_id uuid not null,
  reason text, declined_by_id uuid references people(id), until_on date
);
create unique index agenda_proposal_answers_one on agenda_proposal_answers (board_id, kind, item_id) where archived_at is null;
create index agenda_proposal_answers_item on agenda_proposal_answers (item_id);
select attach_to_log('agenda_proposal_answers', 'AgendaProposalAnswer', 'board_id');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table agenda_proposal_answers, agenda_items, forward_plan_slips, agenda_origins, forward_plan_entries, meetings;
${recordChange(`case when tg_argv[0] = 'Plan' then (it ->> 'id')::uuid else (it ->> 'plan_id')::uuid end`)}
`);
  }
}
