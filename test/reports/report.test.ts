import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRule, changesNothing } from '../support/world.js';
import { CREATE, REPORT, RESTRICT, type ReportWorld, startReportWorld, UPDATE } from './report-world.js';

const CREATE_ENTRY = `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const MOVE_ENTRY = `mutation ($input: MoveForwardPlanEntryInput!) { moveForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`;
const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version reports { id } } } }`;
const RESTRICT_ITEM = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id version } } }`;
const RECOMMEND = `mutation ($input: CreateReportRecommendationInput!) { createReportRecommendation(input: $input) { reportRecommendation { id version verb text } } }`;
const REWORD = `mutation ($input: UpdateReportRecommendationInput!) { updateReportRecommendation(input: $input) { reportRecommendation { id version verb text } } }`;
const MOVE = `mutation ($input: MoveReportRecommendationInput!) { moveReportRecommendation(input: $input) { reportRecommendation { id version } } }`;
const DROP = `mutation ($input: ItemVersionInput!) { archiveReportRecommendation(input: $input) { reportRecommendation { archivedAt } } }`;
const PUT_AWAY = `mutation ($input: ItemVersionInput!) { archiveReport(input: $input) { report { id version archivedAt } } }`;
const BRING_BACK = `mutation ($input: ItemVersionInput!) { restoreReport(input: $input) { report { id archivedAt } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemType itemId item { ... on Report { title } ... on ReportRecommendation { text } } } }`;

interface Read {
  report: {
    version: number;
    meeting: { id: string } | null;
    agendaItem: { id: string } | null;
    recommendations: { id: string; version: number; verb: string | null; text: string }[];
    sections: { key: string }[];
    viewerCan: Record<string, boolean>;
    audience: { kind: string };
  } | null;
}

let world: ReportWorld;
beforeAll(async () => {
  world = await startReportWorld();
});
afterAll(() => world.app.close());

const read = async (id: string, by = world.secretary) => (await by.ok<Read>(REPORT, { id })).report;
const entry = async (input: object = {}) => {
  const asked = { boardIds: [world.boardId], title: 'Winter plan', ...input };
  const { createForwardPlanEntry } = await world.secretary.ok<{
    createForwardPlanEntry: { forwardPlanEntry: { id: string; version: number } };
  }>(CREATE_ENTRY, { input: asked });
  return createForwardPlanEntry.forwardPlanEntry;
};

describe('beginning a report', () => {
  it('is for those who keep the board and for leads of its lead organisation, and for nobody else', async () => {
    const { id: agendaItemId } = await world.item();
    const input = { agendaItemId, leadOrganisationId: world.north };
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.southLead, world.northEditor, world.northViewer])
          expect(await brokenRule(by, CREATE, { input })).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, CREATE, { input })).toContain('NOT_FOUND');
      }),
    ).toBe(true);
    for (const by of [world.secretary, world.northLead, world.admin])
      expect((await world.report({ agendaItemId }, by)).version).toBe(1);
  });

  it('takes its title from the item, and its sections with their guidance from the newest template', async () => {
    const { createReport } = await world.secretary.ok<{
      createReport: { report: { title: string; reportTemplate: { sections: { key: string }[] } } };
    }>(CREATE, {
      input: { agendaItemId: (await world.item('Obesity')).id, leadOrganisationId: world.north },
    });
    expect(createReport.report.title).toBe('Obesity');
    expect(createReport.report.reportTemplate.sections.map(({ key }) => key)).toEqual([
      ...['outcome', 'recommendations', 'background', 'issues', 'alignment', 'resources', 'legal'],
      ...['equality', 'conflicts', 'appendices', 'sources', 'contacts'],
    ]);
  });

  it('wants one thing it goes with, and organisations that are here', async () => {
    const ask = (input: object) =>
      brokenRule(world.secretary, CREATE, { input: { leadOrganisationId: world.north, ...input } });
    const [item, plain] = [await world.item(), await entry()];
    expect(await ask({})).toContain('one of the two');
    expect(await ask({ agendaItemId: item.id, forwardPlanEntryId: plain.id })).toContain('one of the two');
    expect(await ask({ agendaItemId: item.id, authorIds: [randomUUID()] })).toContain('no such item here');
  });

  it('is for the seats of its boards where it is confidential, or for whom its item is, unless another circle is said', async () => {
    const confidential = { isConfidential: true, exemptionParagraphs: ['A'], meetingId: world.meetingId };
    const planned = await entry(confidential);
    const { id } = await world.report({ forwardPlanEntryId: planned.id });
    expect(await read(id, world.northLead)).toBeNull();
    expect(await read(id)).not.toBeNull();
    expect(
      await brokenRule(world.northLead, CREATE, {
        input: { leadOrganisationId: world.north, forwardPlanEntryId: (await entry(confidential)).id },
      }),
    ).toBe('WOULD_LOCK_YOU_OUT');

    const OWN = 'query ($id: ID!) { report(id: $id) { ownAudience { kind memberIds } } }';
    const ownOf = async (reportId: string) =>
      (await world.secretary.ok<{ report: { ownAudience: object } }>(OWN, { id: reportId })).report
        .ownAudience;
    const { createAgendaItem } = await world.secretary.ok<{
      createAgendaItem: { agendaItem: { id: string; version: number } };
    }>(ADD, { input: { meetingId: world.meetingId, forwardPlanEntryId: (await entry(confidential)).id } });
    const { id: agendaItemId, version: expectedVersion } = createAgendaItem.agendaItem;
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.south] };
    await world.secretary.ok(RESTRICT_ITEM, {
      input: { id: agendaItemId, expectedVersion, exemptionParagraphs: ['A'], audience },
    });
    expect(await ownOf((await world.report({ agendaItemId })).id)).toEqual({
      ...{ kind: 'ORGANISATIONS', memberIds: [world.south] },
    });
  });

  it('makes one of a create that is tried again', async () => {
    const [id, agendaItemId] = [randomUUID(), (await world.item()).id];
    await world.report({ id, agendaItemId });
    expect((await world.report({ id, agendaItemId })).id).toBe(id);
  });

  it('goes with its entry onto the agenda, and along when that slips', async () => {
    const planned = await entry({ meetingId: world.meetingId });
    const { id } = await world.report({ forwardPlanEntryId: planned.id });
    expect(await read(id)).toMatchObject({ meeting: { id: world.meetingId }, agendaItem: null });
    const { createAgendaItem } = await world.secretary.ok<{
      createAgendaItem: { agendaItem: { id: string; version: number; reports: { id: string }[] } };
    }>(ADD, { input: { meetingId: world.meetingId, forwardPlanEntryId: planned.id } });
    const { agendaItem } = createAgendaItem;
    expect(agendaItem.reports).toEqual([{ id }]);
    expect(await read(id)).toMatchObject({ agendaItem: { id: agendaItem.id } });
    await world.secretary.ok(MOVE_ENTRY, {
      input: { id: planned.id, expectedVersion: planned.version, meetingId: null, reason: 'Not ready' },
    });
    expect(await read(id)).toMatchObject({ agendaItem: null, meeting: null });
  });
});

describe('who sees a report', () => {
  it('is whoever sees the item it is for: narrowed, the report is gone for others at once', async () => {
    const item = await world.item();
    const { id } = await world.report({ agendaItemId: item.id });
    const live = world.northLead.subscribe<{ changes: { kind: string; itemId: string } }>(CHANGES, {
      within: world.meetingId,
    });
    await live.ready;
    await world.secretary.ok(RESTRICT_ITEM, {
      input: { id: item.id, expectedVersion: item.version, exemptionParagraphs: ['A'] },
    });
    await live.until(({ changes }) => changes.itemId === id && changes.kind === 'REMOVED');
    await live.stop();
    expect(await read(id, world.northLead)).toBeNull();
    expect(await read(id)).not.toBeNull();
  });

  it('is narrowed by those who manage it, and lifted again', async () => {
    const { id, version } = await world.report();
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
    const ask = (expectedVersion: number, to: object | null) => ({
      input: { id, expectedVersion, audience: to },
    });
    expect(await brokenRule(world.southEditor, RESTRICT, ask(version, audience))).toContain('FORBIDDEN');
    expect(await brokenRule(world.secretary, RESTRICT, ask(version, audience))).toBe('WOULD_LOCK_YOU_OUT');
    const { restrictReport } = await world.northLead.ok<{ restrictReport: { report: { version: number } } }>(
      RESTRICT,
      ask(version, audience),
    );
    expect(await read(id, world.southEditor)).toBeNull();
    await world.northLead.ok(RESTRICT, ask(restrictReport.report.version, null));
    expect(await read(id, world.southEditor)).not.toBeNull();
    expect(await read(id, world.stranger)).toBeNull();
  });
});

describe('a report', () => {
  it('says who writes it and by when, to those who manage it', async () => {
    const { id, version } = await world.report();
    const ask = (input: object) => ({ input: { id, expectedVersion: version, ...input } });
    expect(await brokenRule(world.southLead, UPDATE, ask({ title: 'Mine' }))).toContain('FORBIDDEN');
    await world.northLead.ok(UPDATE, ask({ draftDueOn: '2030-06-28' }));
    // A different field, against the older version: both stand.
    await world.secretary.ok(UPDATE, ask({ title: 'Renamed' }));
    expect(await read(id)).toMatchObject({ title: 'Renamed', draftDueOn: '2030-06-28' });
    expect(await brokenRule(world.northLead, UPDATE, ask({ title: 'Other' }))).toContain('CONFLICT');
  });

  it('lets a person it names write in it, whatever their role, and not after they were taken out', async () => {
    const authorIds = [world.personIds['northviewer']];
    const { id, version } = await world.report({ authorIds });
    expect((await read(id, world.northViewer))?.viewerCan).toEqual({
      ...{ manage: false, write: true, signOff: false },
    });
    await world.secretary.ok(UPDATE, { input: { id, expectedVersion: version, authorIds: [] } });
    expect((await read(id, world.northViewer))?.viewerCan['write']).toBe(false);
  });

  it('is put away and brought back, and stands still meanwhile', async () => {
    const { id, version } = await world.report();
    const { archiveReport } = await world.northLead.ok<{
      archiveReport: { report: { version: number; archivedAt: string } };
    }>(PUT_AWAY, { input: { id, expectedVersion: version } });
    expect(await brokenRule(world.northLead, RECOMMEND, { input: { reportId: id, text: 'x' } })).toBe(
      'REPORT_PUT_AWAY',
    );
    await world.northLead.ok(BRING_BACK, {
      input: { id, expectedVersion: archiveReport.report.version },
    });
    await world.northLead.ok(RECOMMEND, { input: { reportId: id, text: 'the plan' } });
  });
});

describe('recommendations', () => {
  it('are written, reworded, ordered and dropped by those who write the report, and told live', async () => {
    const { id } = await world.report();
    const live = world.southEditor.subscribe<{ changes: { item: { text?: string } | null } }>(CHANGES, {
      within: world.meetingId,
    });
    await live.ready;
    const add = async (verb: string | null, text: string, by = world.northEditor) =>
      (
        await by.ok<{
          createReportRecommendation: { reportRecommendation: { id: string; version: number } };
        }>(RECOMMEND, { input: { reportId: id, verb, text } })
      ).createReportRecommendation.reportRecommendation;
    const first = await add('NOTE', 'the progress made');
    const second = await add(null, 'the next steps', world.southEditor);
    await live.until(({ changes }) => changes.item?.text === 'the next steps');
    await live.stop();
    await world.southEditor.ok(REWORD, {
      input: { id: second.id, expectedVersion: second.version, verb: 'AGREE' },
    });
    await world.northEditor.ok(MOVE, {
      input: { id: first.id, expectedVersion: first.version, afterId: second.id },
    });
    expect((await read(id))?.recommendations.map(({ verb, text }) => `${verb} ${text}`)).toEqual([
      'AGREE the next steps',
      'NOTE the progress made',
    ]);
    const stale = { input: { id: second.id, expectedVersion: second.version, verb: 'NOTE' } };
    expect(await brokenRule(world.northEditor, REWORD, stale)).toContain('CONFLICT');
    const last = (await read(id))?.recommendations[1];
    await world.northEditor.ok(DROP, { input: { id: last?.id, expectedVersion: last?.version } });
    expect((await read(id))?.recommendations).toHaveLength(1);
  });

  it('are nobody else’s to write', async () => {
    const { id } = await world.report();
    const input = { reportId: id, text: 'mine' };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.northViewer, RECOMMEND, { input })).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, RECOMMEND, { input })).toContain('NOT_FOUND');
      }),
    ).toBe(true);
  });
});
