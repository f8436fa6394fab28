import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { forBoards } from '../../schema/item-boards.js';
import { PackPart } from '../../schema/publications.js';
import type { MeetingBoardFact } from '../../server/features/meetings/pack/pack-boards.rules.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import { aboutOf } from '../../server/features/meetings/pack/pack-words.js';
import { facts, item } from '../support/packs.js';
import { wordsOf } from '../support/published-words.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { type Publishing, partOf, startPublishing } from './publications.js';

const CHANGE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id version boards { name } } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version boards { name } } } }`;
const PLAN = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`;
const RESTRICT = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id version } } }`;
const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;
const ITEMS = `query ($id: ID!) { publication(id: $id) { parts { part items { title boards forBoards } } } }`;

interface Item {
  id: string;
  version: number;
  boards: { name: string }[];
}

describe('for whom of several boards an item is', () => {
  const three = ['Joint Board', 'Trust Board', 'Cabinet'];
  test.each<[Parameters<typeof forBoards>[0]['purpose'], string[], string[], string | null]>([
    ['DECIDE', three, three, 'For decision by Joint Board, Trust Board and Cabinet, each for itself'],
    ['APPROVE', three.slice(1), three, 'For decision by Trust Board and Cabinet, each for itself'],
    ['DECIDE', ['Cabinet'], three, 'For Cabinet only'],
    ['NOTE', ['Cabinet'], three, 'For Cabinet only'],
    ['NOTE', three.slice(1), three, 'For Trust Board and Cabinet'],
    ['NOTE', three, three, null],
    ['DECIDE', ['Cabinet'], ['Cabinet'], null],
  ])('to %s, for %j of %j, is said as %s', (purpose, boards, meets, words) => {
    expect(forBoards({ purpose, boards, meets })).toBe(words);
  });

  it('is told in a pack, and marks the item in a supplement once it is for others', () => {
    const meets = three.map(
      (name): MeetingBoardFact => ({
        ...{ id: name, name, seats: [] },
        quorum: { atLeast: 3, fraction: null, organisationsAtLeast: null, parts: [] },
      }),
    );
    const pack = (boardIds: string[], document?: ReturnType<typeof packOf>) =>
      packOf(
        facts([item('Winter plan', { purpose: 'DECIDE' as never, boardIds })], { meets }),
        PackPart.PUBLIC,
        document ? { on: '2030-07-01', document } : null,
      );
    const { meets: _, ...before } = pack([]);
    expect(before.items.map(aboutOf)).toEqual([
      '10:30, 10 minutes. To decide. For decision by Joint Board, Trust Board and Cabinet, each for itself.',
    ]);
    expect(pack(['Cabinet'], before).items.map((one) => [one.mark, one.forBoards])).toEqual([
      ['CHANGED', 'For Cabinet only'],
    ]);
    // What was published before packs told it was for all boards, and is no other item for that.
    const untold = before.items.map(({ forBoards: __, ...one }) => one);
    expect(pack([], { ...before, items: untold }).items[0]?.mark).toBeNull();
  });
});

describe('an item of a joint meeting', () => {
  let world: Publishing;
  let trustBoard: string;
  let meetingId: string;
  beforeAll(async () => {
    world = await startPublishing();
    const { app, partnershipId, boardId, admin } = world;
    await app.build.sql(`update boards set name = 'Joint Board' where id = $1`, [boardId]);
    trustBoard = await app.build.board(partnershipId, { name: 'Trust Board' });
    await admin.ok(ADOPT, { input: { boardId: trustBoard, profile: 'COUNCIL_COMMITTEE' } });
    meetingId = await world.aMeeting({ boardIds: [boardId, trustBoard] });
  });
  afterAll(() => world.app.close());

  const add = async (title: string, input: object = {}): Promise<Item> =>
    (
      await world.secretary.ok<{ createAgendaItem: { agendaItem: Item } }>(ADD, {
        input: { meetingId, title, minutes: 10, ...input },
      })
    ).createAgendaItem.agendaItem;
  const change = async ({ id, version }: Item, boardIds: string[] | null): Promise<Item> =>
    (
      await world.secretary.ok<{ updateAgendaItem: { agendaItem: Item } }>(CHANGE, {
        input: { id, expectedVersion: version, boardIds },
      })
    ).updateAgendaItem.agendaItem;
  const names = ({ boards }: Item) => boards.map(({ name }) => name);

  it('is for all boards unless it says otherwise, and for all again when that is cleared', async () => {
    const all = await add('For all');
    expect(names(all)).toEqual(['Joint Board', 'Trust Board']);
    const one = await change(all, [trustBoard]);
    expect(names(one)).toEqual(['Trust Board']);
    const both = await change(one, [trustBoard, world.boardId]);
    expect(names(both)).toEqual(['Joint Board', 'Trust Board']);
    expect(names(await change(await change(both, [trustBoard]), null))).toEqual([
      'Joint Board',
      'Trust Board',
    ]);
  });

  it('is for the boards of the line it comes from, as far as they meet', async () => {
    const planned = async (boardIds: string[]) =>
      (
        await world.admin.ok<{ createForwardPlanEntry: { forwardPlanEntry: { id: string } } }>(PLAN, {
          input: { title: 'Planned', boardIds, meetingId, minutes: 10 },
        })
      ).createForwardPlanEntry.forwardPlanEntry.id;
    const { partnershipId } = world;
    const elsewhere = await world.app.build.board(partnershipId, { name: 'Cabinet' });
    const line = await planned([world.boardId, elsewhere]);
    expect(names(await add('One', { forwardPlanEntryId: line }))).toEqual(['Joint Board']);
    const other = await planned([world.boardId]);
    expect(names(await add('Said', { forwardPlanEntryId: other, boardIds: [trustBoard] }))).toEqual([
      'Trust Board',
    ]);
  });

  it('is for no board that does not meet there, and is changed by nobody but its keepers', async () => {
    const here = await add('Here');
    const elsewhere = await world.app.build.board(world.partnershipId, { name: 'Elsewhere' });
    const input = { id: here.id, expectedVersion: here.version, boardIds: [trustBoard, elsewhere] };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.secretary, CHANGE, { input })).toContain('INVALID_INPUT');
        for (const by of [world.member, world.northLead])
          expect(await brokenRule(by, CHANGE, { input: { ...input, boardIds: [trustBoard] } })).toContain(
            'FORBIDDEN',
          );
        expect(await brokenRule(world.stranger, CHANGE, { input })).toContain('NOT_FOUND');
      }),
    ).toBe(true);
    const { errors } = await world.secretary.query(CHANGE, { input });
    expect(errors?.[0]?.extensions['fields']).toMatchObject([{ field: 'boardIds.1' }]);
  });

  it('is restricted by the paragraphs of its own boards alone, and stays with boards that have them', async () => {
    const { id, version } = await change(await add('ZYXSECRET'), [trustBoard]);
    const restrict = (paragraph: string) => ({
      input: { id, expectedVersion: version, exemptionParagraphs: [paragraph] },
    });
    // A letter of the joint board’s own; the other is a council’s, whose grounds are numbered.
    expect(await brokenRule(world.secretary, RESTRICT, restrict('A'))).toContain('INVALID_INPUT');
    const { restrictAgendaItem } = await world.secretary.ok<{ restrictAgendaItem: { agendaItem: Item } }>(
      RESTRICT,
      restrict('3'),
    );
    const input = { id, expectedVersion: restrictAgendaItem.agendaItem.version, boardIds: [world.boardId] };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.secretary, CHANGE, { input })).toContain('INVALID_INPUT');
      }),
    ).toBe(true);
  });

  it('says on the public page and in the graph whom it is for', async () => {
    await add('Shared decision', { purpose: 'DECIDE' });
    await add('Of one', { purpose: 'DECIDE', boardIds: [trustBoard] });
    const { id } = await world.published(meetingId);
    const { publication } = await world.app.nobody.ok<{
      publication: {
        parts: { part: 'PUBLIC'; items: { title: string; boards: string[]; forBoards: string | null }[] }[];
      };
    }>(ITEMS, { id });
    const [part] = publication.parts;
    expect(part?.items.filter(({ title }) => ['Shared decision', 'Of one'].includes(title))).toEqual([
      {
        ...{ title: 'Shared decision', boards: ['Joint Board', 'Trust Board'] },
        forBoards: 'For decision by Joint Board and Trust Board, each for itself',
      },
      { title: 'Of one', boards: ['Trust Board'], forBoards: 'For Trust Board only' },
    ]);
    for (const path of [`/public/meetings/${meetingId}`, `/public/publications/${id}/agenda.html`]) {
      const words = await wordsOf(await world.get(path));
      expect(words).toContain('For decision by Joint Board and Trust Board, each for itself');
      expect(words).toContain('For Trust Board only');
      expect(words).not.toContain('ZYXSECRET');
    }
    expect(partOf(await world.ask(id), 'FULL')?.document).toContain('ZYXSECRET');
  });
});
