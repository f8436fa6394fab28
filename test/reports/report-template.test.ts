import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkTemplate,
  isAdjusted,
  newestTemplate,
  sectionsKept,
  templateOf,
  templateToFollow,
} from '../../server/features/reports/report-template.rules.js';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { KEEP, OpenReport, REPORT, type ReportWorld, startReportWorld, WRITE } from './report-world.js';

const TEMPLATE = `reportTemplate { id version title isAdjusted sections { key title guidance isRequired }
  shipped { code version title sections { key } } viewerCan { update } }`;
const READ = `query ($id: ID!) { board(id: $id) { ${TEMPLATE} } }`;
const CHANGE = `mutation ($input: UpdateReportTemplateInput!) { updateReportTemplate(input: $input) { ${TEMPLATE} } }`;
const FOLLOWED = `query ($id: ID!) { report(id: $id) { reportTemplate { code version title sections { key title guidance isRequired } }
  sections { key title } versions { sections { key title } } findings { kind section where } } }`;

interface Section {
  key: string;
  title: string;
  guidance: string;
  isRequired: boolean;
}
interface Own {
  version: number;
  title: string;
  isAdjusted: boolean;
  sections: Section[];
  shipped: { code: string; sections: { key: string }[] };
  viewerCan: { update: boolean };
}

let world: ReportWorld;
let chair: Person;
beforeAll(async () => {
  world = await startReportWorld();
  chair = await world.app.as('chair@example.org');
});
afterAll(() => world.app.close());

const read = async (by: Person, id = world.boardId) =>
  (await by.ok<{ board: { reportTemplate: Own } }>(READ, { id })).board.reportTemplate;
const change = async (input: object, by = world.secretary) =>
  (
    await by.ok<{ updateReportTemplate: { reportTemplate: Own } }>(CHANGE, {
      input: { boardId: world.boardId, ...input },
    })
  ).updateReportTemplate.reportTemplate;
const followed = async (id: string) =>
  (
    await world.secretary.ok<{
      report: {
        reportTemplate: { code: string; version: number; title: string; sections: Section[] };
        sections: { key: string; title: string }[];
        versions: { sections: { key: string; title: string }[] }[];
        findings: { kind: string; section: string | null; where: string }[];
      };
    }>(FOLLOWED, { id })
  ).report;

const short = [
  { key: 'recommendations', title: 'What we ask', guidance: '', isRequired: false },
  { title: 'What carers say', guidance: 'Ask three carers and write down what each of them said.' },
  { key: 'conflicts', title: 'Interests' },
];

describe('the template of a board’s reports', () => {
  it('is what is shipped until the board has its own, which its partners alone may read', async () => {
    const { version, isAdjusted: isOwn, sections, shipped } = await read(world.northViewer);
    expect({ version, isOwn, code: shipped.code }).toEqual({
      version: 0,
      isOwn: false,
      code: 'BOARD_REPORT',
    });
    expect(sections.map(({ key }) => key)).toEqual(shipped.sections.map(({ key }) => key));
  });

  it('is changed by its secretariat, its chair and administrators, and by nobody else', async () => {
    const input = { boardId: world.boardId, expectedVersion: 0, title: 'Paper' };
    const { app, northLead, southEditor, stranger } = world;
    expect(
      await changesNothing(app, async () => {
        for (const by of [northLead, southEditor])
          expect(await brokenRule(by, CHANGE, { input })).toContain('FORBIDDEN');
        for (const by of [world.secretary, stranger])
          expect(await brokenRule(by, CHANGE, { input: { ...input, boardId: randomUUID() } })).toContain(
            'NOT_FOUND',
          );
      }),
    ).toBe(true);
    expect(await brokenRule(world.secretary, CHANGE, { input: { ...input, title: ' ' } })).toContain(
      'INVALID_INPUT',
    );
    const other = await app.build.board(world.partnershipId);
    expect(await brokenRule(world.secretary, CHANGE, { input: { ...input, boardId: other } })).toContain(
      'FORBIDDEN',
    );
    expect(await change({ ...input, boardId: other }, world.admin)).toMatchObject({
      version: 1,
      title: 'Paper',
    });
    for (const [by, update] of [
      [world.secretary, true],
      [chair, true],
      [northLead, false],
    ] as const)
      expect((await read(by)).viewerCan).toEqual({ update });
  });

  it('is told to those who look on, and is nothing but what is shipped to everybody else', async () => {
    const live = world.northViewer.subscribe<{ changes: { kind: string; item: { title?: string } | null } }>(
      'subscription ($within: ID!) { changes(within: $within) { kind item { ... on BoardReportTemplate { title } } } }',
      { within: world.boardId },
    );
    await live.ready;
    await change({ expectedVersion: 0, title: 'Short paper', sections: short }, chair);
    await live.until(({ changes }) => changes.item?.title === 'Short paper', 30_000);
    await live.stop();
    expect(await read(world.northViewer)).toMatchObject({
      version: 1,
      isAdjusted: true,
      title: 'Short paper',
    });
    for (const by of [world.stranger, world.app.nobody])
      expect(await read(by)).toMatchObject({ version: 0, isAdjusted: false, title: 'Report to a board' });
  });

  it('is followed by reports that begin, in their text, their check and their versions; what began stays as it was', async () => {
    const { version } = await read(world.secretary);
    const { id } = await world.report();
    const before = await followed(id);
    expect(before.reportTemplate).toMatchObject({ code: 'BOARD_OWN', version, title: 'Short paper' });
    expect(before.sections.map(({ key }) => key)).toEqual([
      'recommendations',
      'what-carers-say',
      'conflicts',
    ]);
    expect(before.findings).toEqual(
      expect.arrayContaining([
        { kind: 'EMPTY_SECTION', section: 'what-carers-say', where: 'What carers say' },
        { kind: 'NO_CONFLICT_STATEMENT', section: 'conflicts', where: 'Interests' },
      ]),
    );
    const page = new OpenReport(world.northEditor, id);
    await page.begun();
    await page.write('what-carers-say', 'They are tired.');
    const elsewhere = Buffer.from(page.type('outcome', 'Nowhere')).toString('base64');
    expect(await brokenRule(world.northEditor, WRITE, { input: { id, update: elsewhere } })).not.toBe('');
    await page.live.stop();
    await world.northEditor.ok(KEEP, { input: { reportId: id } });
    await change({ expectedVersion: version, sections: short.filter(({ key }) => key) });
    const after = await followed(id);
    expect(after.reportTemplate).toEqual(before.reportTemplate);
    expect(after.versions[0]?.sections).toContainEqual({ key: 'what-carers-say', title: 'What carers say' });
    const { report } = await world.secretary.ok<{ report: { sections: { key: string; text: string }[] } }>(
      REPORT,
      { id },
    );
    expect(report.sections).toContainEqual(expect.objectContaining({ text: 'They are tired.' }));
    const next = await followed((await world.report()).id);
    expect(next.reportTemplate).toMatchObject({ version: version + 1 });
    expect(next.sections).toHaveLength(2);
  });

  it('changed by two at once shows the second both wordings', async () => {
    const { version } = await read(world.secretary);
    await change({ expectedVersion: version, title: 'Ours' }, chair);
    const stale = { boardId: world.boardId, expectedVersion: version, title: 'Mine' };
    const { errors } = await world.secretary.query(CHANGE, { input: stale });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      conflicts: [{ field: 'title', theirs: 'Ours', yours: 'Mine' }],
    });
    const { errors: unseen } = await world.secretary.query(CHANGE, {
      input: { ...stale, expectedVersion: 0 },
    });
    expect(unseen?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', conflicts: [{ field: 'sections' }] });
  });

  it.each([
    ['no recommendations', short.slice(1), 'sections'],
    ['no interests', short.slice(0, 2), 'sections'],
    ['one title twice', [...short, { title: 'interests' }], 'sections.3.title'],
    ['one key twice', [...short, { key: 'conflicts', title: 'More' }], 'sections.3.key'],
    ['a title of spaces', [...short, { title: '  ' }], 'sections.3.title'],
    ['a key of another kind', [...short, { key: 'a b', title: 'More' }], 'sections.3.key'],
    ['nothing', [], 'sections'],
    ['too much', Array.from({ length: 31 }, (_, i) => ({ title: `Part ${i}` })), 'sections'],
  ])('is refused with %s', async (_, sections, field) => {
    const { version: expectedVersion } = await read(world.secretary);
    const input = { boardId: world.boardId, expectedVersion, sections };
    const { errors } = await world.secretary.query(CHANGE, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('that says what is shipped again is what is shipped', async () => {
    const { version } = await read(world.secretary);
    const { title, sections } = newestTemplate();
    expect(await change({ expectedVersion: version, title, sections })).toMatchObject({ isAdjusted: false });
    const { reportTemplate } = await followed((await world.report()).id);
    expect(reportTemplate).toMatchObject({ code: 'BOARD_REPORT', version: newestTemplate().version });
  });
});

describe('the rules of templates', () => {
  const bare = { guidance: '', isRequired: true };
  it.each([
    [
      ['Main issues', 'Main issues'],
      ['main-issues', 'main-issues-2'],
    ],
    [
      ['3 things', 'Überblick', '???'],
      ['things', 'berblick', 'section'],
    ],
    [['A title much longer than any key may ever come to be'], ['a-title-much-longer-than-any-k']],
  ])('make keys of the titles %j', (titles, keys) => {
    expect(sectionsKept(titles.map((title) => ({ title, ...bare }))).map(({ key }) => key)).toEqual(keys);
  });

  it('keep a key through any change of its title, and give it to no other', () => {
    const kept = sectionsKept([
      { title: 'Background', ...bare },
      { key: 'background', title: 'How we came here', ...bare },
    ]);
    expect(kept.map(({ key }) => key)).toEqual(['background-2', 'background']);
  });

  it('know the shipped one as it is shipped, whatever order its parts are kept in', () => {
    const turned = newestTemplate().sections.map(({ key, title, guidance, isRequired }) => ({
      ...{ isRequired, guidance, title, key },
    }));
    const own = { title: newestTemplate().title, sections: turned };
    expect(isAdjusted(own)).toBe(false);
    expect(isAdjusted({ ...own, sections: turned.toReversed() })).toBe(true);
    expect(() => checkTemplate(own)).not.toThrow();
    expect(templateOf(templateToFollow({ ...own, version: 7 }))).toBe(newestTemplate());
  });
});
