import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from '../../server/platform/db/embedded.js';
import { migrate } from '../../server/platform/db/migrate.js';
import { ensureDatabase } from '../../server/platform/db/roles.js';
import { startWorld, type World } from '../support/world.js';

const ADD = `mutation ($input: CreateCommentInput!) { createComment(input: $input) { comment { id } } }`;
const READ = 'query ($id: ID!) { action(id: $id) { id title } }';
const folder = mkdtempSync(path.join(tmpdir(), 'accord-disk-'));
/** A disk of its own, small enough to fill; only root may have one. */
const hasDisk =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'tmpfs', folder]).status === 0;

let embedded: EmbeddedDatabase | undefined;
let world: World | undefined;

const filler = path.join(folder, 'filler');
const free = () => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

afterAll(async () => {
  // Whatever failed, the disk is given back.
  rmSync(filler, { force: true });
  try {
    await world?.app.close();
    await embedded?.stop();
  } finally {
    if (hasDisk) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a full disk', () => {
  if (!hasDisk) {
    it('cannot be made here: this machine lets nobody mount a small disk', () => {
      expect(hasDisk).toBe(false);
    });
    return;
  }
  it('refuses writes in words, half of none of them, reads on, and writes again once there is room', async () => {
    mkdirSync(path.join(folder, 'data'));
    embedded = await startEmbedded({ dataDir: path.join(folder, 'data'), sync: false });
    const superuserUrl = embedded.superuserUrl;
    const urls = await ensureDatabase(superuserUrl, 'accord');
    await migrate(urls.ownerUrl);
    const ofIts = new URL(superuserUrl);
    ofIts.pathname = '/accord';
    world = await startWorld(
      { LOG_LEVEL: 'silent' },
      { given: { ...urls, superuserUrl: ofIts.href, drop: async () => {} } },
    );
    const { app, northEditor, partnershipId, north } = world;
    const action = await app.build.action(await app.build.workstream(await app.build.plan(partnershipId)), {
      ownerId: north,
    });
    const words = () => randomBytes(1_500).toString('hex');
    const add = () =>
      northEditor.query(ADD, { input: { itemType: 'Action', itemId: action, text: words() } });
    expect((await add()).errors).toBeUndefined();

    writeFileSync(filler, Buffer.alloc(free() - 64 * 1024));
    let answer = await add();
    for (let n = 0; n < 300 && !answer.errors; n++) answer = await add();
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining('disk is full'),
      extensions: { code: 'UNAVAILABLE' },
    });
    const before = [await app.build.logLength(), (await app.build.sql('select id from comments')).length];
    expect((await add()).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect([await app.build.logLength(), (await app.build.sql('select id from comments')).length]).toEqual(
      before,
    );
    expect((await northEditor.ok<{ action: { id: string } }>(READ, { id: action })).action.id).toBe(action);

    rmSync(filler);
    expect((await add()).errors).toBeUndefined();
  });
});
