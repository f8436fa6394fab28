import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Excluder, exclusionResolutions } from '../../schema/exclusion.js';
import { wordsOfFile } from '../support/packs.js';
import { type Publication, type Publishing, partOf, startPublishing } from './publications.js';

const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;
/** As the page of the meeting asks for it. */
const PAGE = `query ($id: ID!) { meeting(id: $id) { boards { id name rules { exemptions { paragraph } exclusionWording } }
  agendaItems { isRestricted exemptionParagraphs boards { id } } } }`;

interface Asked {
  meeting: {
    boards: Excluder[];
    agendaItems: { isRestricted: boolean; exemptionParagraphs: string[]; boards: { id: string }[] }[];
  };
}

/** An NHS body that convenes, and a council’s committee. */
let world: Publishing;
let boardIds: string[];
let pack: Publication;
let meetingId: string;

beforeAll(async () => {
  world = await startPublishing();
  const { app, partnershipId } = world;
  const committee = await app.build.board(partnershipId, { name: 'Health Committee' });
  const chairId = world.personIds['chair'] ?? '';
  await app.build.seat(partnershipId, committee, chairId, { capacity: 'CHAIR' });
  await world.adopt('NHS_BODY');
  await world.chair.ok(ADOPT, { input: { boardId: committee, profile: 'COUNCIL_COMMITTEE' } });
  boardIds = [world.boardId, committee];
  meetingId = await world.aMeeting({ boardIds });
  await world.add(meetingId, 'Winter plan', {
    ...{ presenterIds: [chairId], presentersAsWritten: 'Chief Nurse' },
  });
  for (const [title, ...exemptionParagraphs] of [
    ['Sale of the depot', '5'],
    ['A claim', '3', 'confidential business'],
  ])
    await world.restrict(await world.add(meetingId, title ?? ''), { exemptionParagraphs });
  pack = await world.published(meetingId);
});
afterAll(() => world.app.close());

const shownOn = async (id: string) => {
  const { boards, agendaItems } = (await world.secretary.ok<Asked>(PAGE, { id })).meeting;
  return exclusionResolutions(
    boards,
    agendaItems.map((item) => ({ ...item, boardIds: item.boards.map((board) => board.id) })),
  );
};

const wordsOfPart = async (part: 'PUBLIC' | 'FULL') =>
  Object.fromEntries(
    await Promise.all(
      (partOf(pack, part)?.files ?? []).map(async ({ format, url }) => {
        const answer = await world.get(url, world.secretary);
        const words = await wordsOfFile(format, new Uint8Array(await answer.arrayBuffer()));
        return [format, words.replace(/\s+/g, ' ')] as const;
      }),
    ),
  );

describe('a joint meeting of an NHS body and a council’s committee', () => {
  it('prints the resolutions that its page shows: one for each law, by its own paragraphs in order', async () => {
    const shown = await shownOn(meetingId);
    expect(shown).toEqual([
      expect.stringMatching(/1960, .*: confidential business\.$/),
      expect.stringMatching(/^Health Committee: That, under .* paragraphs 3 and 5 of Part 1 of Schedule 12A/),
    ]);
    expect(JSON.parse(partOf(pack, 'FULL')?.document ?? '{}')).toMatchObject({ exclusions: shown });
    const files = await wordsOfPart('FULL');
    expect(Object.keys(files).sort()).toEqual(['HTML', 'PDF', 'WORD']);
    for (const [format, words] of Object.entries(files))
      for (const one of shown) expect(words, format).toContain(one);
    for (const words of Object.values(await wordsOfPart('PUBLIC'))) expect(words).not.toContain('excluded');
  });

  it('has no resolution of a board none of whose items are restricted', async () => {
    const [trust, committee] = boardIds;
    const id = await world.aMeeting({ boardIds, title: 'Of one board' });
    await world.add(id, 'For both');
    // A ground that both laws know of: only whose item it is tells them apart.
    await world.app.build.sql(
      `update board_rules set exemptions = exemptions || $2::jsonb where board_id = $1`,
      [trust, JSON.stringify([{ paragraph: '3', wording: 'Business affairs', source: 'Ours' }])],
    );
    const claim = await world.add(id, 'A claim of one', { boardIds: [committee] });
    await world.restrict(claim, { exemptionParagraphs: ['3'] });
    const ours = expect.stringMatching(/^Health Committee: That, under .* paragraph 3 of Part 1/);
    expect(await shownOn(id)).toEqual([ours]);
    const prepared = await world.built((await world.prepare(id)).id);
    expect(JSON.parse(partOf(prepared, 'FULL')?.document ?? '{}')).toMatchObject({ exclusions: [ours] });
  });

  it('names who presents and what is written beside the name, as its page does', async () => {
    for (const words of Object.values(await wordsOfPart('PUBLIC')))
      expect(words).toMatch(/Presented by [^.]+, Chief Nurse\./);
  });

  it('tells the public by when questions are in, by the strictest rules and whose they are', async () => {
    const said =
      'In by Monday 15 July 2030 (by the rules of Health Committee), at most 100 words each (by the rules of Health Committee), 2 a person';
    for (const words of Object.values(await wordsOfPart('PUBLIC'))) expect(words).toContain(said);
    const page = async (id: string) => (await world.get(`/public/meetings/${id}`)).text();
    expect(await page(meetingId)).toContain(`<dt>Questions from the public</dt><dd>${said}</dd>`);
    const { build } = world.app;
    await build.sql(`update board_rules set questions_by_clear_days = null`);
    expect(await page(meetingId)).not.toContain('Questions from the public');
    await build.sql(`update board_rules set questions_by_clear_days = 3`);
    const today = new Date().toISOString().slice(0, 10);
    await build.sql(`update meetings set meets_on = $2 where id = $1`, [meetingId, today]);
    expect(await page(meetingId)).not.toContain('Questions from the public');
  });
});
