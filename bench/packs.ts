import { monitorEventLoopDelay } from 'node:perf_hooks';
import { packsApart } from '../server/features/meetings/pack/pack-apart.js';
import { BESIDE, longPack } from '../test/support/packs.js';
import { throughput } from './load.js';
import { pause, quantile } from './processes.js';
import * as queries from './queries.js';
import { report } from './report.js';
import { ask, type Stand } from './stand.js';
import type { Contestant } from './turns.js';
import { editor } from './writes.js';

const PAGES = 336;

/** How long a pack of three hundred pages takes in its process, what it costs the server in memory, and what others feel of it. */
export async function measurePacks(stand: Stand): Promise<void> {
  await measureOne();
  await measureBystanders(stand);
}

async function measureOne(): Promise<void> {
  const pack = longPack(PAGES);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  let [most, pages] = [before, 0];
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  delay.enable();
  const began = performance.now();
  await packsApart([{ ...BESIDE, pack, files: async function* () {} }], async (file) => {
    pages = Math.max(pages, file.pages ?? 0);
  });
  const seconds = (performance.now() - began) / 1_000;
  delay.disable();
  clearInterval(looking);
  report('a pack of 300 pages: s', seconds, { atMost: 30 }, `${pages} pages as HTML, PDF and Word`);
  report(
    'a pack of 300 pages: MB',
    (most - before) / 1e6,
    { atMost: 500 },
    'more than before in the server itself, at the most',
  );
  report('the server meanwhile: ms late, p99', delay.percentile(99) / 1e6, null, 'of its event loop');
}

/** As often a second as somebody at work, and not as fast as can be: then all would wait for the bystander. */
const PER_SECOND = 5;
const QUIET_MS = 20_000;
const PACKS = 3;

/** Somebody reads a plan and somebody changes actions, with nothing beside them and while packs are prepared. */
async function measureBystanders(stand: Stand): Promise<void> {
  const { made, cookies } = stand;
  const [secretary = '', reader = ''] = cookies;
  const product = await stand.product();
  const writer = await editor(stand, secretary, made.ownedIds);
  const bystanders: Record<string, Contestant> = {
    'reading a plan board': {
      served: product,
      next: () => ask(queries.PLAN_BOARD, { id: made.planId }, reader),
    },
    'changing an action': { served: product, ...writer },
  };
  const meetingId = await longAgenda(stand);
  const prepareAll = async () => {
    for (let n = 0; n < PACKS; n++) await prepare(product.url, secretary, meetingId);
  };
  await waitsWhile(bystanders, pause(QUIET_MS / 4));
  const quiet = await waitsWhile(bystanders, pause(QUIET_MS));
  const began = performance.now();
  const busy = await waitsWhile(bystanders, prepareAll());
  const seconds = (performance.now() - began) / 1_000 / PACKS;
  report('both parts of 300 pages, prepared and kept: s', seconds, { atMost: 30 }, `beside the bystanders`);
  for (const name of Object.keys(bystanders))
    for (const [what, part, budget] of [
      ['p50', 0.5, null],
      ['p99', 0.99, { atMost: 2 }],
    ] as const) {
      const [before, during] = [quantile(quiet[name] ?? [], part), quantile(busy[name] ?? [], part)];
      const detail = `${during.toFixed(1)} ms of ${before.toFixed(1)} ms, ${busy[name]?.length} answers`;
      report(`${name} while packs are made: ${what} of the usual`, during / before, budget, detail);
    }
}

/** How long each bystander waited for each answer until the work was done. */
async function waitsWhile(
  bystanders: Readonly<Record<string, Contestant>>,
  work: Promise<unknown>,
): Promise<Record<string, number[]>> {
  let isOver = false;
  const done = work.finally(() => {
    isOver = true;
  });
  const waits = await Promise.all(
    Object.entries(bystanders).map(async ([name, { served, next, onAnswer }]) => {
      const all: number[] = [];
      while (!isOver) all.push(...(await throughput(served.url, 1, 1, next, onAnswer, PER_SECOND)).waits);
      return [name, all] as const;
    }),
  );
  await done;
  return Object.fromEntries(waits);
}

/** A meeting whose agenda fills three hundred pages, each under a heading of its own; the first account is its secretary. */
async function longAgenda({ admin, made }: Stand): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(MEETING, [made.partnershipId, made.boardId]);
  const meetingId = rows[0]?.id ?? '';
  await admin.query(SECRETARY, [made.partnershipId, made.boardId, made.accounts[0]]);
  const summary = 'Waiting fell in each of the last three months, and the cost is borne by both. '.repeat(24);
  await admin.query(ITEMS, [made.partnershipId, made.boardId, meetingId, summary]);
  return meetingId;
}

const CIRCLE = `intern_audience($1, 'EVERYONE', '{}')`;
const MEETING = `insert into meetings (id, partnership_id, audience_id, board_id, board_ids, title, meets_on, starts_at)
  values (gen_random_uuid(), $1, ${CIRCLE}, $2, array[$2]::uuid[], 'A long meeting', '2039-01-21', '10:30') returning id`;
const SECRETARY = `insert into seats (id, partnership_id, audience_id, board_id, person_id, capacity, from_on)
  select gen_random_uuid(), $1, ${CIRCLE}, $2, p.id, 'SECRETARIAT', '2018-01-01'
    from people p join accounts a on a.id = p.account_id where p.partnership_id = $1 and a.email = $3`;
const ITEMS = `insert into agenda_items (id, partnership_id, audience_id, board_id, meeting_id, section, position, title, summary, purpose, minutes)
  select gen_random_uuid(), $1, ${CIRCLE}, $2, $3, 'Part ' || n, n, 'Item of business ' || n, $4, 'NOTE', 1
    from generate_series(1, ${PAGES}) n`;

const PREPARE = `mutation ($input: PreparePublicationInput!) { preparePublication(input: $input) { publication { id } } }`;
const STATUS = `query ($id: ID!) { publication(id: $id) { status } }`;

async function prepare(url: string, cookie: string, meetingId: string): Promise<void> {
  const send = async <T>(query: string, variables: object): Promise<T> => {
    const { path, body, headers } = ask(query, variables, cookie);
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { preparePublication } = await send<{ preparePublication: { publication: { id: string } } }>(
    PREPARE,
    { input: { meetingId } },
  );
  for (;;) {
    const { publication } = await send<{ publication: { status: string } }>(
      STATUS,
      preparePublication.publication,
    );
    if (publication.status === 'PREPARED') return;
    if (publication.status !== 'BUILDING') throw new Error(`The pack is ${publication.status}.`);
    await pause(250);
  }
}
