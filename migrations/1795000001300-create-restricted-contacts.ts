import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Through whom others may ask about a restricted action. The row is for those who see the action; everybody else in the
 * partnership is told by the function which contacts there are, once each, and nothing of what they are contacts for.
 */
export class CreateRestrictedContacts1795000001300 implements MigrationInterface {
  name = 'CreateRestrictedContacts1795000001300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table restricted_contacts (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp(),
  plan_id uuid not null references plans(id), action_id uuid not null references actions(id),
  organisation_id uuid not null references organisations(id), post_id uuid references posts(id)
);
create unique index restricted_contacts_one on restricted_contacts (action_id) where archived_at is null;
create index restricted_contacts_partnership on restricted_contacts (partnership_id) where archived_at is null;
select attach_to_log('restricted_contacts', 'RestrictedContact', 'action_id');

-- Looks with every audience and goes back to the viewer's own: what comes out is distinct and says nothing of the rows.
create function contacts_of_restricted(of_partnership uuid) returns table (organisation uuid, post uuid)
language plpgsql security definer set search_path = public as $$
declare own text := current_setting('app.audiences', true);
begin
  if not exists (
    select from audiences a
    where a.partnership_id = of_partnership and a.kind = 'PARTNERSHIP' and a.id = any (viewer_audiences())
  ) then return; end if;
  perform set_config('app.audiences', every_audience(of_partnership), true);
  return query
    select distinct o.id, p.id
    from restricted_contacts r
    join actions t on t.id = r.action_id and t.archived_at is null
    join audiences a on a.id = t.audience_id and a.kind not in ('EVERYONE', 'PARTNERSHIP')
    join organisations o on o.id = r.organisation_id and o.archived_at is null
    left join posts p on p.id = r.post_id and p.archived_at is null and p.organisation_id = o.id
    where r.partnership_id = of_partnership and r.archived_at is null;
  perform set_config('app.audiences', coalesce(own, ''), true);
end $$;
revoke execute on function contacts_of_restricted(uuid) from public;
grant execute on function contacts_of_restricted(uuid) to accord_server;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function contacts_of_restricted(uuid); drop table restricted_contacts');
  }
}
