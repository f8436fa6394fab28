import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import { startApp, type TestApp } from '../support/app.js';

/** Every way in over HTTP, and who may take it. A route that is not here has no policy. */
const ROUTES: Record<string, string> = {
  '/graphql GET POST OPTIONS HEAD': 'anybody: each question and each verb is answered as its viewer',
  '/imports POST': 'whoever may import, with a header that no foreign page can send; a file is its sender’s',
  '/attachments POST':
    'whoever may write the report or keep the meeting, asked before the first byte, with a header that no foreign page can send; a file is its sender’s',
  '/attachments/:id(^[0-9a-f-]{36}$) DELETE':
    'whoever sent the file, with the same header; for all others there is none',
  '/attachments/:id(^[0-9a-f-]{36}$)/:name GET HEAD':
    'those entitled: asked through the graph as whoever asks; for all others there is none',
  '/exports/plans/:id(^[0-9a-f-]{36}$)/:file GET HEAD':
    'anybody: the plan is asked for through the graph, as whoever downloads it',
  '/public GET HEAD': 'anybody: asked through the graph as nobody, whoever asks',
  '/public/boards/:id(^[0-9a-f-]{36}$) GET HEAD': 'anybody: asked through the graph as nobody',
  '/public/boards/:id(^[0-9a-f-]{36}$)/meetings.ics GET HEAD': 'anybody: asked through the graph as nobody',
  '/public/boards/:id(^[0-9a-f-]{36}$)/agendas.atom GET HEAD': 'anybody: asked through the graph as nobody',
  '/public/meetings/:id(^[0-9a-f-]{36}$) GET HEAD': 'anybody: asked through the graph as nobody',
  '/public/publications/:id(^[0-9a-f-]{36}$) GET HEAD': 'anybody: asked through the graph as nobody',
  '/public/publications/:id(^[0-9a-f-]{36}$)/since/:sinceId GET HEAD':
    'anybody: asked through the graph as nobody',
  '/publications/:id(^[0-9a-f-]{36}$) GET HEAD':
    'those entitled: asked through the graph as whoever asks; for all others there is none',
  '/publications/:id(^[0-9a-f-]{36}$)/since/:sinceId GET HEAD':
    'those entitled: asked through the graph as whoever asks, part by part; for all others there is none',
  // Two names of one place in a path are drawn as one: a file of a part, or the folder its attachments are in.
  '/public/publications/:id(^[0-9a-f-]{36}$)/:file|:folder GET HEAD':
    'anybody: asked through the graph as nobody; the file by row security as nobody',
  '/public/publications/:id(^[0-9a-f-]{36}$)/:file|:folder/:attachment/:name GET HEAD':
    'anybody: what the public part prints or leads to, asked through the graph as nobody',
  '/publications/:id(^[0-9a-f-]{36}$)/:file|:folder/:attachment/:name GET HEAD':
    'those entitled: what a part prints or leads to, asked through the graph as whoever asks; for all others there is none',
  '/publications/:id(^[0-9a-f-]{36}$)/:file|:folder GET HEAD':
    'those entitled: asked through the graph, and by row security, as whoever asks; for all others there is none',
  '/boards/:id(^[0-9a-f-]{36}$)/meetings.ics GET HEAD':
    'members of the partnership, with their session or a token; for all others there is none',
  '/healthz GET HEAD': 'anybody: says that the process is alive, and nothing else',
  '/readyz GET HEAD': 'anybody: says which parts work, and nothing else',
  '/metrics GET HEAD': 'whoever has the operator’s token: counts by kind, no id and no word of a partnership',
};

/** The built page, where it is built: the same files for everybody. */
const PAGE =
  /^\/(graphiql|graphiql\.html|index\.html|assets\/.*|[\w.-]+\.(svg|png|ico|txt|webmanifest|js|css))?$/;

/** Tables that are not under an audience of their own and the log, and what keeps them. */
const OTHER_TABLES: Record<string, string> = {
  accounts: 'asked for by whoever signs in, and by nothing that answers a question about another',
  audiences: 'says which circles there are; only those of a row that is seen are told',
  change_buffer: 'not for the server’s role to read',
  changes: 'row security by the audience before and after; written by sealing alone',
  days_begun: 'a day a partnership: holds nothing of anybody’s',
  frozen_map_contents: 'row security by the audience of its frozen copy; written once',
  idempotent_creates: 'asked for by an id that the asker sends',
  import_contents: 'row security by the audience of its import',
  imported_items: 'row security by the import it came with',
  migrations: 'names of migrations',
  partnership_counters: 'two columns for the server’s role, never answered with',
  placed_actions: 'ids that a trigger looks up; not for the server’s role to read',
  publication_builds: 'ids of what is to be built, never answered with',
  publication_contents: 'row security by the audience of its part; written once',
  publication_files: 'row security by the audience of its part; written once',
  report_texts: 'row security by the audience of its report',
  report_updates: 'row security by the audience of its report; only added to, and gathered into its text',
  report_version_contents: 'row security by the audience of its version; written once',
  rights: 'one number, never answered with',
  sessions: 'an account’s own',
  sign_in_attempts: 'counts tries, never answered with',
  stored_files: 'asked for by the hash of an attachment, once whoever asks has been seen to see that',
  tokens: 'an account’s own',
  uploads: 'an account’s own',
};

/** Verbs for whoever is not signed in. */
const OPEN_VERBS = ['signIn', 'signOut'];

describe('whatever is new has a policy, or does not get through here', () => {
  let app: TestApp;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    app = await startApp();
    schema = await accordSchema();
  });
  afterAll(() => app.close());

  it('each table is under the audience of its rows, for its owner too, and under the log; or named with what keeps it', async () => {
    const tables = await app.build.sql<{ name: string; isAttached: boolean }>(ATTACHED);
    const others = tables.filter(({ isAttached }) => !isAttached).map(({ name }) => name);
    expect(others).toEqual(Object.keys(OTHER_TABLES));
  });

  it('each of those kept otherwise by row security has it, and no policy sees all but the owner’s own', async () => {
    const policies = await app.build.sql<{ name: string }>(OPEN_POLICIES);
    expect(policies.map(({ name }) => name)).toEqual(['changes: accord_owner', 'changes: accord_owner']);
    const unforced = await app.build.sql<{ name: string }>(UNFORCED);
    const named = unforced.map(({ name }) => name);
    expect(named).toEqual(
      Object.keys(OTHER_TABLES).filter((table) => !/row security/.test(OTHER_TABLES[table] ?? '')),
    );
  });

  it('each type with a table reads from one that is attached', async () => {
    const tables = await app.build.sql<{ name: string; isAttached: boolean }>(ATTACHED);
    const attached = tables.filter(({ isAttached }) => isAttached).map(({ name }) => name);
    const read = getMetadataArgsStorage().tables.flatMap(({ name }) => name ?? []);
    expect(read.filter((name) => !attached.includes(name))).toEqual([]);
    expect(attached.filter((name) => !read.includes(name))).toEqual([]);
  });

  it('each route is one of those named', () => {
    // A tree: what begins like another route hangs below it, with the rest of its path.
    const drawn = app.app.http.printRoutes({ commonPrefix: false });
    const above: string[] = [];
    const routes = [...drawn.matchAll(/^(.*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/gm)].flatMap(
      ([, indent = '', part = '', methods]) => {
        const depth = indent.length / 4;
        above[depth] = `${above[depth - 1] ?? ''}${part}`;
        const path = above[depth].startsWith('/') ? above[depth] : `/${above[depth]}`;
        return methods ? [{ path, methods: methods.replaceAll(',', '') }] : [];
      },
    );
    const isNamed = (route: string) => route in ROUTES || PAGE.test(route.split(' ')[0] ?? '');
    const ways = routes.map(({ path, methods }) => `${path} ${methods}`);
    expect(ways).toEqual(expect.arrayContaining(Object.keys(ROUTES)));
    expect(ways.filter((route) => !isNamed(route))).toEqual([]);
  });

  it('each verb is for those who are signed in', async () => {
    const open: string[] = [];
    for (const verb of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const [input] = verb.args;
      const document = input
        ? `mutation($input: ${input.type}) { ${verb.name}(input: $input) { __typename } }`
        : `mutation { ${verb.name} { __typename } }`;
      const { errors } = await app.nobody.query(document, input ? { input: anything(input.type) } : {});
      const isRefused = errors?.[0]?.message === 'Sign in to do this.';
      if (!isRefused) open.push(verb.name);
    }
    expect(open).toEqual(OPEN_VERBS);
  });
});

/** Whatever is required, filled with something of the right form. */
function anything(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anything(type.ofType);
  if (isListType(type)) return [anything(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        isNonNullType(field.type)
          ? [[field.name, CLOCKS.test(field.name) ? '10:30' : anything(field.type)]]
          : [],
      ),
    );
  const values: Record<string, unknown> = { ID: randomUUID(), Int: 1, Boolean: true, Date: '2030-01-01' };
  return values[type.name] ?? 'somebody.else@example.org';
}

/** Fields that hold a time of the day. */
const CLOCKS = /^(starts|ends)At$/;

const TABLES = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')`;

const ATTACHED = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity
    and (select count(*) = 2 from pg_trigger t where t.tgrelid = c.oid and t.tgenabled <> 'D' and t.tgname in ('record', 'touch'))
    and (select array_agg(pg_get_expr(p.polqual, p.polrelid) || p.polcmd::text || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')) = array[sight || '*' || sight]
         from pg_policy p where p.polrelid = c.oid) is true as "isAttached"
  from (values ('(audience_id = ANY (( SELECT viewer_audiences() AS viewer_audiences)::uuid[]))')) s (sight), ${TABLES} order by 1`;

/** Policies that look at no audience, and for whom: oid 0 is everybody. */
const OPEN_POLICIES = `
  select c.relname || ': ' || array_to_string(array(
    select case r when 0 then 'everybody' else r::regrole::text end from unnest(p.polroles) r), ', ') as name
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) order by 1`;

const UNFORCED = `select c.relname as name from ${TABLES} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`;
