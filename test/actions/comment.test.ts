import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedWith, type TwoPartners, twoPartners } from '../cross-references/two-partners.js';
import type { Person } from '../support/app.js';

interface Told {
  id: string;
  version: number;
  text: string;
  itemType: string;
  itemId: string;
  archivedAt: string | null;
  author: { name: string } | null;
  organisation: { name: string } | null;
}

const fields = 'id version text itemType itemId archivedAt author { name } organisation { name }';
const create = `mutation($input: CreateCommentInput!) { createComment(input: $input) { comment { ${fields} } } }`;
const archive = `mutation($input: ItemVersionInput!) { archiveComment(input: $input) { comment { ${fields} } } }`;

describe('a remark', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());

  const remark = (more = {}) => ({
    itemType: 'Action',
    itemId: world.a1,
    text: 'Has the guidance come?',
    ...more,
  });
  const say = async (who: Person, input: object) =>
    (await who.ok<{ createComment: { comment: Told } }>(create, { input })).createComment.comment;
  const refused = (code: string, who: Person, input: object) =>
    refusedWith(world.app, code, () => who.query(create, { input }));
  const seenBy = async (who: Person, id = world.a1) =>
    (
      await who.ok<{ action: { comments: { id: string }[] } }>(
        `query($id: ID!) { action(id: $id) { comments { id } } }`,
        { id },
      )
    ).action.comments.map((comment) => comment.id);

  it('is made by any member of a partner organisation, also on what another organisation owns', async () => {
    await refused('NOT_FOUND', world.stranger, remark());
    await refused('UNAUTHENTICATED', world.app.nobody, remark());
    const made = await say(world.viewerNorth, remark({ itemId: world.b1 }));
    expect(made).toMatchObject({
      text: 'Has the guidance come?',
      itemType: 'Action',
      itemId: world.b1,
      author: { name: 'viewerNorth' },
      organisation: { name: 'Northmoor Council' },
    });
    expect(await seenBy(world.editorSouth, world.b1)).toEqual([made.id]);
  });

  it('is not for an administrator without an organisation', async () => {
    await world.app.build.person(world.partnershipId, { email: 'admin@example.org', role: 'ADMIN' });
    await refused('FORBIDDEN', await world.app.as('admin@example.org'), remark());
  });

  it('leaves the item, its version and its time of change as they are', async () => {
    const before = await world.app.build.row('actions', world.a1);
    await say(world.editorSouth, remark());
    expect(await world.app.build.row('actions', world.a1)).toEqual(before);
  });

  it('says something, on an item that is of the type named', async () => {
    await refused('INVALID_INPUT', world.editorNorth, remark({ text: '' }));
    await refused('INVALID_INPUT', world.editorNorth, remark({ text: '  ' }));
    await refused('NOT_FOUND', world.editorNorth, remark({ itemType: 'Risk' }));
    await refused('NOT_FOUND', world.editorNorth, remark({ itemId: randomUUID() }));
  });

  it('is made once, however often it is sent', async () => {
    const input = remark({ id: randomUUID() });
    const first = await say(world.editorNorth, input);
    expect(await say(world.editorNorth, input)).toEqual(first);
    await refused('INVALID_INPUT', world.editorNorth, { ...input, text: 'Other words' });
  });

  it('is for those who may see the item, and never for the public', async () => {
    const { app, partnershipId, workstream1, north } = world;
    const narrow = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const hidden = await app.build.action(workstream1, { audienceId: narrow, ownAudienceId: narrow });
    await refused('NOT_FOUND', world.editorSouth, remark({ itemId: hidden }));
    const among = await say(world.viewerNorth, remark({ itemId: hidden }));
    expect((await app.build.row('comments', among.id))['audience_id']).toBe(narrow);
    const open = await app.build.action(workstream1, {
      audienceId: await app.build.audience(partnershipId, 'EVERYONE'),
    });
    const made = await say(world.viewerNorth, remark({ itemId: open }));
    expect(await seenBy(world.editorSouth, open)).toEqual([made.id]);
    expect(await seenBy(world.app.nobody, open)).toEqual([]);
  });

  it('is taken back by a lead of the organisation it was said for, and by no other', async () => {
    const made = await say(world.viewerNorth, remark());
    const input = { id: made.id, expectedVersion: 1 };
    for (const [who, code] of [
      [world.stranger, 'NOT_FOUND'],
      [world.leadSouth, 'FORBIDDEN'],
      [world.editorNorth, 'FORBIDDEN'],
    ] as const)
      await refusedWith(world.app, code, () => who.query(archive, { input }));
    const { archiveComment } = await world.leadNorth.ok<{ archiveComment: { comment: Told } }>(archive, {
      input,
    });
    expect(archiveComment.comment.archivedAt).not.toBeNull();
    expect(await seenBy(world.editorNorth)).not.toContain(made.id);
  });

  it('is taken back by whoever said it, and each is told whether they may', async () => {
    const made = await say(world.editorSouth, remark({ itemId: world.b1 }));
    const mayTakeBack = async (who: Person) => {
      const { action } = await who.ok<{
        action: { comments: { id: string; viewerCan: { archive: boolean } }[] };
      }>(`query($id: ID!) { action(id: $id) { comments { id viewerCan { archive } } } }`, { id: world.b1 });
      return action.comments.find(({ id }) => id === made.id)?.viewerCan.archive;
    };
    expect(await mayTakeBack(world.leadSouth)).toBe(true);
    expect(await mayTakeBack(world.leadNorth)).toBe(false);
    expect(await mayTakeBack(world.editorNorth)).toBe(false);
    expect(await mayTakeBack(world.editorSouth)).toBe(true);
    await world.editorSouth.ok(archive, { input: { id: made.id, expectedVersion: 1 } });
    expect(await seenBy(world.editorSouth, world.b1)).not.toContain(made.id);
  });
});
