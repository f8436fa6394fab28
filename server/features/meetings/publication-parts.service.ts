import { type PackPart, type PublicationKind, PublicationStatus } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import { keepPackedVersions } from '../reports/report-version.service.js';
import { toBeBuilt } from './publication.build.js';
import type { PartContent } from './publication.content.js';
import { Publication, PublicationPart } from './publication.entity.js';
import { outlineOf } from './publication.outlines.js';
import { settleNewParts } from './publication.settling.js';

type PublicationRow = Publication & Row;

/** What a publication is of: a meeting, or the forward plan of a board. It is held until the end. */
export interface Subject {
  of: { partnershipId: string; boardId: string; meetingId: string | null };
  /** Who reads its public part once it is published. */
  opensTo: string;
  /** Who keeps as a record what was recalled. */
  recallsTo(): Promise<string>;
  kind(): Promise<PublicationKind>;
  /** Who sees while it waits that there is such a publication. */
  waitsFor(): Promise<string>;
  /** What it holds as it stands now; what it shows live of the plans, as at the moment it was prepared. */
  parts(asAt: string): Promise<PartContent[]>;
  /** Whether it may be published today; answers what is noted with it. */
  checkTime(open: PartContent, lateReason: string | null): Promise<{ dispatchBy: string | null }>;
}

interface Prepared {
  id?: string | undefined;
  lateReason?: string | null | undefined;
  /** What the server is called by. */
  origin: string;
}

/** Writes down what it holds, to be built from the commit on. What was prepared before and never published is put away. */
export async function writeDown(
  work: Work,
  subject: Subject,
  { origin, ...input }: Prepared,
  preparedById: string,
  check: (open: PartContent) => Promise<void> = async () => {},
): Promise<PublicationRow> {
  const { of } = subject;
  const publication = await work.insertOnce<Publication>(Publication, input.id, input, {
    ...{ ...of, audienceId: await subject.waitsFor(), kind: await subject.kind(), preparedById },
    status: PublicationStatus.BUILDING,
    lateReason: input.lateReason?.trim() || null,
  });
  const parts = await subject.parts(publication.createdAt);
  const [open] = parts;
  if (!open || open.restsOn.length === 0)
    throw ruleBroken('NOTHING_TO_PUBLISH', 'There is nothing here that the public may read.');
  await check(open);
  await work.withEveryAudience(of.partnershipId, async () => {
    const there = await work.query('select id from publication_parts where publication_id = $1', [
      publication.id,
    ]);
    if (there.length > 0) return;
    for (const { part, audienceId, pack, document, sha256, restsOn } of parts) {
      const row = await work.insert<PublicationPart>(PublicationPart, {
        ...{ ...of, publicationId: publication.id, audienceId, part, sha256, restsOn },
      });
      await work.query(
        'insert into publication_contents (id, audience_id, document, outline) values ($1, $2, $3, $4)',
        [row.id, audienceId, document, JSON.stringify(outlineOf(pack))],
      );
    }
    await settleNewParts(
      work,
      parts.flatMap(({ restsOn }) => restsOn),
    );
    await keepPackedVersions(
      work,
      parts.flatMap(({ reports }) => reports),
    );
    await work.query(PUT_AWAY_OTHERS, [of.boardId, publication.id, of.meetingId]);
    await toBeBuilt(work, publication, origin);
  });
  return publication;
}

/** Of what was prepared and never published, only the last is of use. */
const PUT_AWAY_OTHERS = `
  update publications set archived_at = clock_timestamp()
  where board_id = $1 and id <> $2 and meeting_id is not distinct from $3 and published_at is null and archived_at is null`;

interface SeenPart {
  id: string;
  part: PackPart;
  sha256: string;
}

/** Those of its parts that the actor sees. */
export async function seenParts(work: Work, publicationId: string): Promise<Map<PackPart, SeenPart>> {
  const rows = await work.query<SeenPart>(
    'select id, part, sha256 from publication_parts where publication_id = $1',
    [publicationId],
  );
  return new Map(rows.map((row) => [row.part, row]));
}

/** Which it is of those published for the same meeting, or of the same plan. */
export async function nextNumber(work: Work, { meetingId, boardId }: Subject['of']): Promise<number> {
  const [found] = await work.query<{ next: number }>(
    `select coalesce(max(number), 0) + 1 as next from publications
     where board_id = $1 and meeting_id is not distinct from $2`,
    [boardId, meetingId],
  );
  return found?.next ?? 1;
}
