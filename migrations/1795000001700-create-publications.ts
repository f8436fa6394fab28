import type { MigrationInterface, QueryRunner } from 'typeorm';

const item = `
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null, audience_id uuid not null references audiences(id),
  version int not null default 1, archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp()`;

/** What moves nothing but the columns named; each of those in `once` is written when it is empty and never again. */
const keep = (table: string, moving: string[], once: string[]) => `
create function keep_${table}() returns trigger language plpgsql as $$
declare
  moving text[] := array[${[...moving, ...once].map((column) => `'${column}'`).join(', ')}];
  once text[] := array[${once.map((column) => `'${column}'`).join(', ')}]::text[];
begin
  if to_jsonb(new) - moving is distinct from to_jsonb(old) - moving
    or exists (select from unnest(once) c where to_jsonb(old) ->> c is not null and to_jsonb(new) -> c is distinct from to_jsonb(old) -> c) then
    raise exception 'what was prepared for publication does not change';
  end if;
  return new;
end $$;
revoke execute on function keep_${table}() from public;
grant execute on function keep_${table}() to accord_server;
create trigger keep before update on ${table} for each row execute function keep_${table}();`;

/** Under the audience of its part; written once. The server’s role moves nothing but who sees it. */
const content = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy see on ${table} using (audience_id = any ((select viewer_audiences())::uuid[]));
grant select, insert, update (audience_id) on ${table} to accord_server;`;

/** Packs of meetings: prepared, published by a second person, recalled; what each part of one holds, and its files. */
export class CreatePublications1795000001700 implements MigrationInterface {
  name = 'CreatePublications1795000001700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table publications (${item},
  meeting_id uuid not null references meetings(id), board_id uuid not null references boards(id),
  kind text not null check (kind in ('AGENDA','SUPPLEMENT')),
  status text not null default 'BUILDING' check (status in ('BUILDING','PREPARED','PUBLISHED','RECALLED','FAILED')),
  steps_done int not null default 0, number int, late_reason text, dispatch_by date,
  prepared_by_id uuid references people(id),
  published_by_id uuid references people(id), published_at timestamptz,
  recalled_by_id uuid references people(id), recalled_at timestamptz, recall_reason text,
  check ((published_at is null) = (number is null)),
  check ((status in ('PUBLISHED','RECALLED')) = (published_at is not null)),
  check ((status = 'RECALLED') = (recalled_at is not null))
);
create index publications_meeting on publications (meeting_id, created_at, id);
create unique index publications_number on publications (meeting_id, number);
select attach_to_log('publications', 'Publication', 'meeting_id');
${keep('publications', ['audience_id', 'status', 'steps_done', 'late_reason', 'archived_at', 'version', 'updated_at'], ['number', 'dispatch_by', 'published_by_id', 'published_at', 'recalled_by_id', 'recalled_at', 'recall_reason'])}

-- A part is seen by its own circle. Its hashes stand here, and so in the log.
create table publication_parts (${item},
  publication_id uuid not null references publications(id), meeting_id uuid not null references meetings(id), board_id uuid not null references boards(id),
  part text not null check (part in ('PUBLIC','FULL')), rests_on uuid[] not null,
  sha256 text not null, html_sha256 text, pdf_sha256 text, word_sha256 text, pages int
);
create unique index publication_parts_one on publication_parts (publication_id, part);
select attach_to_log('publication_parts', 'PublicationPart', 'publication_id');
${keep('publication_parts', ['audience_id', 'archived_at', 'version', 'updated_at'], ['html_sha256', 'pdf_sha256', 'word_sha256', 'pages'])}

create table publication_contents (
  id uuid primary key references publication_parts(id), audience_id uuid not null references audiences(id), document text not null
);
${content('publication_contents')}

create table publication_files (
  part_id uuid not null references publication_parts(id), format text not null check (format in ('HTML','PDF','WORD')),
  audience_id uuid not null references audiences(id), bytes bytea not null,
  primary key (part_id, format)
);
${content('publication_files')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table publication_files, publication_contents, publication_parts, publications;
drop function keep_publication_parts();
drop function keep_publications();
`);
  }
}
