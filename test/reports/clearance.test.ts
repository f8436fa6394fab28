import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { OpenReport, REPORT, type ReportWorld, startReportWorld } from './report-world.js';

const ASK = `mutation ($input: RequestReportClearanceInput!) { requestReportClearance(input: $input) { reportClearance { id version status report { contentHash } } } }`;
const ANSWER = `mutation ($input: AnswerReportClearanceInput!) { answerReportClearance(input: $input) { reportClearance { id version status isOfEarlierText answeredBy { name } } } }`;
const TAKE_BACK = `mutation ($input: ItemVersionInput!) { archiveReportClearance(input: $input) { reportClearance { archivedAt } } }`;
const SIGN = `mutation ($input: SignOffReportInput!) { signOffReport(input: $input) { report { id version isSignedOff signedOffDespite signedOffBy { name } } } }`;
const TEMPLATE = `mutation ($input: UpdateReportTemplateInput!) { updateReportTemplate(input: $input) { reportTemplate { version requiredClearances } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind item { ... on ReportClearance { clearance: status } } } }`;

interface Clearance {
  id: string;
  version: number;
  kind: string;
  status: string;
  isOfEarlierText: boolean;
  viewerCan: { answer: boolean; archive: boolean };
  report: { contentHash: string };
}
interface Read {
  report: {
    version: number;
    isSignedOff: boolean;
    contentHash: string;
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
const answering = ({ id, version, report }: Clearance, answer: string, note?: string) => ({
  input: { id, expectedVersion: version, answer, note, seenHash: report.contentHash },
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

describe('a clearance stands', () => {
  it('for the organisation it names alone: nobody of another is asked in its name', async () => {
    const { id } = await world.report();
    const input = {
      reportId: id,
      kind: 'LEGAL',
      organisationId: world.south,
      personId: world.personIds['northeditor'],
    };
    expect(await brokenRule(world.northEditor, ASK, { input })).toContain(
      'Name somebody of the organisation',
    );
    const personId = world.personIds['southeditor'];
    const asked = await ask(id, { ...input, personId });
    await world.app.build.sql('update memberships set archived_at = now() where person_id = $1', [personId]);
    expect(await brokenRule(world.southEditor, ANSWER, answering(asked, 'CLEARED'))).not.toBeNull();
    await world.app.build.sql('update memberships set archived_at = null where person_id = $1', [personId]);
    await world.southEditor.ok(ANSWER, answering(asked, 'CLEARED'));
  });

  it('once it was answered: those who write the report take no objection away', async () => {
    const { id } = await world.report();
    const asked = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    const { answerReportClearance } = await world.southLead.ok<{
      answerReportClearance: { reportClearance: { version: number } };
    }>(ANSWER, answering(asked, 'CHANGES_WANTED', 'Who pays?'));
    const back = { input: { id: asked.id, expectedVersion: answerReportClearance.reportClearance.version } };
    expect(await brokenRule(world.northEditor, TAKE_BACK, back)).toBe('CLEARANCE_ANSWERED');
    expect((await read(id)).clearances[0]).toMatchObject({
      status: 'CHANGES_WANTED',
      viewerCan: { archive: false },
    });
  });

  it('for the words that were read: what somebody else wrote meanwhile is looked at first', async () => {
    const { id } = await world.report();
    await write(id, 'We keep ward A open.');
    const asked = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    const { version, contentHash } = await read(id);
    await write(id, 'We close ward A on Monday.');
    const signing = { input: { id, expectedVersion: version, seenHash: contentHash } };
    expect(
      await changesNothing(world.app, async () => {
        expect(await brokenRule(world.southLead, ANSWER, answering(asked, 'CLEARED'))).toBe('NOT_SEEN');
        expect(await brokenRule(world.northLead, SIGN, signing)).toBe('NOT_SEEN');
      }),
    ).toBe(true);
    const seenHash = (await read(id)).contentHash;
    await world.northLead.ok(SIGN, { input: { ...signing.input, seenHash, despite: 'By telephone' } });
    expect((await read(id)).isSignedOff).toBe(true);
  });

  it('for each of its parts: words that move from one recommendation into another are other words', async () => {
    const { id } = await world.report();
    const recommend = (verb: string, text: string) =>
      world.northEditor.ok<{
        createReportRecommendation: { reportRecommendation: { id: string; version: number } };
      }>(
        `mutation ($input: CreateReportRecommendationInput!) { createReportRecommendation(input: $input) { reportRecommendation { id version } } }`,
        { input: { reportId: id, verb, text } },
      );
    const first = (await recommend('AGREE', 'the closure of ward A')).createReportRecommendation
      .reportRecommendation;
    const second = (await recommend('NOTE', 'the savings')).createReportRecommendation.reportRecommendation;
    const before = (await read(id)).contentHash;
    await world.northEditor.ok(
      `mutation ($input: ItemVersionInput!) { archiveReportRecommendation(input: $input) { reportRecommendation { id } } }`,
      { input: { id: second.id, expectedVersion: second.version } },
    );
    await world.northEditor.ok(
      `mutation ($input: UpdateReportRecommendationInput!) { updateReportRecommendation(input: $input) { reportRecommendation { id } } }`,
      {
        input: {
          id: first.id,
          expectedVersion: first.version,
          text: 'the closure of ward A NOTE the savings',
        },
      },
    );
    expect((await read(id)).contentHash).not.toBe(before);
  });
});

describe('signing a report off', () => {
  it('is for its sponsor, for a lead of its lead organisation while it names none, and holds for that text', async () => {
    const sponsored = await world.report({ sponsorId: world.personIds['northviewer'] });
    const signing = async ({ id }: { id: string }) => {
      const { version, contentHash } = await read(id);
      return { input: { id, expectedVersion: version, seenHash: contentHash, despite: 'By telephone' } };
    };
    const sign = await signing(sponsored);
    for (const by of [world.northLead, world.secretary, world.southLead])
      expect(await brokenRule(by, SIGN, sign)).toContain('FORBIDDEN');
    await world.northViewer.ok(SIGN, sign);
    const plain = await world.report();
    const signPlain = await signing(plain);
    expect(await brokenRule(world.southLead, SIGN, signPlain)).toContain('FORBIDDEN');
    await world.northLead.ok(SIGN, signPlain);
    expect(await read(plain.id)).toMatchObject({ isSignedOff: true, versions: [{ reason: 'SIGNED_OFF' }] });
    await write(plain.id, 'After the signature.');
    const after = await read(plain.id);
    expect(after.isSignedOff).toBe(false);
    expect(after.findings.map(({ kind }) => kind)).toContain('NOT_SIGNED_OFF');
  });

  it('with something left to put right wants a reason, names what that is, and keeps the reason', async () => {
    const { id, version } = await world.report({ title: 'XXX', draftDueOn: '2030-06-28' });
    const asked = await ask(id, { kind: 'FINANCE', organisationId: world.south });
    await world.southLead.ok(ANSWER, answering(asked, 'CHANGES_WANTED', 'What does it cost?'));
    const { contentHash: seenHash } = await read(id);
    const signing = (despite?: string) => ({ input: { id, expectedVersion: version, seenHash, despite } });
    expect(
      await changesNothing(world.app, async () => {
        for (const despite of [undefined, ' ']) {
          const { errors } = await world.northLead.query(SIGN, signing(despite));
          expect(errors?.[0]?.extensions).toMatchObject({
            code: 'INVALID_INPUT',
            fields: [{ field: 'despite' }],
          });
          for (const words of ['Title: “XXX”', 'Clearance for finance by Southmere Trust', 'Outcome'])
            expect(errors?.[0]?.message).toContain(words);
          expect(errors?.[0]?.message).not.toContain('Sign-off by the sponsor');
        }
      }),
    ).toBe(true);
    const { signOffReport } = await world.northLead.ok<{
      signOffReport: { report: { isSignedOff: boolean; signedOffDespite: string | null } };
    }>(SIGN, signing('The figures follow at the meeting'));
    expect(signOffReport.report).toMatchObject({
      ...{ isSignedOff: true, signedOffDespite: 'The figures follow at the meeting' },
    });
    expect((await read(id)).versions[0]).toMatchObject({ note: 'The figures follow at the meeting' });
  });

  it('wants those clearances that the board’s template wants, asked for or not', async () => {
    const required = async (kinds: string[], expectedVersion: number) => {
      const input = { boardId: world.boardId, expectedVersion, requiredClearances: kinds };
      const { updateReportTemplate } = await world.secretary.ok<{
        updateReportTemplate: { reportTemplate: { version: number; requiredClearances: string[] } };
      }>(TEMPLATE, { input });
      return updateReportTemplate.reportTemplate;
    };
    const begunBefore = await world.report();
    const template = await required(['LEGAL', 'FINANCE', 'LEGAL'], 0);
    expect(template.requiredClearances).toEqual(['FINANCE', 'LEGAL']);
    const { id, version } = await world.report();
    const missing = async (report: string) =>
      (await read(report)).findings.flatMap(({ kind, where }) =>
        kind === 'CLEARANCE_NOT_ASKED' ? where : [],
      );
    expect(await missing(begunBefore.id)).toEqual([]);
    expect(await missing(id)).toEqual(['Clearance for finance', 'Clearance for law']);
    await ask(id, { kind: 'LEGAL', organisationId: world.north });
    expect(await missing(id)).toEqual(['Clearance for finance']);
    const { contentHash: seenHash } = await read(id);
    const signing = { input: { id, expectedVersion: version, seenHash } };
    expect(await brokenRule(world.northLead, SIGN, signing)).toContain('Clearance for finance');
    await required([], template.version);
    expect(await missing((await world.report()).id)).toEqual([]);
  });
});
