import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { Reader } from '../../platform/reading/reader.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { checkGround } from './forward-plan-entry.rules.js';
import { checkNotice, type Noticed, type Told } from './forward-plan-notice.rules.js';
import type { Meeting } from './meeting.entity.js';
import { type PackItem, readPack } from './pack/pack-document.js';

/** Refuses a forward plan with something confidential on it that does not say by what right. */
export async function checkGroundsOfLines(work: Work, entryIds: readonly string[]): Promise<void> {
  const lines = await work.query<{ id: string; boardIds: string[] } & Parameters<typeof checkGround>[0]>(
    `select e.id, e.title, e.board_ids as "boardIds", e.is_confidential as "isConfidential",
       e.exemption_paragraphs as "exemptionParagraphs", e.private_reason as "privateReason"
     from forward_plan_entries e where e.id = any ($1::uuid[]) and e.is_confidential order by e.created_at, e.id`,
    [entryIds],
  );
  const rules = await rulesOfBoards(work, boardsOf(lines));
  for (const line of lines)
    checkGround(
      line,
      line.boardIds.flatMap((id) => rules.get(id) ?? []),
    );
}

const boardsOf = (lines: readonly { boardIds: string[] }[]): string[] => [
  ...new Set(lines.flatMap(({ boardIds }) => boardIds)),
];

type NoticedRow = Noticed & { boardIds: string[] };

/** Refuses a forward plan that tells too late of something on it. */
export async function checkNoticeOfLines(work: Work, entryIds: readonly string[]): Promise<void> {
  const lines = await work.query<NoticedRow>(
    `${NOTICED}, m.meets_on::text as "meetsOn" from forward_plan_entries e left join meetings m on m.id = e.meeting_id and m.status <> 'CANCELLED'
     where e.id = any ($1::uuid[]) order by m.meets_on, e.id`,
    [entryIds],
  );
  await check(work, lines);
}

/**
 * Refuses an agenda with a key decision, or with business in private, that no forward plan told of in time: on it, it is
 * considered that day. Of what whoever publishes does not see nothing is told.
 */
export async function checkNoticeOfAgenda(
  work: Work,
  { id, meetsOn, boardIds }: Meeting & Row,
): Promise<void> {
  const lines = await work.query<Omit<NoticedRow, 'meetsOn' | 'boardIds'>>(
    `${NOTICED} from forward_plan_entries e join agenda_items i on i.forward_plan_entry_id = e.id
     where i.meeting_id = $1 and i.archived_at is null and (e.is_key_decision or e.is_confidential) order by i.position, e.id`,
    [id],
  );
  await check(
    work,
    lines.map((line) => ({ ...line, meetsOn, boardIds })),
  );
}

async function check(work: Work, lines: readonly NoticedRow[]): Promise<void> {
  const boardIds = boardsOf(lines);
  const rules = await rulesOfBoards(work, boardIds);
  const told = await toldOf(work, boardIds);
  for (const line of lines)
    checkNotice(
      line,
      line.boardIds.flatMap((id) => rules.get(id) ?? []),
      told.get(line.id) ?? [],
      work.today,
    );
}

/** What the forward plans of some boards tell that stand published: of each line, and since when. */
export async function toldOf(
  reader: Pick<Reader, 'query'>,
  boardIds: readonly string[],
): Promise<Map<string, Told[]>> {
  const told = new Map<string, Told[]>();
  for (const { on, items } of await plansOut(reader, boardIds))
    for (const { id, planned } of items)
      if (id && planned)
        told.set(id, [
          ...(told.get(id) ?? []),
          {
            publishedOn: on,
            decidesOn: planned.decidesOn,
            isKeyDecision: planned.isKeyDecision,
            isPrivate: planned.privateReason !== null,
          },
        ]);
  return told;
}

/** The forward plans of some boards that stand published, the latest last. */
export async function plansOut(
  reader: Pick<Reader, 'query'>,
  boardIds: readonly string[],
): Promise<{ on: string; items: readonly PackItem[] }[]> {
  const plans = await reader.query<{ on: string; document: string }>(PUBLISHED_PLANS, [boardIds]);
  return plans.map(({ on, document }) => ({ on, items: readPack(document).items }));
}

const NOTICED = `
  select e.id, e.title, e.board_ids as "boardIds", e.is_key_decision as "isKeyDecision", e.is_confidential as "isConfidential",
    e.notice_exception as "noticeException", e.notice_exception_reason as "noticeExceptionReason"`;

/** Nothing is planned for longer than two years; what was told before that is told again since. */
const PUBLISHED_PLANS = `
  select (b.published_at at time zone 'Europe/London')::date::text as on, c.document
  from publications b join publication_parts t on t.publication_id = b.id join publication_contents c on c.id = t.id
  where b.board_id = any ($1::uuid[]) and b.meeting_id is null and b.status = 'PUBLISHED'
    and b.published_at > now() - interval '2 years'
  order by b.published_at, b.id`;
