import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closesRing } from '../../server/features/boards/board.rules.js';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let administrator: Person;
let editor: Person;
let stranger: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership();
  council = await app.build.organisation(partnershipId, { name: 'Northmoor Council' });
  await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  await app.build.person(await app.build.partnership(), { email: 'stranger@example.org', role: 'ADMIN' });
  administrator = await app.as('pa@example.org');
  editor = await app.as('editor@example.org');
  stranger = await app.as('stranger@example.org');
});
afterAll(() => app.close());

async function refusedWithoutTrace(ask: () => Promise<string>): Promise<string> {
  const before = await app.build.logLength();
  const code = await ask();
  expect(await app.build.logLength()).toBe(before);
  return code;
}

const UPDATE =
  'mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { board { name version reportsTo { name } } } }';

describe('a board', () => {
  const CREATE =
    'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id kind reportsTo { name } } } }';

  it('is added by an administrator of the partnership, with the chain that oversees it, nearest first', async () => {
    const [near, far] = [
      await app.build.board(partnershipId, { name: 'Executive' }),
      await app.build.board(partnershipId, { name: 'Cabinet' }),
    ];
    const input = {
      id: randomUUID(),
      partnershipId,
      name: 'Delivery',
      kind: 'delivery board',
      reportsToIds: [near, far, near],
    };
    for (const who of [editor, stranger])
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe('FORBIDDEN');
    const foreign = await app.build.board(await app.build.partnership());
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { ...input, reportsToIds: [foreign] } }),
      ),
    ).toBe('INVALID_INPUT');
    const made = await administrator.ok(CREATE, { input });
    expect(made).toMatchObject({
      createBoard: { board: { reportsTo: [{ name: 'Executive' }, { name: 'Cabinet' }] } },
    });
    expect(await administrator.ok(CREATE, { input })).toEqual(made);
    expect(
      await app.nobody.ok(
        'query ($id: ID!) { board(id: $id) { overseenBoards { name } seats { id } plans { id } } }',
        { id: far },
      ),
    ).toEqual({
      board: { overseenBoards: [{ name: 'Delivery' }], seats: [], plans: [] },
    });
  });

  it('is changed by administrators, stale versions told', async () => {
    const id = await app.build.board(partnershipId, { name: 'Old name' });
    const input = { id, expectedVersion: 1, name: 'New name' };
    for (const who of [editor, stranger])
      expect(await refusedWithoutTrace(() => who.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    await administrator.ok(UPDATE, { input });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, name: 'Another' } }),
      ),
    ).toBe('CONFLICT');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, id: randomUUID() } }),
      ),
    ).toBe('NOT_FOUND');
  });

  it('cannot come to oversee itself, not even by two changes at once', async () => {
    const [a, b, c] = [
      await app.build.board(partnershipId),
      await app.build.board(partnershipId),
      await app.build.board(partnershipId),
    ];
    const over = (id: string, chain: string[], expectedVersion = 1) => ({
      input: { id, expectedVersion, reportsToIds: chain },
    });
    expect(await refusedWithoutTrace(() => administrator.refused(UPDATE, over(a, [a])))).toBe('RULE_BROKEN');
    await administrator.ok(UPDATE, over(a, [b]));
    await administrator.ok(UPDATE, over(b, [c]));
    expect(await refusedWithoutTrace(() => administrator.refused(UPDATE, over(c, [a])))).toBe('RULE_BROKEN');
    for (let round = 0; round < 5; round++) {
      const [x, y] = [await app.build.board(partnershipId), await app.build.board(partnershipId)];
      const answers = await Promise.all([
        administrator.query(UPDATE, over(x, [y])),
        administrator.query(UPDATE, over(y, [x])),
      ]);
      expect(answers.flatMap(({ errors }) => errors?.[0]?.extensions['rule'] ?? [])).toEqual(['NO_RINGS']);
    }
  });

  it('finds rings through others and is content with two ways to one board', () => {
    const above = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(closesRing('e', ['a'], above)).toBe(false);
    expect(closesRing('d', ['a'], above)).toBe(true);
    expect(closesRing('d', [], above)).toBe(false);
  });

  it('can be read as it stood, is put away and brought back', async () => {
    const id = await app.build.board(partnershipId, { name: 'First name' });
    const [made] = await app.build.sql<{ at: string }>(
      // To the microsecond: a JavaScript date would round to before the board was made.
      `select to_json(clock_timestamp()) #>> '{}' as at`,
    );
    await administrator.ok(UPDATE, { input: { id, expectedVersion: 1, name: 'Second name' } });
    const ask = 'query ($id: ID!, $asOf: DateTime) { board(id: $id, asOf: $asOf) { name } }';
    expect(await app.nobody.ok(ask, { id, asOf: made?.at })).toEqual({
      board: { name: 'First name' },
    });
    expect(await app.nobody.ok(ask, { id })).toEqual({ board: { name: 'Second name' } });
    const AWAY =
      'mutation ($input: ItemVersionInput!) { archiveBoard(input: $input) { board { archivedAt } } }';
    expect(await refusedWithoutTrace(() => editor.refused(AWAY, { input: { id, expectedVersion: 2 } }))).toBe(
      'FORBIDDEN',
    );
    await administrator.ok(AWAY, { input: { id, expectedVersion: 2 } });
    const back =
      'mutation ($input: ItemVersionInput!) { restoreBoard(input: $input) { board { archivedAt } } }';
    expect(await administrator.ok(back, { input: { id, expectedVersion: 3 } })).toEqual({
      restoreBoard: { board: { archivedAt: null } },
    });
  });
});

describe('a seat', () => {
  const CREATE =
    'mutation ($input: CreateSeatInput!) { createSeat(input: $input) { seat { id capacity isVoting organisation { name } holder { name } board { id } person { name } post { title } } } }';
  const CHANGE =
    'mutation ($input: UpdateSeatInput!) { updateSeat(input: $input) { seat { capacity fromOn untilOn isVoting } } }';
  const END =
    'mutation ($input: EndSeatInput!) { endSeat(input: $input) { seat { untilOn holder { name } } } }';

  it('is a person’s or a post’s, never both, and known to the partnership alone', async () => {
    const boardId = await app.build.board(partnershipId);
    const personId = await app.build.inPartnership('people', partnershipId, {
      name: 'Jo Hale',
      organisationId: council,
    });
    const postId = await app.build.inPartnership('posts', partnershipId, {
      title: 'Director',
      organisationId: council,
    });
    const input = { boardId, personId, capacity: 'CHAIR', fromOn: '2018-01-01' };
    for (const who of [editor, stranger])
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe('FORBIDDEN');
    for (const bad of [
      { postId },
      { personId: null },
      { personId: randomUUID() },
      { organisationId: randomUUID() },
    ])
      expect(
        await refusedWithoutTrace(() => administrator.refused(CREATE, { input: { ...input, ...bad } })),
      ).toBe('INVALID_INPUT');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { ...input, untilOn: '2017-12-31' } }),
      ),
    ).toBe('RULE_BROKEN');
    const { createSeat } = await administrator.ok<{ createSeat: { seat: unknown } }>(CREATE, { input });
    expect(createSeat.seat).toMatchObject({
      isVoting: true,
      organisation: { name: 'Northmoor Council' },
      holder: { name: 'Jo Hale' },
      board: { id: boardId },
      person: { name: 'Jo Hale' },
      post: null,
    });
    const own = { ...input, capacity: 'OBSERVER', organisationId: null };
    expect(await administrator.ok(CREATE, { input: own })).toMatchObject({
      createSeat: { seat: { organisation: null } },
    });
    const seats = 'query ($id: ID!) { board(id: $id) { seats { capacity } } }';
    expect(await editor.ok(seats, { id: boardId })).toEqual({
      board: { seats: [{ capacity: 'CHAIR' }, { capacity: 'OBSERVER' }] },
    });
    expect(await app.nobody.ok(seats, { id: boardId })).toEqual({ board: { seats: [] } });
  });

  it('of a post is held by whoever holds the post today', async () => {
    const boardId = await app.build.board(partnershipId);
    const postId = await app.build.inPartnership('posts', partnershipId, { title: 'Director' });
    const { createSeat } = await administrator.ok<{ createSeat: { seat: { id: string; holder: null } } }>(
      CREATE,
      { input: { boardId, postId, capacity: 'MEMBER', fromOn: '2018-01-01' } },
    );
    expect(createSeat.seat.holder).toBeNull();
    const terms = [
      ['Past', '2018-01-01', '2019-12-31'],
      ['Present', '2020-01-01', null],
    ] as const;
    for (const [name, fromOn, untilOn] of terms)
      await app.build.inPartnership('post_holders', partnershipId, {
        postId,
        fromOn,
        untilOn,
        personId: await app.build.inPartnership('people', partnershipId, { name }),
      });
    const ask =
      'query ($id: ID!) { board(id: $id) { seats { holder { name } post { holder { name } holders { person { name } untilOn } } } } }';
    const present = { name: 'Present' };
    const holders = [
      { person: present, untilOn: null },
      { person: { name: 'Past' }, untilOn: '2019-12-31' },
    ];
    expect(await editor.ok(ask, { id: boardId })).toEqual({
      board: { seats: [{ holder: present, post: { holder: present, holders } }] },
    });
  });

  it('lists the chair first, members after, and changes as administrators say', async () => {
    const boardId = await app.build.board(partnershipId);
    const personId = await app.build.inPartnership('people', partnershipId, { name: 'Kit' });
    for (const capacity of ['OBSERVER', 'MEMBER', 'CHAIR'])
      await app.build.seat(partnershipId, boardId, personId, { capacity });
    const list = () =>
      editor.ok<{ board: { seats: { id: string; capacity: string }[] } }>(
        'query ($id: ID!) { board(id: $id) { seats { id capacity } } }',
        { id: boardId },
      );
    const { seats } = (await list()).board;
    expect(seats.map(({ capacity }) => capacity)).toEqual(['CHAIR', 'MEMBER', 'OBSERVER']);
    const id = seats[2]?.id;
    expect(
      await refusedWithoutTrace(() =>
        editor.refused(CHANGE, { input: { id, expectedVersion: 1, capacity: 'CHAIR' } }),
      ),
    ).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        stranger.refused(CHANGE, { input: { id, expectedVersion: 1, capacity: 'CHAIR' } }),
      ),
    ).toBe('NOT_FOUND');
    await administrator.ok(CHANGE, { input: { id, expectedVersion: 1, untilOn: '2019-01-31' } });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CHANGE, { input: { id, expectedVersion: 1, fromOn: '2019-02-01' } }),
      ),
    ).toBe('RULE_BROKEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CHANGE, { input: { id, expectedVersion: 1, untilOn: null } }),
      ),
    ).toBe('CONFLICT');
  });

  it('that ended is nobody’s, and what it let its holder see is seen no more', async () => {
    const boardId = await app.build.board(partnershipId);
    const personId = await app.build.person(partnershipId, {
      email: 'sitter@example.org',
      role: 'VIEWER',
      organisationId: council,
    });
    const seatId = await app.build.seat(partnershipId, boardId, personId);
    const planId = await app.build.plan(partnershipId, {
      title: 'Restricted',
      audienceId: await app.build.audience(partnershipId, 'BOARD', [boardId]),
    });
    const sitter = await app.as('sitter@example.org');
    const ask = 'query ($id: ID!) { plan(id: $id) { title } }';
    expect(await sitter.ok(ask, { id: planId })).toEqual({ plan: { title: 'Restricted' } });
    const input = { id: seatId, expectedVersion: 1, untilOn: '2019-01-31' };
    expect(await refusedWithoutTrace(() => sitter.refused(END, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(END, { input: { ...input, untilOn: '2017-01-01' } }),
      ),
    ).toBe('RULE_BROKEN');
    expect(await administrator.ok(END, { input })).toEqual({
      endSeat: { seat: { untilOn: '2019-01-31', holder: null } },
    });
    expect(await sitter.ok(ask, { id: planId })).toEqual({ plan: null });
  });
});
