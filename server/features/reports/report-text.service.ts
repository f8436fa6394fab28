import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { LARGEST_PIECE, type SectionText } from '../../../schema/report-text.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { imagesIn } from '../attachments/attachment.rules.js';
import { Report } from './report.entity.js';
import { authoriseReport } from './report.policy.js';
import { checkInUse } from './report.rules.js';
import { type Templated, templateOf } from './report-template.rules.js';
import type { PointInReportInput, WriteReportInput } from './report-text.inputs.js';
import {
  bytesOf,
  gathered,
  hashOfSections,
  notUnderstood,
  sectionsIn,
  take,
  textFrom,
} from './report-text.rules.js';
import { pageKey } from './report-writers.js';

type ReportRow = Report & Row;

interface TextRow {
  id: string;
  state: Buffer;
  seq: number;
  gatheredSeq: number;
  contentHash: string;
  toldHash: string;
}

/** So many pieces are kept apart before they are gathered into one. */
const GATHER_EVERY = 50;
/** Whoever never pauses is told of in the log all the same, so often. */
const TELL_EVERY_MS = 60_000;

const COLUMNS = `t.id, t.state, t.seq, t.gathered_seq as "gatheredSeq", t.content_hash as "contentHash", t.told_hash as "toldHash"`;

export const keysOf = (report: Templated) => templateOf(report).sections.map(({ key }) => key);

/** The empty text that a report begins with. */
export async function beginText(work: Work, report: ReportRow): Promise<void> {
  const doc = new Y.Doc();
  const hash = hashOfSections(sectionsIn(doc, keysOf(report)));
  await work.query(
    `insert into report_texts (id, audience_id, state, content_hash, told_hash) values ($1, $2, $3, $4, $4) on conflict do nothing`,
    [report.id, report.audienceId, Buffer.from(Y.encodeStateAsUpdate(doc)), hash],
  );
}

/**
 * Takes a piece of writing, if whoever sent it may write at this very moment. The report is held meanwhile: whoever
 * narrows it waits for this piece, and every piece after waits for the narrowing.
 */
export async function writeReport(work: Work, input: WriteReportInput): Promise<ReportRow> {
  const report = await work.lock<Report>(Report, input.id);
  await authoriseReport(work, report, 'write');
  checkInUse(report);
  const text = await textRow(work, report.id);
  let hash = text.contentHash;
  if (input.update) {
    const keys = keysOf(report);
    const doc = await docOf(work, text);
    const piece = take(doc, bytesOf(input.update, LARGEST_PIECE), keys);
    if (piece) {
      const state = gathered(doc);
      const sections = sectionsIn(doc, keys);
      await checkImages(work, report.id, sections);
      hash = hashOfSections(sections);
      await keepPiece(work, report, text, { piece, state, hash });
    }
  }
  return tellOfWriting(work, report, text, hash, input.isPause);
}

/** An image in the text is one that is attached to this report: of any other nobody learns whether there is one. */
async function checkImages(work: Work, reportId: string, sections: readonly SectionText[]): Promise<void> {
  const shown = new Set(sections.flatMap(({ blocks }) => imagesIn(blocks)));
  if (shown.size === 0) return;
  const known = await work.query(
    `select id from attachments where report_id = $1 and id = any ($2::uuid[]) and kind in ('PNG', 'JPEG')`,
    [reportId, [...shown]],
  );
  if (known.length < shown.size) throw notUnderstood();
}

async function keepPiece(
  work: Work,
  report: ReportRow,
  text: TextRow,
  { piece, state, hash }: { piece: Uint8Array; state: Uint8Array; hash: string },
): Promise<void> {
  const seq = text.seq + 1;
  const personId = work.viewer.people.get(report.partnershipId)?.id ?? null;
  await work.query(
    `insert into report_updates (id, seq, audience_id, piece, person_id) values ($1, $2, $3, $4, $5)`,
    [report.id, seq, report.audienceId, Buffer.from(piece), personId],
  );
  if (seq - text.gatheredSeq >= GATHER_EVERY) {
    await work.query(
      `update report_texts set seq = $2, content_hash = $3, state = $4, gathered_seq = $2 where id = $1`,
      [report.id, seq, hash, Buffer.from(state)],
    );
    // The latest stay for a while: those who listen are told piece by piece.
    await work.query(`delete from report_updates where id = $1 and seq <= $2`, [report.id, text.gatheredSeq]);
  } else
    await work.query(`update report_texts set seq = $2, content_hash = $3 where id = $1`, [
      ...[report.id, seq, hash],
    ]);
  work.poke('reports', JSON.stringify({ id: report.id }));
}

/** The log tells of writing when whoever writes pauses, and now and then while they do not: never of each key. */
async function tellOfWriting(
  work: Work,
  report: ReportRow,
  text: TextRow,
  hash: string,
  isPause: boolean,
): Promise<ReportRow> {
  const since = Date.now() - Date.parse(report.textChangedAt ?? report.createdAt);
  if (hash === text.toldHash || !(isPause || since > TELL_EVERY_MS)) return report;
  await work.query(`update report_texts set told_hash = $2 where id = $1`, [report.id, hash]);
  return work.update<Report>(Report, report, {
    textChangedAt: new Date().toISOString(),
    textChangedById: work.viewer.people.get(report.partnershipId)?.id ?? null,
  });
}

/** Tells others where in the text somebody is. Nothing of it is kept. */
export async function pointInReport(work: Work, input: PointInReportInput): Promise<ReportRow> {
  const report = await work.find<Report>(Report, input.id);
  if (!report) throw notFound();
  await authoriseReport(work, report, 'write');
  const personId = work.viewer.people.get(report.partnershipId)?.id;
  const { id, cursor = null } = input;
  const pointed = { personId, key: pageKey(input.key), cursor };
  if (personId) work.poke('reports', JSON.stringify({ id, pointed }));
  return report;
}

async function textRow(reader: Pick<Reader, 'query'>, id: string): Promise<TextRow> {
  const [text] = await reader.query<TextRow>(`select ${COLUMNS} from report_texts t where t.id = $1`, [id]);
  if (!text) throw notFound();
  return text;
}

async function docOf(reader: Pick<Reader, 'query'>, text: TextRow): Promise<Y.Doc> {
  const pieces = await reader.query<{ piece: Buffer }>(
    `select piece from report_updates where id = $1 and seq > $2 order by seq`,
    [text.id, text.gatheredSeq],
  );
  return textFrom(
    text.state,
    pieces.map(({ piece }) => piece),
  );
}

/** The text of a report as it is; null when it is missing or not the reader’s. */
export async function textOf(
  reader: Pick<Reader, 'query'>,
  id: string,
): Promise<{ doc: Y.Doc; seq: number } | null> {
  const [text] = await reader.query<TextRow>(`select ${COLUMNS} from report_texts t where t.id = $1`, [id]);
  return text ? { doc: await docOf(reader, text), seq: text.seq } : null;
}

/** What stands in the sections of reports. */
export async function sectionsOfReports(
  reader: Pick<Reader, 'query'>,
  reports: readonly (Templated & { id: string })[],
): Promise<Map<string, SectionText[]>> {
  const ids = reports.map(({ id }) => id);
  const texts = await reader.query<TextRow>(
    `select ${COLUMNS} from report_texts t where t.id = any ($1::uuid[])`,
    [ids],
  );
  const pieces = await reader.query<{ id: string; piece: Buffer }>(
    `select u.id, u.piece from report_updates u join report_texts t on t.id = u.id
     where u.id = any ($1::uuid[]) and u.seq > t.gathered_seq order by u.seq`,
    [ids],
  );
  const byId = new Map(texts.map((text) => [text.id, text]));
  return new Map(
    reports.flatMap((report) => {
      const text = byId.get(report.id);
      if (!text) return [];
      const own = pieces.filter(({ id }) => id === report.id).map(({ piece }) => piece);
      return [[report.id, sectionsIn(textFrom(text.state, own), keysOf(report))]];
    }),
  );
}

/**
 * What was cleared or signed off was the report in these words: its title, its text, what it recommends and what is
 * attached, each apart from the next.
 */
export async function hashesOfReports(
  reader: Pick<Reader, 'query'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader.query<{ id: string; words: string }>(WORDS, [[...new Set(ids)]]);
  return new Map(rows.map(({ id, words }) => [id, createHash('sha256').update(words).digest('hex')]));
}

const WORDS = `
  select r.id, jsonb_build_array(r.title, t.content_hash,
    (select jsonb_agg(jsonb_build_array(c.verb, c.text) order by c.position, c.id) from report_recommendations c
     where c.report_id = r.id and c.archived_at is null),
    (select jsonb_agg(jsonb_build_array(a.title, a.alt_text, a.sha256) order by a.position, a.id) from attachments a
     where a.report_id = r.id and a.archived_at is null))::text as words
  from reports r join report_texts t on t.id = r.id where r.id = any ($1::uuid[])`;

/** Nobody answers for words they have not read: what somebody else wrote meanwhile is looked at first. */
export async function checkSeen(work: Work, reportId: string, seenHash: string): Promise<string> {
  const now = (await hashesOfReports(work, [reportId])).get(reportId) ?? '';
  if (seenHash !== now)
    throw ruleBroken(
      'NOT_SEEN',
      'The report was changed since you read it: look at it as it now stands, and say it again.',
    );
  return now;
}
