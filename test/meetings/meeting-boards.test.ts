import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version } } }`;
const MOVE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id version } } }`;
const RULES = `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { version } } }`;
const BOARDS = `query ($id: ID!) { meeting(id: $id) { meetingBoards { board { name } seats { seat { capacity isVoting deputies { name } } holder { name } isVacant }
  quorum { inWords needed votingSeats filledSeats isPossible missing parts { label atLeast filledSeats } } } } }`;

interface Quorum {
  inWords: string;
  needed: number | null;
  votingSeats: number | null;
  filledSeats: number | null;
  isPossible: boolean | null;
  missing: string[];
  parts: { label: string; atLeast: number; filledSeats: number }[];
}
interface MeetingBoard {
  board: { name: string };
  seats: {
    seat: { capacity: string; isVoting: boolean; deputies: { name: string }[] };
    holder: { name: string } | null;
    isVacant: boolean;
  }[];
  quorum: Quorum;
}

let world: World;
let secretary: Person;
let trustBoard: string;
let post: string;

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, north, south, boardId, personIds } = world;
  const { build } = app;
  trustBoard = await build.board(partnershipId, { name: 'Trust Board' });
  await build.sql(`update boards set name = 'Joint Board' where id = $1`, [boardId]);
  const secretaryId = await build.person(partnershipId, {
    email: 'secretary@example.org',
    role: 'VIEWER',
    organisationId: south,
  });
  await build.seat(partnershipId, boardId, secretaryId, { capacity: 'SECRETARIAT', isVoting: false });
  secretary = await app.as('secretary@example.org');
  post = await build.inPartnership('posts', partnershipId, { title: 'Director', organisationId: north });
  await build.inPartnership('post_holders', partnershipId, {
    ...{
      postId: post,
      personId: personIds['northlead'],
      fromOn: '2020-01-01',
      untilOn: '2030-07-31',
    },
  });
  await build.seat(partnershipId, boardId, '', {
    ...{ personId: null, postId: post, organisationId: north, deputyIds: [personIds['northeditor']] },
  });
  await build.seat(partnershipId, trustBoard, personIds['southlead'] ?? '', {
    ...{ organisationId: south, untilOn: '2030-07-31' },
  });
  await build.seat(partnershipId, trustBoard, personIds['southeditor'] ?? '', {
    ...{ organisationId: south, fromOn: '2030-08-01', capacity: 'CHAIR' },
  });
  await secretary.ok(RULES, {
    input: {
      ...{ boardId, expectedVersion: 0 },
      quorum: {
        atLeast: 2,
        parts: [{ label: 'the Director', atLeast: 1, organisationKinds: [], postIds: [post] }],
      },
    },
  });
});
afterAll(() => world.app.close());

const aMeeting = async (meetsOn: string) => {
  const { createMeeting } = await secretary.ok<{
    createMeeting: { meeting: { id: string; version: number } };
  }>(CREATE, {
    input: {
      ...{ boardIds: [world.boardId, trustBoard], meetsOn, startsAt: '10:30', withStandingItems: false },
    },
  });
  return createMeeting.meeting;
};
const boardsAt = async (id: string, by = secretary) =>
  (await by.ok<{ meeting: { meetingBoards: MeetingBoard[] } }>(BOARDS, { id })).meeting.meetingBoards;
const told = ({ board, seats, quorum }: MeetingBoard) =>
  `${board.name}: ${seats.map(({ seat, holder }) => `${holder?.name ?? 'vacant'} ${seat.capacity}`).join(', ')} (${quorum.filledSeats} of ${quorum.votingSeats}, ${quorum.needed} needed: ${quorum.isPossible})`;

describe('who meets', () => {
  it('is told of each board by its seats on that day, and whether they can make its quorum', async () => {
    const { id, version } = await aMeeting('2030-07-31');
    const before = await boardsAt(id);
    expect(before.map(told)).toEqual([
      'Joint Board: chair CHAIR, northlead MEMBER, secretary SECRETARIAT (2 of 2, 2 needed: true)',
      'Trust Board: southlead MEMBER (1 of 1, 1 needed: false)',
    ]);
    expect(before[0]?.seats[1]?.seat.deputies.map(({ name }) => name)).toEqual(['northeditor']);
    expect(before.map(({ quorum }) => quorum.inWords)).toEqual([
      'At least two voting members, among them the Director',
      'At least half of the voting seats (1 of 1) from two organisations',
    ]);
    expect(before[1]?.quorum.missing).toEqual([
      'The voting seats that are filled are those of 1 organisation; 2 are needed.',
    ]);

    await secretary.ok(MOVE, { input: { id, expectedVersion: version, meetsOn: '2030-08-01' } });
    const after = await boardsAt(id);
    expect(after.map(told)).toEqual([
      'Joint Board: chair CHAIR, vacant MEMBER, secretary SECRETARIAT (1 of 2, 2 needed: false)',
      'Trust Board: southeditor CHAIR (1 of 1, 1 needed: false)',
    ]);
    expect(after[0]?.quorum).toMatchObject({
      missing: [
        'Only 1 voting seat is filled; 2 voting members must be there.',
        'Missing: the Director (0 of 1 filled).',
      ],
      parts: [{ label: 'the Director', atLeast: 1, filledSeats: 0 }],
    });
  });

  it('is told nobody outside the partnership, not by a number either; the rule is', async () => {
    const { id } = await aMeeting('2030-08-01');
    for (const by of [world.app.nobody, world.stranger]) {
      const [joint, trust] = await boardsAt(id, by);
      expect(joint).toEqual({
        ...{ board: { name: 'Joint Board' }, seats: [] },
        quorum: {
          ...{ inWords: 'At least two voting members, among them the Director', needed: null },
          ...{ votingSeats: null, filledSeats: null, isPossible: null, missing: [], parts: [] },
        },
      });
      expect(trust?.quorum.inWords).toBe('At least half of the voting seats from two organisations');
    }
  });
});
