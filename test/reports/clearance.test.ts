import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { OpenReport, REPORT, type ReportWorld, startReportWorld } from './report-world.js';

const ASK = `mutation ($input: RequestReportClearanceInput!) { requestReportClearance(input: $input) { reportClearance { id version status } } }`;
const ANSWER = `mutation ($input: AnswerReportClearanceInput!) { answerReportClearance(input: $input) { reportClearance { id version status isOfEarlierText answeredBy { name } } } }`;
const TAKE_BACK = `mutation ($input: ItemVersionInput!) { archiveReportClearance(input: $input) { reportClearance { archivedAt } } }`;
const SIGN = `mutation ($input: ItemVersionInput!) { signOffReport(input: $input) { report { id version isSignedOff signedOffBy { name } } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind item { ... on ReportClearance { clearance: status } } } }`;

interface Clearance {
  id: string;
  version: number;
  kind: string;
  status: string;
  isOfEarlierText: boolean;
  viewerCan: { answer: boolean; archive: boolean };
}
interface Read {
  report: {
    version: number;
    isSignedOff: boolean;
    clearances: Clearance[];
    versions: { reason: string; isCurrent: boolean }[];
    findings: { kind: string; where: string }[];
  };
}

let world: ReportWorld;
beforeAll(async () => {
  world = await startReportWorld();
});
afterAll(() => world.app.close());

const read = async (id: string, by: Person = world.secretary) => (await by.ok<Read>(REPORT, { id })).report;
const ask = async (reportId: string, input: object, by: Person = world.northEditor) => {
  const { requestReportClearance } = await by.ok<{ requestReportClearance: { reportClearance: Clearance } }>(
    ASK,
    { input: { reportId, ...input } },
  );
  return requestReportClearance.reportClearance;
};
const answering = ({ id, version }: Clearance, answer: string, note?: string) => ({
  input: { id, expectedVersion: version, answer, note },
});
const write = async (id: string, words: string) => {
  const page = new OpenReport(world.northEditor, id);
  await page.begun();
  page.take();
  await page.write('outcome', words);
  await page.live.stop();
};

describe('clearing a report', () => {
  it('is asked of several organisations side by side, and each answers for itself alone', async () => {
    const { id } = await world.report();
    const finance = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    const legal = await ask(id, { kind: 'LEGAL', organisationId: world.north });
    expect(
      await changesNothing(world.app, async () => {
        for (const by of [world.northLead, world.southEditor, world.secretary])
          expect(await brokenRule(by, ANSWER, answering(finance, 'CLEARED'))).toContain('FORBIDDEN');
        expect(await brokenRule(world.stranger, ANSWER, answering(finance, 'CLEARED'))).toContain(
          'NOT_FOUND',
        );
        expect(
          await brokenRule(world.southLead, ANSWER, answering(finance, 'CHANGES_WANTED', ' ')),
        ).toContain('Say what has to change.');
      }),
    ).toBe(true);
    const live = world.northEditor.subscribe<{ changes: { item: { clearance?: string } | null } }>(CHANGES, {
      within: world.meetingId,
    });
    await live.ready;
    await world.southLead.ok(ANSWER, answering(finance, 'CLEARED'));
    await live.until(({ changes }) => changes.item?.clearance === 'CLEARED');
    await live.stop();
    await world.northLead.ok(ANSWER, answering(legal, 'CHANGES_WANTED', 'Name the power it rests on.'));
    expect((await read(id)).clearances.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'FINANCE CLEARED',
      'LEGAL CHANGES_WANTED',
    ]);
    expect(await brokenRule(world.southLead, ANSWER, answering(finance, 'CHANGES_WANTED', 'No'))).toContain(
      'CONFLICT',
    );
  });

  it('is for the person it names, and then for no other of their organisation', async () => {
    const { id } = await world.report();
    const personId = world.personIds['southeditor'];
    const asked = await ask(id, { kind: 'QUALITY', organisationId: world.south, personId });
    expect((await read(id, world.southEditor)).clearances[0]?.viewerCan.answer).toBe(true);
    expect(await brokenRule(world.southLead, ANSWER, answering(asked, 'CLEARED'))).toContain('FORBIDDEN');
    await world.southEditor.ok(ANSWER, answering(asked, 'CLEARED'));
  });

  it('is of the text as it stood: changed afterwards, an earlier text was cleared, and what was is kept', async () => {
    const { id } = await world.report();
    await write(id, 'As finance read it.');
    const asked = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    await world.southLead.ok(ANSWER, answering(asked, 'CLEARED'));
    expect((await read(id)).clearances[0]?.isOfEarlierText).toBe(false);
    await write(id, 'One more promise.');
    const after = await read(id);
    expect(after.clearances[0]).toMatchObject({ status: 'CLEARED', isOfEarlierText: true });
    expect(after.versions).toEqual([
      { id: expect.any(String), reason: 'CLEARED', note: null, isCurrent: false },
    ]);
    expect(after.findings).toContainEqual(
      expect.objectContaining({
        kind: 'CLEARED_EARLIER_TEXT',
        where: 'Clearance for finance by Southmere Trust',
      }),
    );
    // Asked again it is open again, as one and the same request.
    const again = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    expect([again.id, again.status]).toEqual([asked.id, 'REQUESTED']);
  });

  it('is asked, and taken back, by those who write the report', async () => {
    const { id } = await world.report();
    const input = { reportId: id, kind: 'LEGAL', organisationId: world.north };
    expect(await brokenRule(world.northViewer, ASK, { input })).toContain('FORBIDDEN');
    expect(await brokenRule(world.stranger, ASK, { input })).toContain('NOT_FOUND');
    const asked = await ask(id, { kind: 'LEGAL', organisationId: world.north });
    const back = { input: { id: asked.id, expectedVersion: asked.version } };
    expect(await brokenRule(world.northViewer, TAKE_BACK, back)).toContain('FORBIDDEN');
    await world.southEditor.ok(TAKE_BACK, back);
    expect((await read(id)).clearances).toEqual([]);
  });
});

describe('signing a report off', () => {
  it('is for its sponsor, for a lead of its lead organisation while it names none, and holds for that text', async () => {
    const sponsored = await world.report({ sponsorId: world.personIds['northviewer'] });
    const sign = ({ id, version }: { id: string; version: number }) => ({
      input: { id, expectedVersion: version },
    });
    for (const by of [world.northLead, world.secretary, world.southLead])
      expect(await brokenRule(by, SIGN, sign(sponsored))).toContain('FORBIDDEN');
    await world.northViewer.ok(SIGN, sign(sponsored));
    const plain = await world.report();
    expect(await brokenRule(world.southLead, SIGN, sign(plain))).toContain('FORBIDDEN');
    await world.northLead.ok(SIGN, sign(plain));
    expect(await read(plain.id)).toMatchObject({ isSignedOff: true, versions: [{ reason: 'SIGNED_OFF' }] });
    await write(plain.id, 'After the signature.');
    const after = await read(plain.id);
    expect(after.isSignedOff).toBe(false);
    expect(after.findings.map(({ kind }) => kind)).toContain('NOT_SIGNED_OFF');
  });
});
