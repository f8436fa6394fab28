import { setTimeout as sleep } from 'node:timers/promises';
import { PackFormat, PackPart, PublicationKind, PublicationStatus } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Database } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { Every } from '../../platform/jobs/every.js';
import { Board } from '../boards/board.entity.js';
import { Meeting } from './meeting.entity.js';
import { type PackFile, packsApart } from './pack/pack-apart.js';
import { readPack } from './pack/pack-document.js';
import { bytesFor } from './publication.attachments.js';
import { sha256Of } from './publication.content.js';
import { Publication, PublicationPart } from './publication.entity.js';

type PublicationRow = Publication & Row;

interface Taken {
  id: string;
  partnershipId: string;
  starts: number;
  /** What the server is called by, for addresses on paper. */
  origin: string;
}

interface PartToBuild {
  id: string;
  part: PackPart;
  document: string;
}

const FILE_NAMES: Readonly<Record<PackPart, string>> = { PUBLIC: 'agenda', FULL: 'full' };

/** What the files of a part are called at the addresses of its publication. */
export const fileNameOf = (kind: PublicationKind, part: PackPart): string =>
  kind === PublicationKind.FORWARD_PLAN ? 'forward-plan' : FILE_NAMES[part];

/** Whoever builds says that often that it is alive; after three times that long somebody else may take it up. */
const ALIVE_EVERY_MS = 5_000;
/** What was begun that often and never ended takes the process along that builds it: it is given up. */
const MOST_STARTS = 3;

const TAKE = `
  update publication_builds set taken_until = clock_timestamp() + interval '${(3 * ALIVE_EVERY_MS) / 1_000} s', starts = starts + 1
  where publication_id = $1 and taken_until < clock_timestamp()
  returning publication_id as id, partnership_id as "partnershipId", starts, origin`;
const ALIVE = `
  update publication_builds set taken_until = clock_timestamp() + interval '${(3 * ALIVE_EVERY_MS) / 1_000} s'
  where publication_id = $1 and starts = $2`;

const HOLD = `select starts from publication_builds where publication_id = $1 and starts = $2 for update`;

/** What is to be built and is in nobody’s hands. */
const UNBUILT = `select publication_id as id from publication_builds where taken_until < clock_timestamp() order by 1`;

/** From the commit of this verb on it is to be built, by whichever process comes first. */
export const toBeBuilt = (work: Work, { id, partnershipId }: PublicationRow, origin: string) =>
  work.query('insert into publication_builds (publication_id, partnership_id, origin) values ($1, $2, $3)', [
    id,
    partnershipId,
    origin,
  ]);

/**
 * Writes the files of what was prepared, one after another, each kept as it is done: what a process that was killed had
 * written already is not written again. Nobody waits for it: those who look on are told of each step as of any other
 * change. Of several processes one builds; what goes wrong stands in its status.
 */
export async function buildPublication(database: Database, id: string): Promise<void> {
  const [taken] = (await database.pool.query<Taken>(TAKE, [id])).rows;
  if (!taken) return;
  const done = new AbortController();
  const alive = staysAlive(database, taken, done.signal);
  try {
    if (taken.starts > MOST_STARTS)
      throw new Error(`Publication ${id} was begun ${MOST_STARTS} times and never ended.`);
    const { publication, parts } = await inside(database, taken, (work) => orderOf(work, id));
    const home = publication.meetingId
      ? `/public/meetings/${publication.meetingId}`
      : `/public/boards/${publication.boardId}`;
    const madeAt = new Date(publication.createdAt).toISOString();
    const orders = parts.map((part) => {
      const address = `${taken.origin}${part.part === PackPart.PUBLIC ? '/public' : ''}/publications/${id}`;
      const place = { home, address, fileName: fileNameOf(publication.kind, part.part) };
      const pack = readPack(part.document);
      return { part, pack, place, madeAt, files: () => bytesFor(database, pack) };
    });
    await packsApart(orders, (file, { part }) =>
      inside(database, taken, (work) => keepFile(work, publication, part, file)),
    );
    await inside(database, taken, (work) => finish(work, id));
  } catch (error) {
    await inside(database, taken, (work) => giveUp(work, id));
    throw error;
  } finally {
    done.abort();
    await alive;
  }
}

const LOOK_EVERY_MS = 5_000;

/** Takes up what a process that is gone had begun: at the start, and again and again. */
export const publicationBuilds = (database: Database, onTrouble: (error: unknown) => void): Every =>
  new Every(
    LOOK_EVERY_MS,
    async () => {
      const { rows } = await database.pool.query<{ id: string }>(UNBUILT);
      for (const { id } of rows) await buildPublication(database, id);
    },
    onTrouble,
  );

/**
 * Nobody does it any more once it was prepared: it goes by the clock, and sees all that its parts hold. Whoever was
 * believed to be gone, and another took it up, keeps nothing more.
 */
const inside = <T>(
  database: Database,
  { id, partnershipId, starts }: Taken,
  unit: (work: Work) => Promise<T>,
) =>
  database.writeByClock(async (work) => {
    const mine = await work.query(HOLD, [id, starts]);
    if (mine.length === 0) throw new Error(`Publication ${id} is being built by somebody else.`);
    return work.withEveryAudience(partnershipId, () => unit(work));
  });

async function staysAlive({ pool }: Database, { id, starts }: Taken, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(ALIVE_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
    // The database is away: whoever takes it up meanwhile finds what was kept.
    if (!signal.aborted) await pool.query(ALIVE, [id, starts]).catch(() => {});
  }
}

async function orderOf(
  work: Work,
  id: string,
): Promise<{ publication: PublicationRow; parts: PartToBuild[] }> {
  const publication = await held(work, id);
  const parts = await work.query<PartToBuild>(
    `select t.id, t.part, c.document from publication_parts t join publication_contents c on c.id = t.id
     where t.publication_id = $1 and (t.html_sha256 is null or t.pdf_sha256 is null or t.word_sha256 is null) order by t.part desc`,
    [id],
  );
  return { publication, parts };
}

/** What it is of is held first, as by all who do something with it. */
async function held(work: Work, id: string): Promise<PublicationRow> {
  const known = await work.find<Publication>(Publication, id);
  if (known?.meetingId) await work.lock(Meeting, known.meetingId);
  else if (known) await work.lock(Board, known.boardId);
  return work.lock<Publication>(Publication, id);
}

async function keepFile(
  work: Work,
  { id }: PublicationRow,
  part: PartToBuild,
  file: PackFile,
): Promise<void> {
  const publication = await held(work, id);
  const row = await work.lock<PublicationPart>(PublicationPart, part.id);
  const hash = `${file.format.toLowerCase()}Sha256` as 'htmlSha256' | 'pdfSha256' | 'wordSha256';
  if (publication.archivedAt !== null || row[hash] !== null) return;
  await work.query(
    `insert into publication_files (part_id, format, audience_id, bytes) values ($1, $2, $3, $4)`,
    [row.id, file.format, row.audienceId, file.bytes],
  );
  await work.update(PublicationPart, row, {
    [hash]: sha256Of(file.bytes),
    ...(file.pages !== null && { pages: file.pages }),
  });
  // How long the part for the seats takes is nobody’s to see: it is one step, and there always is one.
  if (part.part === PackPart.PUBLIC || file.format === PackFormat.WORD)
    await work.update(Publication, publication, { stepsDone: publication.stepsDone + 1 });
}

/** All its files are there; of what was put away meanwhile no more are wanted. */
async function finish(work: Work, id: string): Promise<void> {
  const publication = await held(work, id);
  await noMore(work, id);
  if (publication.status === PublicationStatus.BUILDING && publication.archivedAt === null)
    await work.update(Publication, publication, { status: PublicationStatus.PREPARED });
}

const noMore = (work: Work, id: string) =>
  work.query('delete from publication_builds where publication_id = $1', [id]);

async function giveUp(work: Work, id: string): Promise<void> {
  const publication = await held(work, id);
  await noMore(work, id);
  if (publication.status === PublicationStatus.BUILDING)
    await work.update(Publication, publication, { status: PublicationStatus.FAILED });
}
