import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Publishing, startPublishing } from '../meetings/publications.js';
import { wordsOf } from '../support/published-words.js';
import { describeWithData } from '../support/shared-data.js';
import { brokenRule, changesNothing } from '../support/world.js';

const AGENDA = `mutation ($input: ImportAgendaInput!) { importAgenda(input: $input) { lines { outcome } lateReasonWanted
  meeting { id } agendaItems { title lateReason } } }`;
const PLAN = `mutation ($input: ImportForwardPlanInput!) { importForwardPlan(input: $input) { forwardPlanEntries { title } } }`;
const PREPARE_PLAN = `mutation ($input: PrepareForwardPlanInput!) { prepareForwardPlan(input: $input) { publication { id } } }`;

interface Imported {
  lines: { outcome: string }[];
  lateReasonWanted: string | null;
  meeting: { id: string } | null;
  agendaItems: { title: string; lateReason: string | null }[];
}

/** As the file has them: when each begins, and what it is called. */
const ITEMS: readonly (readonly [string, string])[] = [
  ['10:30', 'Apologies for absence and declarations of interest'],
  [
    '10:35',
    'Minutes of the Cambridgeshire and Peterborough Health and Wellbeing Board / Integrated Care Partnership 24 th March 2023',
  ],
  ['10:40', 'HWB ICP Annual Report for Council'],
  ['10:50', 'HWB ICS Strategy Priority 2 – Update on Obesity Action Plan'],
  ['11:30', 'Joint Forward Plan / Executive Summary'],
  ['11:50', 'Better Care Fund Year End Report 2022/23'],
  ['12:20', 'HWB ICP Forward Agenda Plan'],
  ['', 'AOB'],
];
const LINES = [
  ...['ICS Estate Strategy Next Steps', 'HWB Integrated Care Priority Update (two chapters scheduled TBC)'],
  ...['HWB Integrated Care Priority Update (chapter TBC)', 'Director of Public Health Annual Report 2023/24'],
  'Content to be agreed',
];

describeWithData('a real agenda and its forward plan, from the file to everybody', (read) => {
  const pack = (file: string) => read('cambridgeshire-peterborough-2023', file);
  let world: Publishing;
  const starting = (day: string | null) => async () => {
    world = await startPublishing({}, day === null ? undefined : () => new Date(`${day}T09:00:00Z`));
    await world.adopt('HEALTH_AND_WELLBEING_BOARD');
  };
  const bringIn = async (input: object = {}) =>
    (
      await world.secretary.ok<{ importAgenda: Imported }>(AGENDA, {
        input: { boardId: world.boardId, content: pack('agenda.csv'), ...input },
      })
    ).importAgenda;
  const broughtIn = async (input: object = {}) => {
    const { meeting } = await bringIn(input);
    if (!meeting) throw new Error('No meeting was planned');
    return meeting.id;
  };
  /** Everything that is public of it has all items, in order, each with its time. */
  const isPublic = async (meetingId: string, publicationId: string) => {
    for (const path of [
      `/public/meetings/${meetingId}`,
      ...['html', 'pdf'].map((ending) => `/public/publications/${publicationId}/agenda.${ending}`),
    ]) {
      const response = await world.get(path);
      expect(response.status, path).toBe(200);
      const words = plain(await wordsOf(response));
      let at = Math.max(0, words.indexOf('Agenda'));
      for (const [time, title] of ITEMS) {
        const found = words.indexOf(plain(title), at);
        expect(found, `${title} in ${path}`).toBeGreaterThan(-1);
        if (time) expect(words.slice(Math.max(0, found - 60), found + title.length + 80)).toContain(time);
        at = found + 1;
      }
    }
  };

  describe('in time', () => {
    beforeAll(starting('2023-07-05'));
    afterAll(() => world.app.close());

    it('goes out with its eight items, published by a second person, without a reason', async () => {
      expect((await bringIn({ dryRun: true })).lateReasonWanted).toBeNull();
      const meetingId = await broughtIn();
      const publication = await world.published(meetingId);
      expect(publication).toMatchObject({ status: 'PUBLISHED', isLate: false, lateReason: null });
      await isPublic(meetingId, publication.id);
      const feed = plain(await (await world.get(`/public/boards/${world.boardId}/agendas.atom`)).text());
      for (const [, title] of ITEMS) expect(feed).toContain(plain(title));
    });

    it('is followed by the forward plan, each of its lines with its day', async () => {
      const { importForwardPlan } = await world.secretary.ok<{
        importForwardPlan: { forwardPlanEntries: object[] };
      }>(PLAN, { input: { boardId: world.boardId, content: pack('forward-plan.csv') } });
      expect(importForwardPlan.forwardPlanEntries).toHaveLength(LINES.length);
      const { prepareForwardPlan } = await world.secretary.ok<{
        prepareForwardPlan: { publication: { id: string } };
      }>(PREPARE_PLAN, { input: { boardId: world.boardId } });
      const { id } = await world.publish(await world.built(prepareForwardPlan.publication.id));
      for (const ending of ['html', 'pdf']) {
        const words = plain(
          await wordsOf(await world.get(`/public/publications/${id}/forward-plan.${ending}`)),
        );
        for (const title of LINES) expect(words, ending).toContain(plain(title));
        for (const day of ['20 October 2023', '19 January 2024', '22 March 2024'])
          expect(words, ending).toContain(day);
      }
      expect(await (await world.get(`/public/boards/${world.boardId}`)).text()).toContain(id);
    });
  });

  describe('after the day for its papers', () => {
    beforeAll(starting('2023-07-17'));
    afterAll(() => world.app.close());

    it('says beforehand that it wants the chair’s reason, once for all of it, and goes out with that', async () => {
      const shown = await bringIn({ dryRun: true });
      expect(shown.lines.map(({ outcome }) => outcome)).toEqual(Array(8).fill('ADDED'));
      expect(shown.lateReasonWanted).toContain('were to go out by 2023-07-13');
      const input = { boardId: world.boardId, content: pack('agenda.csv') };
      expect(
        await changesNothing(world.app, async () => {
          const { errors } = await world.secretary.query(AGENDA, { input });
          expect(errors?.[0]?.extensions['rule']).toBe('LATE_WITHOUT_REASON');
          expect(errors?.[0]?.message).toBe(shown.lateReasonWanted);
          expect(await brokenRule(world.secretary, AGENDA, { input: { ...input, lateReason: ' ' } })).toBe(
            'LATE_WITHOUT_REASON',
          );
        }),
      ).toBe(true);
      const lateReason = 'The joint forward plan was agreed on Friday.';
      const { meeting, agendaItems } = await bringIn({ lateReason });
      expect(agendaItems.map((item) => item.lateReason)).toEqual(Array(8).fill(lateReason));
      const publication = await world.published(meeting?.id ?? '', { lateReason });
      expect(publication).toMatchObject({ isLate: true, lateReason });
      await isPublic(meeting?.id ?? '', publication.id);
    });
  });

  describe('years later', () => {
    beforeAll(starting(null));
    afterAll(() => world.app.close());

    it('is history: it comes in without a reason, also by hand', async () => {
      const shown = await bringIn({ dryRun: true });
      expect(shown.lateReasonWanted).toBeNull();
      const meetingId = await broughtIn({ lateReason: 'Not asked for, and not kept.' });
      const added = await world.add(meetingId, 'Also considered');
      expect(added.id).toBeTruthy();
      const again = await bringIn();
      expect(again.lines.map(({ outcome }) => outcome)).toEqual(Array(8).fill('KNOWN'));
      const publication = await world.published(meetingId, { lateReason: 'Kept as a record.' });
      await isPublic(meetingId, publication.id);
    });
  });
});

/** Without markup and its signs, whatever breaks the lines. */
const plain = (words: string): string =>
  words
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#8211;', '–')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
