import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { AttachmentFinding, WaitingFile } from '../../schema/attachment-words.js';
import { attachmentsOf, bytesOf } from '../../server/features/attachments/attachments-of.js';
import { sha256Of } from '../../server/platform/files/file-store.js';
import {
  asBase64,
  REPORT,
  RESTRICT,
  type ReportWorld,
  startReportWorld,
  WRITE,
} from '../reports/report-world.js';
import { ATTACH, attach, download, send } from '../support/attachments.js';
import { jpeg, office, pdf, sheets } from '../support/papers.js';
import { brokenRule, changesNothing } from '../support/world.js';

const LIST = `query ($id: ID!) { report(id: $id) { attachments { id version title altText format kind pages width height address findings { kind words isTakenOut } attachedBy { name } viewerCan { edit } } } }`;
const RENAME = `mutation ($input: UpdateAttachmentInput!) { updateAttachment(input: $input) { attachment { id version title altText } } }`;
const MOVE = `mutation ($input: MoveAttachmentInput!) { moveAttachment(input: $input) { attachment { id version } } }`;
const PUT_AWAY = `mutation ($input: ItemVersionInput!) { archiveAttachment(input: $input) { attachment { id version archivedAt } } }`;
const BRING_BACK = `mutation ($input: ItemVersionInput!) { restoreAttachment(input: $input) { attachment { id version archivedAt } } }`;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemId aboutId item { ... on Attachment { title } } } }`;

interface Listed {
  id: string;
  version: number;
  title: string;
  kind: string;
  address: string;
  findings: AttachmentFinding[];
  viewerCan: { edit: boolean };
}

let world: ReportWorld;
let reportId: string;
let plain: Buffer;
beforeAll(async () => {
  world = await startReportWorld();
  reportId = (await world.report()).id;
  plain = await pdf((made) => made.addPage());
});
afterAll(() => world.app.close());

const list = async (id = reportId, by = world.secretary) =>
  (await by.ok<{ report: { attachments: Listed[] } | null }>(LIST, { id })).report?.attachments ?? null;
const sendTo = (who = world.northEditor, file: Uint8Array = plain, to: object = { reportId }) =>
  send(world.app, who, file, to);

describe('a file on its way', () => {
  it('is taken from those who may write the report or keep the meeting, before its first byte', async () => {
    const { id: agendaItemId } = await world.item();
    for (const who of [world.northEditor, world.southEditor, world.secretary])
      expect((await sendTo(who)).status).toBe(201);
    expect((await sendTo(world.secretary, plain, { agendaItemId })).status).toBe(201);
    const refused = await changesNothing(world.app, async () => {
      expect((await sendTo(world.app.nobody)).status).toBe(401);
      expect((await sendTo(world.northViewer)).status).toBe(403);
      expect((await sendTo(world.northEditor, plain, { agendaItemId })).status).toBe(403);
      // Hidden and missing are one answer.
      const [hidden, missing] = [
        await sendTo(world.stranger),
        await sendTo(world.stranger, plain, { reportId: randomUUID() }),
      ];
      expect([hidden.status, hidden.errors]).toEqual([404, missing.errors]);
      expect((await sendTo(world.northEditor, plain, {})).status).toBe(400);
    });
    expect(refused).toBe(true);
  });

  it('is looked into, and told what is in it to whoever sent it alone; forgotten when they think better of it', async () => {
    const workbook = office('xl', sheets(['Summary', null, ''], ['Salaries', 'veryHidden', '']));
    const sent = await sendTo(world.northEditor, workbook);
    expect(sent).toMatchObject({
      kind: 'EXCEL',
      format: 'OFFICE',
      fileName: 'Paper.pdf',
      bytes: workbook.length,
    });
    expect(sent.findings.map(({ kind, where }) => [kind, where])).toEqual([
      ['HIDDEN_SHEETS', '‘Salaries (not listed by Excel)’'],
    ]);
    const input = { uploadId: sent.uploadId, reportId, title: 'Costs', accepts: ['HIDDEN_SHEETS'] };
    expect(await brokenRule(world.southEditor, ATTACH, { input })).toContain('send it again');
    const forget = (who = world.northEditor) =>
      fetch(`${world.app.url}/attachments/${sent.uploadId}`, {
        method: 'DELETE',
        headers: { ...who.headers, 'x-accord-upload': '1' },
      });
    await forget(world.southEditor);
    expect(await world.app.build.sql('select id from uploads where id = $1', [sent.uploadId])).toHaveLength(
      1,
    );
    expect((await forget()).status).toBe(204);
    expect(await brokenRule(world.northEditor, ATTACH, { input })).toContain('send it again');
  });

  it.each([
    ['what is none of the kinds', Buffer.from('<svg xmlns="x"/>'), /SVG can carry programs/],
    ['a bomb', bomb(), /damaged|unpacks to more/],
  ])('is refused where it is %s', async (_, bytes, reason) => {
    const { status, errors } = await sendTo(world.northEditor, bytes);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({
      field: 'file',
      message: expect.stringMatching(reason),
    });
  });
});

/** Says that it is far larger than what is in it. */
function bomb(): Uint8Array {
  const bytes = office('word', { 'word/document.xml': `<a>${' '.repeat(300_000)}</a>` });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 400_000_000, true);
  return bytes;
}

describe('attaching', () => {
  it('wants each thing that was found to be accepted by name, and words for an image', async () => {
    const workbook = office('xl', sheets(['Summary', null, ''], ['Workings', 'hidden', '']));
    const { uploadId } = await sendTo(world.northEditor, workbook);
    const input = { uploadId, reportId, title: 'Costs', accepts: [] as string[] };
    expect(await brokenRule(world.northEditor, ATTACH, { input })).toContain('‘Workings’');
    const image = await sendTo(world.northEditor, jpeg({ hasPlace: true }));
    const asked = { ...input, uploadId: image.uploadId };
    expect(await brokenRule(world.northEditor, ATTACH, { input: asked })).toContain('what the image shows');
    await world.northEditor.ok(ATTACH, { input: { ...asked, altText: 'The new ward' } });
    await world.northEditor.ok(ATTACH, { input: { ...input, accepts: ['HIDDEN_SHEETS'] } });
    const [first, second] = (await list())?.slice(-2) ?? [];
    expect(first).toMatchObject({ kind: 'JPEG', findings: [{ kind: 'PHOTO_PLACE', isTakenOut: true }, {}] });
    expect(second).toMatchObject({ title: 'Costs', findings: [{ kind: 'HIDDEN_SHEETS' }] });
  });

  it('makes one of a create that is tried again, and keeps the same content once', async () => {
    const { uploadId } = await sendTo();
    const input = { id: randomUUID(), uploadId, reportId, title: 'Twice', accepts: [] };
    for (let time = 0; time < 2; time += 1) await world.northEditor.ok(ATTACH, { input });
    expect((await list())?.filter(({ title }) => title === 'Twice')).toHaveLength(1);
    await attach(world.app, world.northEditor, plain, { reportId, title: 'Once more' });
    expect(
      await world.app.build.sql('select is_attached from stored_files where sha256 = $1', [sha256Of(plain)]),
    ).toEqual([{ is_attached: true }]);
  });

  it('is answered once more where it was the last there was room for', async () => {
    const { id: fullId } = await world.report();
    const { uploadId } = await sendTo(world.northEditor, plain, { reportId: fullId });
    const create = (id: string) =>
      world.northEditor.query(ATTACH, {
        input: { id, reportId: fullId, uploadId, title: 'One of many', accepts: [] },
      });
    const ids = Array.from({ length: 50 }, () => randomUUID());
    for (const id of ids) expect((await create(id)).errors).toBeUndefined();
    expect((await create(ids[49] ?? '')).data).toMatchObject({
      createAttachment: { attachment: { id: ids[49] } },
    });
    expect((await create(randomUUID())).errors?.[0]?.extensions).toMatchObject({
      rule: 'TOO_MANY_ATTACHMENTS',
    });
  });

  it('is told live, and the file is told to whoever sees the report, byte for byte', async () => {
    const live = world.southEditor.subscribe<{
      changes: { aboutId: string; item: { title?: string } | null };
    }>(CHANGES, { within: world.meetingId });
    await live.ready;
    const { id, address } = await attach(world.app, world.northEditor, plain, {
      reportId,
      title: 'Told live',
    });
    const { changes } = await live.until((told) => told.changes.item?.title === 'Told live');
    await live.stop();
    expect(changes.aboutId).toBe(reportId);
    const got = await download(world.app, world.southEditor, address);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(plain);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'cache-control': 'private, no-cache' },
      ...{
        'x-content-type-options': 'nosniff',
        'content-disposition': "attachment; filename*=UTF-8''Paper.pdf",
      },
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const etag = got.headers.get('etag') ?? '';
    expect((await download(world.app, world.southEditor, address, { 'if-none-match': etag })).status).toBe(
      304,
    );
    const missing = await download(world.app, world.stranger, address.replace(id, randomUUID()));
    for (const who of [world.stranger, world.app.nobody]) {
      const hidden = await download(world.app, who, address, { 'if-none-match': etag });
      expect([hidden.status, hidden.headers.get('etag')]).toEqual([404, null]);
      expect(await hidden.json()).toEqual(await missing.clone().json());
    }
  });

  it('stands in an order, is renamed, put away and brought back by those who write the report', async () => {
    const { id } = await world.report();
    const add = (title: string) => attach(world.app, world.southEditor, plain, { reportId: id, title });
    const [one, two] = [await add('One'), await add('Two')];
    const titles = async () => (await list(id))?.map(({ title }) => title);
    await world.northEditor.ok(MOVE, { input: { id: two.id, expectedVersion: two.version } });
    expect(await titles()).toEqual(['Two', 'One']);
    const renamed = { id: one.id, expectedVersion: one.version, title: 'First' };
    expect(await brokenRule(world.northViewer, RENAME, { input: renamed })).toContain('FORBIDDEN');
    await world.northEditor.ok(RENAME, { input: renamed });
    expect(await brokenRule(world.southEditor, RENAME, { input: { ...renamed, title: 'Other' } })).toContain(
      'CONFLICT',
    );
    expect(
      await brokenRule(world.northEditor, RENAME, { input: { ...renamed, altText: 'A ward' } }),
    ).toContain('Only images');
    const { archiveAttachment } = await world.northEditor.ok<{
      archiveAttachment: { attachment: { version: number } };
    }>(PUT_AWAY, { input: { id: one.id, expectedVersion: one.version + 1 } });
    expect(await titles()).toEqual(['Two']);
    const { version: expectedVersion } = archiveAttachment.attachment;
    await world.northEditor.ok(BRING_BACK, { input: { id: one.id, expectedVersion } });
    expect(await titles()).toEqual(['Two', 'First']);
    expect((await list(id, world.northViewer))?.map(({ viewerCan }) => viewerCan.edit)).toEqual([
      false,
      false,
    ]);
  });
});

it('is part of what was signed off: a report with another appendix is not signed off as it stands', async () => {
  const { id, version } = await world.report();
  const read = async () =>
    (await world.northLead.ok<{ report: { isSignedOff: boolean; contentHash: string } }>(REPORT, { id }))
      .report;
  const isSignedOff = async () => (await read()).isSignedOff;
  await world.northLead.ok(
    `mutation ($input: SignOffReportInput!) { signOffReport(input: $input) { report { id } } }`,
    {
      input: {
        ...{ id, expectedVersion: version, seenHash: (await read()).contentHash },
        despite: 'Its words are to come',
      },
    },
  );
  expect(await isSignedOff()).toBe(true);
  const late = await attach(world.app, world.southEditor, plain, { reportId: id, title: 'Late' });
  expect(await isSignedOff()).toBe(false);
  await world.southEditor.ok(PUT_AWAY, { input: { id: late.id, expectedVersion: late.version } });
  expect(await isSignedOff()).toBe(true);
});

describe('who sees an attachment', () => {
  it('is whoever sees the report: narrowed, its file is gone for others at once', async () => {
    const { id, version } = await world.report();
    const { address } = await attach(world.app, world.northEditor, plain, { reportId: id, title: 'Pay' });
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
    await world.northLead.ok(RESTRICT, { input: { id, expectedVersion: version, audience } });
    expect((await download(world.app, world.southEditor, address)).status).toBe(404);
    expect((await download(world.app, world.northEditor, address)).status).toBe(200);
  });

  it('is whoever sees the item of the agenda, where it is attached to that', async () => {
    const item = await world.item();
    const to = { agendaItemId: item.id, title: 'Map' };
    const { id, address } = await attach(world.app, world.secretary, plain, to);
    const read = `query ($id: ID!) { attachment(id: $id) { agendaItem { id attachments { id } } report { id } } }`;
    expect(await world.northViewer.ok(read, { id })).toMatchObject({
      attachment: { agendaItem: { id: item.id, attachments: [{ id }] }, report: null },
    });
    await world.secretary.ok(
      `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id } } }`,
      { input: { id: item.id, expectedVersion: item.version, exemptionParagraphs: ['A'] } },
    );
    expect((await download(world.app, world.northViewer, address)).status).toBe(404);
    expect((await download(world.app, world.secretary, address)).status).toBe(200);
  });
});

describe('an image in the text', () => {
  const image = (attachmentId: string, alt = '') => {
    const doc = new Y.Doc();
    const node = new Y.XmlElement('image');
    node.setAttribute('attachmentId', attachmentId);
    node.setAttribute('alt', alt);
    doc.getXmlFragment('issues').insert(0, [node]);
    return { update: asBase64(Y.encodeStateAsUpdate(doc)), isPause: true };
  };
  const ward = (to: string) =>
    attach(world.app, world.northEditor, jpeg(), { reportId: to, title: 'Ward', altText: 'The ward' });

  it('is one that is attached to this report: of any other nobody learns whether there is one', async () => {
    const [{ id }, other] = [await world.report(), await world.report()];
    const write = (attachmentId: string) =>
      brokenRule(world.northEditor, WRITE, { input: { id, ...image(attachmentId) } });
    const paper = await attach(world.app, world.northEditor, plain, { reportId: id, title: 'Paper' });
    for (const one of [(await ward(other.id)).id, paper.id, randomUUID(), 'https://evil.example/'])
      expect(await write(one)).toBe('TEXT_NOT_UNDERSTOOD');
  });

  it('stands in the text with its words, is found out without them, and is not put away from under it', async () => {
    const { id } = await world.report();
    const attached = await ward(id);
    await world.northEditor.ok(WRITE, { input: { id, ...image(attached.id) } });
    const { report } = await world.northEditor.ok<{
      report: { sections: { key: string; blocks: string }[]; findings: { kind: string; section: string }[] };
    }>(REPORT, { id });
    expect(report.sections.find(({ key }) => key === 'issues')?.blocks).toBe(
      JSON.stringify([{ kind: 'image', alt: '', attachmentId: attached.id }]),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ kind: 'IMAGE_WITHOUT_TEXT', section: 'issues' }),
    );
    const putAway = { id: attached.id, expectedVersion: attached.version };
    expect(await brokenRule(world.northEditor, PUT_AWAY, { input: putAway })).toBe('IMAGE_IN_TEXT');
  });
});

it('is handed to a pack under every audience, in order, with who sees it', async () => {
  const { id } = await world.report();
  const first = await attach(world.app, world.northEditor, plain, { reportId: id, title: 'First' });
  const image = { reportId: id, title: 'Ward', altText: 'The new ward' };
  await attach(world.app, world.northEditor, jpeg(), image);
  const held = await world.app.app.database.writeByClock((work) =>
    work.withEveryAudience(world.partnershipId, async () => {
      const all = await attachmentsOf(work, [id]);
      return { all, bytes: await bytesOf(work, all[0]?.sha256 ?? '') };
    }),
  );
  expect(held.all).toMatchObject([
    { id: first.id, holderId: id, format: 'PDF', pages: 2, title: 'First', isPutAway: false },
    { format: 'IMAGE', width: 16, height: 8, altText: 'The new ward' },
  ]);
  expect(held.bytes).toEqual(plain);
});

it('sweeps what nothing came to be attached from, after a day, and no attached file ever', async () => {
  const loose = await pdf((made) => made.text('never attached'));
  const sent: WaitingFile = await sendTo(world.northEditor, loose);
  await world.app.build.sql(
    `insert into stored_files (sha256, size, bytes, noted_at) values ($1, 1, '\\x00', now() - interval '2 days')`,
    [sha256Of(Buffer.from('left over'))],
  );
  await world.app.build.sql(`update stored_files set noted_at = now() - interval '2 days'`);
  const before = await list();
  await world.northEditor.ok(ATTACH, {
    input: { uploadId: sent.uploadId, reportId, title: 'Attached after all', accepts: [] },
  });
  const left = () => world.app.build.sql('select size from stored_files where not is_attached');
  await vi.waitUntil(async () => (await left()).length === 0, { timeout: 5_000 });
  for (const { address } of before ?? [])
    expect((await download(world.app, world.secretary, address)).status).toBe(200);
});
