import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attach } from '../support/attachments.js';
import { office, sheets } from '../support/papers.js';
import type { Told } from './asking.js';
import { type HiddenWorld, startHiddenWorld } from './hidden-world.js';
import { Keeper } from './keeper.js';
import { formsOf, outOfSightOf } from './out-of-sight.js';
import { everyAddress, fetchAll, fileNameOf, partsHeld } from './published.js';
import { tracesIn, tracesOf } from './traces.js';

const PUBLISH = `mutation ($input: PublishPublicationInput!) { publishPublication(input: $input) { publication { id } } }`;
const WAITS = `select p.id, p.version, t.sha256 from publications p
  join publication_parts t on t.publication_id = p.id and t.part = 'PUBLIC' where p.status = 'PREPARED' and p.archived_at is null and (p.meeting_id is null or p.meeting_id = $1)`;
const A_WHILE = 600_000;
const CANARY = /Quokka[a-j]+x/g;
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What is published, the calendars, the feeds and the files, asked for by everybody, with all that hides beside it. */
describe('what is hidden', () => {
  let world: HiddenWorld;
  let addresses: string[];
  const told: Record<string, Told[]> = {};

  beforeAll(async () => {
    world = await startHiddenWorld();
    const { app, admin } = world;
    const keeper = new Keeper(world);
    const narrow = await keeper.narrow('organisation');
    await keeper.fill(narrow);
    await keeper.narrow('person');
    const { 'agenda item': agendaItemId = '' } = await keeper.narrow('board');
    // Goes along with the part for the seats.
    const file = office('xl', sheets([keeper.word(), 'visible', '']));
    await attach(app, world.keeper, file, { title: keeper.word(), agendaItemId });
    await keeper.pack();
    const of = [world.visible.meeting];
    for (const { id, version, sha256 } of await app.build.sql<Waiting>(WAITS, of))
      await admin.ok(PUBLISH, {
        input: { id, expectedVersion: version, seenSha256: sha256, lateReason: 'It was agreed.' },
      });
    // Another waits, with what changed since.
    await keeper.make('createAgendaItem', {
      ...{ meetingId: world.visible.meeting, title: 'Open as well', lateReason: 'It was agreed.' },
    });
    await keeper.make('preparePublication', { meetingId: world.visible.meeting });
    await vi.waitUntil(async () => (await app.build.sql(WAITS, of)).length === 1, { timeout: 60_000 });
    addresses = await everyAddress(app);
    for (const [name, { person }] of Object.entries(world.viewers))
      told[name] = await fetchAll(app, person, addresses);
    told['the keeper'] = await fetchAll(app, world.keeper, addresses);
  }, A_WHILE);
  afterAll(() => world.app.close());

  it('is on no public page, in no calendar, feed or file of a pack that anybody outside is given', async () => {
    const isOut = await world.app.build.sql<{ id: string }>(
      `select p.id from publications p join audiences a on a.id = p.audience_id
       where p.status = 'PUBLISHED' and a.kind = 'EVERYONE'`,
    );
    const out = new Set(isOut.map(({ id }) => id));
    const open = (await partsHeld(world.app)).filter(
      ({ part, publicationId }) => part === 'PUBLIC' && out.has(publicationId),
    );
    // Which item a line of what is published is of, everybody is told: of items that all partners see.
    const printed = open.flatMap(({ document }) => [...document.matchAll(ID)].map(([id]) => id));
    const partner = world.viewers['a lead of another organisation'];
    if (!partner) throw new Error('Nobody looks');
    const hidden = new Set([...(await outOfSightOf(world.app, partner.standing)).ids.values()].flat());
    expect(printed.filter((id) => hidden.has(id))).toEqual([]);
    const excused = new Set(printed.flatMap(formsOf));
    for (const [name, { standing }] of Object.entries(world.viewers)) {
      const sought = tracesOf(await outOfSightOf(world.app, standing));
      const found = tracesIn(
        told[name] ?? [],
        sought.filter((trace) => !excused.has(trace)),
      );
      expect.soft({ [name]: found }).toEqual({ [name]: [] });
    }
  });

  it('is found by the same fetching by those with a seat: every word of it, in each file of their part', async () => {
    const full = (await partsHeld(world.app)).filter(({ part }) => part === 'FULL');
    expect(full.length).toBeGreaterThan(1);
    for (const held of full) {
      const words = [...new Set(printedIn(held.document).match(CANARY))].sort();
      expect(words.length).toBeGreaterThan(2);
      for (const name of ['the keeper', 'a viewer with a seat on the closed board'])
        for (const ending of ['html', 'pdf', 'docx']) {
          const path = `/publications/${held.publicationId}/${fileNameOf(held)}.${ending}`;
          const text = told[name]?.find(({ question }) => question.query === path)?.text ?? '';
          expect(
            words.filter((word) => !text.includes(word)),
            `${name} ${path}`,
          ).toEqual([]);
        }
    }
    const files = (name: string) =>
      (told[name] ?? []).filter(({ question }) => question.query.includes('/full-files/'));
    expect(
      files('the keeper').filter(({ text }) => text.startsWith('200') && text.includes('Quokka')).length,
    ).toBe(full.filter(({ meetingId }) => meetingId === world.visible.meeting).length);
    expect(files('public').every(({ text }) => text.startsWith('404'))).toBe(true);
  });

  it('hides beside what all are given: the pages, the feeds and the files were really there', () => {
    const given = (told['public'] ?? []).filter(({ text }) => text.startsWith('200'));
    for (const path of [
      ...['/public', '/public/boards/', '.ics', '.atom', '/public/meetings/', 'agenda.html', 'agenda.pdf'],
      ...['agenda.docx', 'forward-plan.pdf'],
    ])
      expect(
        given.some(({ question }) => question.query.includes(path)),
        path,
      ).toBe(true);
    const since = (told['a lead of another organisation'] ?? []).filter(
      ({ question, text }) => question.query.includes('/since/') && text.startsWith('200'),
    );
    expect(since.map(({ text }) => text.includes('Open as well'))).toEqual([true]);
  });
});

/** Under which heading a restricted item stands among the others of the page is not printed. */
const printedIn = (document: string): string =>
  JSON.stringify(JSON.parse(document, (key, value: unknown) => (key === 'section' ? undefined : value)));

interface Waiting {
  id: string;
  version: number;
  sha256: string;
}
