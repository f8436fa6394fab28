import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Person } from '../support/app.js';
import { attach as attachFile } from '../support/attachments.js';
import { wordsOfFile } from '../support/packs.js';
import { office, pdf as paperPdf, png, sheets } from '../support/papers.js';
import { figuresOf } from '../support/pdf-tags.js';
import { brokenRule } from '../support/world.js';
import {
  PUBLISH,
  type Publication,
  type Publishing,
  partOf,
  startPublishing,
  titles,
} from './publications.js';

const BEGIN = `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id version } } }`;
const WRITE = `mutation ($input: WriteReportInput!) { writeReport(input: $input) { report { id version } } }`;
const SIGN = `mutation ($input: SignOffReportInput!) { signOffReport(input: $input) { report { id version } } }`;
const NARROW = `mutation ($input: RestrictReportInput!) { restrictReport(input: $input) { report { id version } } }`;
const RECOMMEND = `mutation ($input: CreateReportRecommendationInput!) { createReportRecommendation(input: $input) { reportRecommendation { id } } }`;
const NARROW_ACTION = `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { id version } } }`;
const VERSIONS = `query ($id: ID!) { report(id: $id) { id version contentHash isSignedOff versions { reason isCurrent sections { text } } } }`;

interface Report {
  id: string;
  version: number;
}

let world: Publishing;
let plan: string;
let strand: string;
let action: string;
let ownPlan: string;
beforeAll(async () => {
  world = await startPublishing();
  const { build } = world.app;
  const { partnershipId, north, south } = world;
  plan = await build.plan(partnershipId, { title: 'Winter plan', status: 'ADOPTED' });
  strand = await build.workstream(plan, { number: '2', title: 'Discharge' });
  action = await build.action(strand, { reference: 'B1', title: 'Open the lounge', ownerId: south });
  const onlyNorth = await build.audience(partnershipId, 'ORGANISATIONS', [north]);
  const seats = await build.audience(partnershipId, 'BOARD', [world.boardId]);
  for (const [title, audienceId] of [
    ['Close a ward', onlyNorth],
    ['Sell the depot', seats],
  ] as const)
    await build.action(strand, { title, ownerId: north, audienceId, ownAudienceId: audienceId });
  ownPlan = await build.plan(partnershipId, {
    ...{ title: 'For the seats', audienceId: seats, ownAudienceId: seats },
  });
});
afterAll(() => world.app.close());

const begin = async (agendaItemId: string, input: object = {}): Promise<Report> => {
  const asked = { agendaItemId, leadOrganisationId: world.north, authorOrganisationIds: [world.south] };
  const { createReport } = await world.secretary.ok<{ createReport: { report: Report } }>(BEGIN, {
    input: { ...asked, ...input },
  });
  return createReport.report;
};

/** Writes what somebody’s page would send. */
async function write(id: string, change: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc();
  change(doc);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  await world.secretary.ok(WRITE, { input: { id, update, isPause: true } });
}
const element = (name: string, about: Record<string, unknown> = {}, ...children: Y.XmlElement[]) => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(about)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
};
const saying = (name: string, words: string, about: Record<string, unknown> = {}) => {
  const made = element(name, about);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
};
const put = (section: string, ...all: Y.XmlElement[]) => {
  return (doc: Y.Doc) => {
    const fragment = doc.getXmlFragment(section);
    fragment.insert(fragment.length, all);
  };
};
const paragraph = (words: string) => saying('paragraph', words);
const live = (itemId: string, shows = 'WORKSTREAM_STATUS') => element('live_block', { shows, itemId });

const sign = async ({ id }: Report, by: Person = world.northLead) => {
  const { report } = await world.secretary.ok<{ report: Report & { contentHash: string } }>(VERSIONS, { id });
  const { version: expectedVersion, contentHash: seenHash } = report;
  await by.ok(SIGN, { input: { id, expectedVersion, seenHash, despite: 'For the pack' } });
};
/** A meeting with one item and its report. */
async function withReport(words: string, change: (doc: Y.Doc) => void = () => {}) {
  const meetingId = await world.aMeeting();
  const agendaItem = await world.add(meetingId, 'Going home');
  const report = await begin(agendaItem.id);
  await write(report.id, (doc) => {
    put('outcome', paragraph(words))(doc);
    change(doc);
  });
  return { meetingId, agendaItem, report };
}

/** The words of all three files of a part. */
async function wordsOf(
  publication: Publication,
  part: 'PUBLIC' | 'FULL',
  by = world.secretary,
): Promise<Record<string, string>> {
  const all: Record<string, string> = { DOCUMENT: partOf(publication, part)?.document ?? '' };
  for (const { format, url } of partOf(publication, part)?.files ?? []) {
    const bytes = new Uint8Array(await (await world.get(url, by)).arrayBuffer());
    all[format] = await wordsOfFile(format, bytes);
  }
  return all;
}
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a report in a pack', () => {
  it('stands there with who wrote it, what it recommends and all its words, on the page, in the PDF and in Word', async () => {
    const { meetingId, report } = await withReport('Sooner home.', (doc) => {
      put('outcome', saying('heading', 'Beds', { level: 3 }), paragraph('Forty beds.'))(doc);
      const inner = element('bullet_list', {}, element('list_item', {}, paragraph('inner point')));
      const cell = (kind: string, words: string) => element(kind, {}, paragraph(words));
      const table = element(
        'table',
        {},
        element('table_row', {}, cell('table_header', 'Ward'), cell('table_header', 'Beds')),
        element('table_row', {}, cell('table_cell', 'Larch'), cell('table_cell', 'twenty-one')),
      );
      put(
        'background',
        element('ordered_list', {}, element('list_item', {}, paragraph('outer point'), inner, table)),
      )(doc);
    });
    const recommended = { reportId: report.id, verb: 'APPROVE', text: 'the second year' };
    await world.secretary.ok(RECOMMEND, { input: recommended });
    await sign(report);
    const pack = await world.built((await world.prepare(meetingId)).id);
    for (const [format, text] of Object.entries(await wordsOf(pack, 'PUBLIC')))
      for (const phrase of [
        ...['Sooner home.', 'Beds', 'Forty beds.', 'outer point', 'inner point', 'Larch', 'twenty-one'],
        ...['To approve', 'the second year', 'North', 'South', 'Outcome'],
      ])
        expect.soft(flat(text), `${phrase} in ${format}`).toContain(phrase);
    const { versions } = (
      await world.secretary.ok<{ report: { versions: { reason: string; isCurrent: boolean }[] } }>(VERSIONS, {
        id: report.id,
      })
    ).report;
    expect(versions.map(({ reason, isCurrent }) => [reason, isCurrent])).toEqual([
      ['IN_PACK', true],
      ['SIGNED_OFF', true],
    ]);
    // Prepared once more, the same text is kept once.
    await world.prepare(meetingId);
    const again = await world.secretary.ok<{ report: { versions: object[] } }>(VERSIONS, { id: report.id });
    expect(again.report.versions).toHaveLength(2);
  });

  it('that is not signed off as it stands is to follow, and comes with a supplement that marks it', async () => {
    const { meetingId, report } = await withReport('First draft.');
    await world.add(meetingId, 'Workforce');
    const first = await world.published(meetingId);
    const before = await wordsOf(first, 'PUBLIC', world.app.nobody);
    for (const text of Object.values(before)) expect(text).not.toContain('First draft.');
    expect(flat(before['DOCUMENT'] ?? '')).toContain('"isReportToFollow":true');
    expect(await (await world.get(`/public/meetings/${meetingId}`)).text()).toContain('Report to follow');
    for (const format of ['HTML', 'PDF', 'WORD'] as const)
      expect(flat(before[format] ?? '')).toContain('Report to follow');
    await sign(report);
    const second = await world.published(meetingId);
    expect(titles(partOf(second, 'PUBLIC'))).toEqual(['1 Going home CHANGED', '2 Workforce']);
    for (const text of Object.values(await wordsOf(second, 'PUBLIC', world.app.nobody))) {
      expect(flat(text)).toContain('First draft.');
      expect(flat(text)).not.toContain('Report to follow');
    }
    // With the same words it is not marked again; signed off anew with others, it is.
    const marked = async () => titles(partOf(await world.prepare(meetingId), 'PUBLIC'));
    expect(await marked()).toEqual(['1 Going home', '2 Workforce']);
    await write(report.id, put('outcome', paragraph('With figures.')));
    await sign(report);
    expect(await marked()).toEqual(['1 Going home CHANGED', '2 Workforce']);
  });

  it('shows the plans as they stood when the pack was prepared, whatever moves until it is published', async () => {
    const { meetingId, report } = await withReport('As things stand.', put('alignment', live(strand)));
    await sign(report);
    const prepared = await world.built((await world.prepare(meetingId)).id);
    const text = (await wordsOf(prepared, 'PUBLIC'))['HTML'] ?? '';
    expect(text).toContain('Open the lounge');
    expect(text).toMatch(/From the plans, as at \d{1,2} \w+ \d{4}, \d\d:\d\d\./);
    await world.app.build.sql(`update actions set title = 'Shut the lounge' where id = $1`, [action]);
    const out = await world.publish(prepared);
    expect(out.status).toBe('PUBLISHED');
    const open = await wordsOf(out, 'PUBLIC', world.app.nobody);
    expect(open['HTML']).toContain('Open the lounge');
    // What the plans say by now is a change to the paper; that some time has passed is none.
    const marked = async () => titles(partOf(await world.prepare(meetingId), 'PUBLIC'));
    expect(await marked()).toEqual(['1 Going home CHANGED']);
    await world.app.build.sql(`update actions set title = 'Open the lounge' where id = $1`, [action]);
    expect(await marked()).toEqual(['1 Going home']);
  });

  it('has a picture of what waits for what above its table, of what the readers of each part see', async () => {
    const { build } = world.app;
    const { partnershipId, boardId } = world;
    const onTime = await build.workstream(plan, { number: '3', title: 'On time' });
    const cars = await build.action(onTime, {
      reference: 'C1',
      title: 'Cars <b onload=ran()>home</b> & back',
    });
    const seats = await build.audience(partnershipId, 'BOARD', [boardId]);
    const depot = await build.action(onTime, {
      ...{ reference: 'C2', title: 'Lease the depot', audienceId: seats, ownAudienceId: seats },
    });
    for (const [toId, more] of [
      [cars, { status: 'CONFIRMED' }],
      [depot, { audienceId: seats }],
    ] as const)
      await build.inPartnership('cross_references', partnershipId, {
        ...{ kind: 'DEPENDS_ON', fromType: 'Action', toType: 'Action', fromId: action, toId },
        ...{ planId: plan, toPlanId: plan, ...more },
      });
    const { meetingId, report } = await withReport(
      'With a picture.',
      put('alignment', live(onTime, 'INTERDEPENDENCIES')),
    );
    await sign(report);
    const out = await world.published(meetingId);
    const [open, full] = [await wordsOf(out, 'PUBLIC', world.app.nobody), await wordsOf(out, 'FULL')];
    const alt = (boxes: string, arrows: string) =>
      `Picture of what waits for what: ${boxes}, and ${arrows} from what waits to what it waits for. The table below says the same in words.`;
    const picture = /<svg [\s\S]*<\/svg>/;
    const [openPicture = ''] = picture.exec(open['HTML'] ?? '') ?? [];
    expect(openPicture).toContain(`role="img" aria-label="${alt('2 boxes', '1 arrow')}"`);
    for (const words of ['WS2 B1', 'Open the lounge', 'WS3 C1', 'Cars &lt;b', 'waits for: confirmed'])
      expect(openPicture).toContain(words);
    expect(openPicture).not.toContain('<b');
    const [fullPicture = ''] = picture.exec(full['HTML'] ?? '') ?? [];
    expect(fullPicture).toContain(alt('3 boxes', '2 arrows'));
    expect(fullPicture).toContain('Lease the depot');
    for (const [format, text] of Object.entries(open)) {
      expect(flat(text), format).not.toContain('depot');
      // In Word the table says it alone.
      expect(flat(text), format).toContain('WS3 C1');
    }
    expect(flat(full['WORD'] ?? '')).toContain('WS3 C2 Lease the depot');
    const printed = async (part: 'PUBLIC' | 'FULL') => {
      const url = partOf(out, part)?.files.find(({ format }) => format === 'PDF')?.url ?? '';
      return figuresOf(new Uint8Array(await (await world.get(url, world.secretary)).arrayBuffer()));
    };
    expect(await printed('PUBLIC')).toEqual([alt('2 boxes', '1 arrow')]);
    expect(await printed('FULL')).toEqual([alt('3 boxes', '2 arrows')]);
    // It stands as it was published, whatever becomes of the plans.
    await build.sql(`update cross_references set archived_at = now() where from_id = $1`, [action]);
    expect((await wordsOf(out, 'PUBLIC', world.app.nobody))['HTML']).toBe(open['HTML']);
  });

  it('whose words were changed after the pack was prepared is not published with it', async () => {
    const { meetingId, report } = await withReport('As signed.');
    await sign(report);
    const prepared = await world.built((await world.prepare(meetingId)).id);
    await write(report.id, put('outcome', paragraph('One more thing.')));
    const publishing = {
      input: {
        ...{ id: prepared.id, expectedVersion: prepared.version },
        seenSha256: partOf(prepared, 'PUBLIC')?.sha256,
      },
    };
    expect(await brokenRule(world.chair, PUBLISH, publishing)).toBe('AGENDA_CHANGED');
  });
});

const TOLD = `query ($id: ID!) { publication(id: $id) { parts { items {
  reports { title leadOrganisation } attachments { title format bytes sha256 url } } } } }`;
interface Told {
  parts: { items: { reports: object[]; attachments: ToldFile[] }[] }[];
}
interface ToldFile {
  title: string;
  format: string;
  bytes: number;
  sha256: string;
  url: string;
}

describe('what goes with a report or an item', () => {
  const paper = (words: string) => paperPdf((made) => made.text(words));

  it('is printed, numbered on and given out beside the pack, until that is recalled', async () => {
    const { meetingId, agendaItem, report } = await withReport('With a map.');
    const attach = (file: Uint8Array, to: { title: string; altText?: string }, hangsOn: object) =>
      attachFile(world.app, world.secretary, file, { ...to, ...hangsOn });
    const ofReport = { reportId: report.id };
    const map = await attach(png(), { title: 'Map', altText: 'Where the wards are' }, ofReport);
    await attach(await paper('Budget in full'), { title: 'Budget' }, ofReport);
    await attach(
      office('xl', sheets(['Sheet', null, ''])),
      { title: 'Workings' },
      { agendaItemId: agendaItem.id },
    );
    await write(report.id, put('outcome', element('image', { attachmentId: map.id, alt: 'The wards' })));
    await sign(report);
    const hidden = await begin(agendaItem.id);
    const secret = await attach(await paper('Sealed bids'), { title: 'Bids' }, { reportId: hidden.id });
    await sign(hidden);
    await world.secretary.ok(NARROW, {
      input: {
        ...{ id: hidden.id, expectedVersion: (await versionOf(hidden.id)).version },
        audience: { kind: 'BOARD', boardId: world.boardId },
      },
    });
    const out = await world.published(meetingId);
    const open = await wordsOf(out, 'PUBLIC', world.app.nobody);
    expect(flat(open['PDF'] ?? '')).toMatch(
      /Attachment 1 to item 1: Budget.*Budget in full.*Page \d+ of \d+/,
    );
    expect(open['HTML']).toMatch(/<img src="agenda-files\/[0-9a-f-]+\/image" alt="The wards"/);
    for (const [format, text] of Object.entries(open)) {
      expect(flat(text), format).toContain('Workings');
      expect(flat(text), format).not.toMatch(/Sealed bids|Bids/);
    }
    // Signed off and narrowed, it is for those with a seat.
    expect(flat((await wordsOf(out, 'FULL'))['PDF'] ?? '')).toContain('Sealed bids');
    const [told] = (await world.app.nobody.ok<{ publication: Told }>(TOLD, { id: out.id })).publication.parts;
    const [first] = told?.items ?? [];
    expect(first?.reports).toEqual([{ title: expect.any(String), leadOrganisation: 'Northmoor Council' }]);
    expect(first?.attachments.map(({ title, format }) => [title, format])).toEqual([
      ['Budget', 'PDF'],
      ['Workings', 'OFFICE'],
    ]);
    for (const { url, bytes, sha256 } of first?.attachments ?? []) {
      const file = Buffer.from(await (await world.get(url)).arrayBuffer());
      expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([bytes, sha256]);
    }
    const folder = `/public/publications/${out.id}/agenda-files`;
    const image = await world.get(`${folder}/${map.id}/image`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(image.headers.get('content-security-policy')).toContain('sandbox');
    expect((await world.get(`${folder}/${secret.id}/Bids.pdf`)).status).toBe(404);
    await world.recall(out, 'Too early.');
    expect((await world.get(`${folder}/${map.id}/image`)).status).toBe(410);
  });
});

describe('for whom it is', () => {
  it('a line that is marked as confidential late takes along what stood open: its item, and its report', async () => {
    const meetingId = await world.aMeeting();
    await world.add(meetingId, 'Welcome');
    const { createForwardPlanEntry } = await world.secretary.ok<{
      createForwardPlanEntry: { forwardPlanEntry: { id: string; version: number } };
    }>(
      `mutation ($input: CreateForwardPlanEntryInput!) { createForwardPlanEntry(input: $input) { forwardPlanEntry { id version } } }`,
      { input: { boardIds: [world.boardId], title: 'The tender', meetingId } },
    );
    const { id, version } = createForwardPlanEntry.forwardPlanEntry;
    const agendaItem = await world.add(meetingId, 'The tender', { forwardPlanEntryId: id });
    const report = await begin(agendaItem.id);
    await write(report.id, put('outcome', paragraph('Four bids from 2 to 3 million.')));
    await sign(report);
    await world.secretary.ok(
      `mutation ($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { id } } }`,
      { input: { id, expectedVersion: version, isConfidential: true, exemptionParagraphs: ['B'] } },
    );
    const out = await world.published(meetingId);
    for (const text of Object.values(await wordsOf(out, 'PUBLIC', world.app.nobody)))
      expect(flat(text)).not.toMatch(/The tender|Four bids/);
    expect(flat((await wordsOf(out, 'FULL'))['PDF'] ?? '')).toMatch(/The tender.*Four bids/);
    expect(
      await world.northEditor.query(`query ($id: ID!) { report(id: $id) { title } }`, { id: report.id }),
    ).toMatchObject({ data: { report: null } });
  });

  it('a live block shows in each part what all of its readers see, whoever prepares the pack', async () => {
    const { meetingId, report } = await withReport(
      'With tables.',
      put('alignment', live(strand), live(ownPlan, 'RISKS')),
    );
    await sign(report);
    const by = world.admin;
    const pack = await world.built((await world.prepare(meetingId, {}, by)).id);
    const open = await wordsOf(pack, 'PUBLIC');
    const full = await wordsOf(pack, 'FULL');
    for (const text of Object.values(open)) {
      expect(flat(text)).toContain('Open the lounge');
      for (const hidden of ['Close a ward', 'Sell the depot', 'For the seats'])
        expect(flat(text)).not.toContain(hidden);
    }
    for (const text of Object.values(full)) {
      for (const shown of ['Sell the depot', 'For the seats']) expect(flat(text)).toContain(shown);
      expect(flat(text)).not.toContain('Close a ward');
    }
    const same = await world.prepare(meetingId);
    const without = (text: string) => text.replace(/"asAt":"[^"]+"/g, '');
    for (const part of ['PUBLIC', 'FULL'] as const)
      expect(without(partOf(same, part)?.document ?? '')).toBe(without(partOf(pack, part)?.document ?? ''));
  });

  it('one that was narrowed by itself leaves no trace in the part it is not for, signed off or not', async () => {
    const plain = await world.aMeeting();
    await world.add(plain, 'Going home');
    const [open, ...others] = [await withReport('Word of mouth.'), await withReport('Word of mouth.')];
    const all = [open, ...others];
    await sign(open.report);
    for (const { report } of all) {
      const audience = { kind: 'BOARD', boardId: world.boardId };
      await world.secretary.ok(NARROW, {
        input: { id: report.id, expectedVersion: (await versionOf(report.id)).version, audience },
      });
    }
    const bare = partOf(await world.built((await world.prepare(plain)).id), 'PUBLIC');
    for (const { meetingId, agendaItem } of all) {
      const pack = await world.built((await world.prepare(meetingId)).id);
      const told = JSON.parse(partOf(pack, 'PUBLIC')?.document ?? '{}') as { items: { id: string }[] };
      const item = told.items.find(({ id }) => id === agendaItem.id);
      expect({ ...item, id: null }).toEqual({
        ...(JSON.parse(bare?.document ?? '{}') as { items: object[] }).items[0],
        id: null,
      });
      expect(partOf(pack, 'PUBLIC')?.pages).toBe(bare?.pages);
      for (const text of Object.values(await wordsOf(pack, 'PUBLIC')))
        expect(text).not.toMatch(/Word of mouth|to follow/i);
      expect(partOf(pack, 'FULL')?.document).toMatch(/Word of mouth|"isReportToFollow":true/);
    }
  });

  it('what waits and shows what is restricted since is withheld from whoever does not see that any more', async () => {
    const { meetingId, report } = await withReport('With a table.', put('alignment', live(strand)));
    await sign(report);
    const prepared = await world.prepare(meetingId);
    expect(partOf(await world.ask(prepared.id, world.northViewer), 'PUBLIC')?.document).toContain(
      'Open the lounge',
    );
    const [row] = await world.app.build.sql<{ version: number }>(
      'select version from actions where id = $1',
      [action],
    );
    await world.southLead.ok(NARROW_ACTION, {
      input: {
        ...{ id: action, expectedVersion: row?.version },
        audience: { kind: 'ORGANISATIONS', organisationIds: [world.south] },
      },
    });
    expect(partOf(await world.ask(prepared.id, world.northViewer), 'PUBLIC')).toBeUndefined();
    expect(partOf(await world.ask(prepared.id, world.southLead), 'PUBLIC')?.document).toContain(
      'Open the lounge',
    );
  });
});

const versionOf = async (id: string) =>
  (await world.secretary.ok<{ report: Report }>(VERSIONS, { id })).report;
