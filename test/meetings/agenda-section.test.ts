import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
  type Headed,
  sectionMove,
  standsThere,
} from '../../server/features/meetings/agenda-section.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { type Publishing, startPublishing } from './publications.js';

const item = (id: string, section: string, given: Partial<Headed> = {}): Headed => ({
  ...{ id, section, isRestricted: false, closes: false, ...given },
});
const secret = (id: string, section: string) => item(id, section, { isRestricted: true });

describe('where a section goes', () => {
  const items = [
    ...[item('w', ''), item('a', 'One'), item('b', 'Two'), secret('x', 'One'), item('c', 'One')],
    ...[secret('y', 'Two'), secret('z', 'Three'), item('q', ''), item('end', '', { closes: true })],
    ...[item('thanks', 'Close', { closes: true })],
  ];
  test.each<[string, string, string | null, string[], string | null]>([
    ['all of it, in its order, and nothing restricted', 'One', 'Two', ['a', 'c'], 'b'],
    ['to the beginning', 'Two', null, ['b'], null],
    ['what closes the agenda does not go along', '', 'Two', ['w', 'q'], 'b'],
    ['nothing goes past what closes the agenda', 'One', '', ['a', 'c'], 'q'],
    ['a heading of restricted items alone, among those', 'Three', 'One', ['z'], 'x'],
  ])('%s', (_, section, afterSection, ids, afterId) => {
    expect(sectionMove(items, section, afterSection)).toEqual({ ids, afterId });
  });

  test.each<[string, string, string | null, RegExp]>([
    ['one that is not there', 'None', null, /stands under that heading/],
    ['after one that is not there', 'One', 'None', /stands under that heading/],
    ['what is public, after what is restricted alone', 'One', 'Three', /stands under that heading/],
    ['after itself', 'One', 'One', /after itself/],
    ['what closes the agenda', 'Close', null, /stays last/],
    ['after what closes the agenda', 'One', 'Close', /stays last/],
  ])('refuses %s', (_, section, afterSection, words) => {
    expect(() => sectionMove(items, section, afterSection)).toThrow(words);
  });

  test.each<[string, string[], string | null, boolean]>([
    ['where it is', ['b'], 'a', true],
    ['whatever restricted stands between', ['c', 'q'], 'b', true],
    ['at the beginning', ['w', 'a'], null, true],
    ['elsewhere', ['b'], 'c', false],
    ['not in one piece', ['a', 'c'], 'w', false],
  ])('it stands there already: %s', (_, ids, afterId, is) => {
    expect(standsThere(items, { ids, afterId })).toBe(is);
  });
});

const MOVE = `mutation ($input: MoveAgendaSectionInput!) { moveAgendaSection(input: $input) { agendaItems { id title } } }`;
const AGENDA = `query ($id: ID!) { meeting(id: $id) { agendaItems { title version } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { itemType item { ... on AgendaItem { title } } } }`;

describe('moving a section of an agenda', () => {
  let world: Publishing;
  let meetingId: string;
  beforeAll(async () => {
    world = await startPublishing();
  });
  afterAll(() => world.app.close());

  const begin = async (): Promise<void> => {
    meetingId = await world.aMeeting({ withStandingItems: true });
    const own = await agenda();
    for (const [title, section] of [
      ...([
        ['S1', 'Strategy'],
        ['D1', 'Delivery'],
        ['S2', 'Strategy'],
      ] as const),
      ...([
        ['G1', 'Governance'],
        ['D2', 'Delivery'],
      ] as const),
    ])
      await world.add(meetingId, title, { section });
    const hidden = await world.add(meetingId, 'H1', { section: 'Delivery' });
    await world.restrict(hidden);
    standing = own;
  };
  let standing: string[] = [];
  const agenda = async (by: Person = world.secretary): Promise<string[]> =>
    (
      await by.ok<{ meeting: { agendaItems: { title: string }[] } }>(AGENDA, { id: meetingId })
    ).meeting.agendaItems.map(({ title }) => title);
  const built = async (by?: Person) => (await agenda(by)).filter((title) => !standing.includes(title));
  const move = async (section: string, afterSection: string | null, by: Person = world.secretary) =>
    (
      await by.ok<{ moveAgendaSection: { agendaItems: { title: string }[] } }>(MOVE, {
        input: { meetingId, section, afterSection },
      })
    ).moveAgendaSection.agendaItems.map(({ title }) => title);

  it('takes all its items along in their order; what closes the agenda, and what is restricted, stays', async () => {
    await begin();
    expect(await built()).toEqual(['S1', 'S2', 'D1', 'D2', 'G1', 'H1']);
    expect(await move('Strategy', 'Governance')).toEqual(['S1', 'S2']);
    expect(await built()).toEqual(['D1', 'D2', 'G1', 'S1', 'S2', 'H1']);
    expect((await agenda()).slice(-2)).toEqual([standing.at(-1), 'H1']);
    await move('Governance', null);
    expect((await agenda())[0]).toBe('G1');
    // Who sees less has the same order.
    expect(await built(world.northLead)).toEqual(['G1', 'D1', 'D2', 'S1', 'S2']);
  });

  it('changes nothing where it stands there already', async () => {
    expect(await changesNothing(world.app, async () => void (await move('Strategy', 'Delivery')))).toBe(true);
  });

  it('is for those who keep the meeting, and refuses what is not there', async () => {
    const input = { meetingId, section: 'Strategy', afterSection: null };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.member, world.northLead, world.stranger])
          expect(await brokenRule(by, MOVE, { input })).toContain('FORBIDDEN');
        for (const [asked, field] of [
          [{ section: 'None' }, 'section'],
          [{ afterSection: 'None' }, 'afterSection'],
        ] as const) {
          const { errors } = await world.secretary.query(MOVE, { input: { ...input, ...asked } });
          expect(errors?.[0]?.extensions['fields']).toMatchObject([{ field }]);
        }
      }),
    ).toBe(true);
  });

  it('answers of a heading that stands over hidden items alone as of one that is not there', async () => {
    await begin();
    const hidden = await world.add(meetingId, 'H2', { section: 'ZYXHEADING' });
    await world.restrict(hidden, {
      audience: { kind: 'PEOPLE', personIds: [await me(world.secretary)] },
    });
    const asked = (section: string) =>
      world.chair.query(MOVE, { input: { meetingId, section, afterSection: null } });
    const [there, absent] = [await asked('ZYXHEADING'), await asked('Nowhere')];
    expect(there.errors?.[0]?.extensions['fields']).toEqual(absent.errors?.[0]?.extensions['fields']);
    expect(await move('ZYXHEADING', 'Delivery')).toEqual(['H2']);
    expect((await built()).slice(-2)).toEqual(['H1', 'H2']);
  });

  it('of two secretaries at once loses nothing, and tells whoever looks on', async () => {
    await begin();
    const live = world.member.subscribe<{ changes: { item: { title?: string } | null } }>(CHANGES, {
      within: meetingId,
    });
    await live.ready;
    await Promise.all([
      move('Strategy', 'Governance'),
      move('Delivery', null, world.chair),
      move('Governance', null),
      move('Strategy', 'Delivery', world.chair),
    ]);
    const after = await built();
    expect([...after].sort()).toEqual(['D1', 'D2', 'G1', 'H1', 'S1', 'S2']);
    for (const [first, second] of [
      ['S1', 'S2'],
      ['D1', 'D2'],
    ] as const)
      expect(after.indexOf(second)).toBe(after.indexOf(first) + 1);
    expect(await built(world.member)).toEqual(after);
    await live.until(({ changes }) => changes.item?.title === 'S2');
    await live.stop();
  });
});

const me = async (by: Person): Promise<string> =>
  (
    await by.ok<{ viewer: { people: { person: { id: string } }[] } }>(
      '{ viewer { people { person { id } } } }',
    )
  ).viewer.people[0]?.person.id ?? '';
