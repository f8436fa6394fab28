import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Publishing, startPublishing } from '../meetings/publications.js';
import { download } from '../support/exports.js';

const TASKS = '/proc/self/task';

/**
 * The lowest priority that any thread of this process, the server’s, or the first of one that it started, has while
 * something is done: higher is nicer.
 */
async function nicestWhile(work: () => Promise<unknown>): Promise<number> {
  const seen: number[] = [];
  const looking = setInterval(() => {
    for (const thread of readdirSync(TASKS)) seen.push(niceOf(`${TASKS}/${thread}`));
    for (const id of readdirSync('/proc'))
      if (/^\d+$/.test(id) && partsOf(`/proc/${id}`)[PARENT] === String(process.pid))
        seen.push(niceOf(`/proc/${id}`));
  }, 10);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return Math.max(...seen);
}

const PARENT = 1;
const NICE = 16;

/** A thread or a process may end while it is looked at. */
function partsOf(task: string): string[] {
  try {
    const stat = readFileSync(`${task}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const niceOf = (task: string): number => Number(partsOf(task)[NICE] ?? Number.NEGATIVE_INFINITY);

describe('long work that is done apart', () => {
  const usual = getPriority();
  const low = Math.max(usual, constants.priority.PRIORITY_BELOW_NORMAL);
  let world: Publishing;
  beforeAll(async () => {
    world = await startPublishing();
  });
  afterAll(() => world.app.close());

  it('lets others go first while the files of a pack are written', async () => {
    const meetingId = await world.aMeeting();
    await world.add(meetingId, 'Winter plan');
    expect(
      await nicestWhile(async () => {
        await world.built((await world.prepare(meetingId)).id);
      }),
    ).toBe(low);
  });

  it('lets others go first while a workbook is written', async () => {
    const planId = await world.app.build.plan(world.partnershipId);
    await world.app.build.action(await world.app.build.workstream(planId));
    expect(
      await nicestWhile(async () => {
        expect((await download(world.app.url, world.northLead, planId, 'plan.xlsx')).status).toBe(200);
      }),
    ).toBe(low);
  });

  it('leaves the rest of the server as it was', () => {
    expect(getPriority()).toBe(usual);
    expect(niceOf(`${TASKS}/${process.pid}`)).toBe(usual);
  });
});
