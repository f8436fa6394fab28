import { formatOf } from '../../../schema/attachment-words.js';
import type { Credential } from '../../platform/auth/credential.js';
import type { Row } from '../../platform/db/base.js';
import { type Database, refuseReadOnly } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { holdOnTo, keepFile } from '../../platform/files/file-store.js';
import { waitingFile } from '../../platform/files/waiting.js';
import { forbidden, invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { placeAfter, placeLast, type Siblings } from '../actions/place.service.js';
import { putAway } from '../organisations/administration.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { Report } from '../reports/report.entity.js';
import { sectionsOfReports } from '../reports/report-text.service.js';
import { Attachment } from './attachment.entity.js';
import type * as inputs from './attachment.inputs.js';
import { type Holder, type Holding, lockHolder, mayAttachTo } from './attachment.policy.js';
import { altTextOf, checkAccepted, checkNotInText, checkOneHolder, checkRoom } from './attachment.rules.js';
import type { Looked } from './look/look.js';

type AttachmentRow = Attachment & Row;

/** What is known of a file that waits. */
export type Seen = Omit<Looked, 'bytes'>;

/** A file that was shown to whoever attaches it, and is kept by now. */
export interface Accepted extends Seen {
  fileName: string;
  bytes: number;
  sha256: string;
}

/** Whether somebody may attach a file to this report or this item: asked before the first byte of one is taken in. */
export async function authoriseAttaching(
  database: Database,
  credential: Credential,
  { reportId, agendaItemId }: Holding,
): Promise<void> {
  await database.read(credential, async (reader) => {
    refuseReadOnly(reader.viewer);
    checkOneHolder(reportId, agendaItemId);
    const id = reportId || agendaItemId || '';
    const [seen] = await reader.query(
      'select id from reports where id = $1 union all select id from agenda_items where id = $2',
      [reportId || null, agendaItemId || null],
    );
    if (!seen) throw notFound();
    if (!(await mayAttachTo(reader, [id])).has(id))
      throw forbidden('Only those who write the report, or keep the meeting, may attach a file.');
  });
}

/** Checks what can be told without writing, and keeps the file: before the row that names it, never the other way round. */
export async function acceptFile(
  database: Database,
  credential: Credential,
  input: inputs.CreateAttachmentInput,
): Promise<Accepted> {
  await authoriseAttaching(database, credential, input);
  const { name, bytes, looked } = await database.read(credential, (reader) =>
    waitingFile<Seen>(reader, 'ATTACHMENT', input.uploadId),
  );
  checkAccepted(looked.findings, input.accepts);
  altTextOf(looked.kind, input.altText);
  return { ...looked, fileName: name, bytes: bytes.length, sha256: await keepFile(database, bytes) };
}

export async function createAttachment(
  work: Work,
  { id, uploadId: _, accepts, ...input }: inputs.CreateAttachmentInput,
  { findings, ...file }: Accepted,
): Promise<AttachmentRow> {
  checkOneHolder(input.reportId, input.agendaItemId);
  const holder = await lockHolder(work, input);
  // Without itself: it may be there from the first time it was tried.
  await checkThereIsRoom(work, besideIt(holder, input, id));
  if (!(await holdOnTo(work, file.sha256)))
    throw invalidInput([{ field: 'uploadId', message: 'There is no such file any more: send it again.' }]);
  const { partnershipId, audienceId, boardId, meetingId } = holder;
  return work.insertOnce<Attachment>(
    Attachment,
    id,
    { ...input, accepts, sha256: file.sha256 },
    {
      ...{ partnershipId, audienceId, boardId, meetingId, ...file, foundInside: findings },
      ...{ reportId: input.reportId ?? null, agendaItemId: input.agendaItemId ?? null, title: input.title },
      altText: altTextOf(file.kind, input.altText),
      position: await placeLast(work, besideIt(holder, input)),
      attachedById: work.viewer.people.get(partnershipId)?.id ?? null,
    },
  );
}

export async function updateAttachment(
  work: Work,
  input: inputs.UpdateAttachmentInput,
): Promise<AttachmentRow> {
  refuseCleared(input, ['title', 'altText']);
  const { row } = await lockAttachment(work, input.id);
  const { id: _, expectedVersion, ...given } = input;
  const patch = { ...given, ...(given.altText && { altText: altTextOf(row.kind, given.altText) }) };
  return work.update<Attachment>(Attachment, row, patch, { version: expectedVersion });
}

export async function moveAttachment(work: Work, input: inputs.MoveAttachmentInput): Promise<AttachmentRow> {
  const { row, holder } = await lockAttachment(work, input.id);
  const position = await placeAfter(work, besideIt(holder, row, row.id), input.afterId);
  return work.update<Attachment>(
    Attachment,
    row,
    { position },
    { version: input.expectedVersion, fieldOf: { position: 'afterId' } },
  );
}

export async function archiveAttachment(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<AttachmentRow> {
  const { row, holder } = await lockAttachment(work, input.id);
  if (!archived) await checkThereIsRoom(work, besideIt(holder, row, row.id));
  else if (row.reportId && formatOf(row.kind) === 'IMAGE') await checkLeftOut(work, row.id, row.reportId);
  return putAway<Attachment>(work, Attachment, row, input, archived) as Promise<AttachmentRow>;
}

/** What it hangs on is held before it: of two who order attachments the second waits. */
async function lockAttachment(work: Work, id: string): Promise<{ row: AttachmentRow; holder: Holder }> {
  const known = await work.find<Attachment>(Attachment, id);
  if (!known) throw notFound();
  const holder = await lockHolder(work, known);
  return { holder, row: await work.lock<Attachment>(Attachment, id) };
}

const besideIt = ({ partnershipId }: Holder, on: Holding, without: string | null = null): Siblings => ({
  partnershipId,
  tables: { attachments: 'holder_id = $1 and id is distinct from $2 and archived_at is null' },
  params: [on.reportId ?? on.agendaItemId, without],
});

async function checkThereIsRoom(work: Work, { tables, params }: Siblings): Promise<void> {
  const [beside] = await work.query<{ count: number }>(
    `select count(*)::int as count from attachments where ${tables.attachments}`,
    params,
  );
  checkRoom(beside?.count ?? 0);
}

async function checkLeftOut(work: Work, id: string, reportId: string): Promise<void> {
  const report = await work.find<Report>(Report, reportId);
  const sections = report && (await sectionsOfReports(work, [report])).get(reportId);
  for (const { blocks } of sections ?? []) checkNotInText(id, blocks);
}
