import type { TextBlock, TextRun } from '../../../schema/report-text.js';
import { HEADING_LEVELS } from '../../../schema/report-text.js';
import { LiveBlockKind } from '../../../schema/report-words.js';
import type { Circle } from '../../platform/policy/audience.rules.js';
import { type Reader, readAsOf } from '../../platform/reading/reader.js';
import { seenByAll } from '../../platform/reading/sight.js';
import { liveBlock } from './live-block.reads.js';
import { paragraph } from './live-block.rules.js';
import type { Report } from './report.entity.js';
import { templateOf } from './report-template.content.js';
import { sectionsOfReports } from './report-text.service.js';

/** Blocks in which nothing is live any more: what a pack is made of. */
export type FrozenBlock = Exclude<TextBlock, { kind: 'live' }>;

export interface FrozenReport {
  title: string;
  sections: { key: string; title: string; blocks: FrozenBlock[] }[];
}

const SAID: Record<string, string> = {
  NOTE: 'note',
  APPROVE: 'approve',
  CONSIDER: 'consider',
  AGREE: 'agree',
};

/**
 * A report as plain blocks, with what it shows live settled: as everybody in a circle sees it and the reader too, at a
 * moment or now. So a paper tells no reader what they could not read in the plans themselves. Null when its text is not
 * the reader’s to see; sections with nothing in them are left out.
 */
export async function frozenBlocks(
  reader: Reader,
  report: Pick<Report, 'partnershipId' | 'title' | 'template' | 'templateVersion'> & { id: string },
  { asOf, circle }: { asOf: string | null; circle: Circle },
): Promise<FrozenReport | null> {
  const common = readAsOf(await seenByAll(reader, report.partnershipId, circle), asOf);
  const written = (await sectionsOfReports(reader, [report])).get(report.id);
  if (!written) return null;
  const recommendations = await reader.query<{ verb: string | null; text: string }>(
    `select verb, text from report_recommendations where report_id = $1 and archived_at is null order by position, id`,
    [report.id],
  );
  const sections: FrozenReport['sections'] = [];
  for (const { key, title } of templateOf(report.template, report.templateVersion).sections) {
    const said = written.find((section) => section.key === key)?.blocks ?? [];
    const blocks = [
      ...(await settled(common, said)),
      ...(key === 'recommendations' ? listOf(recommendations) : []),
    ];
    if (blocks.some(isSaid)) sections.push({ key, title, blocks });
  }
  return { title: report.title, sections };
}

/** The board is asked, number by number. */
function listOf(recommendations: readonly { verb: string | null; text: string }[]): FrozenBlock[] {
  if (recommendations.length === 0) return [];
  const runs = ({ verb, text }: { verb: string | null; text: string }): TextRun[] =>
    verb ? [{ text: `To ${SAID[verb] ?? verb.toLowerCase()} `, strong: true }, { text }] : [{ text }];
  const items = recommendations.map((one): FrozenBlock[] => [{ kind: 'paragraph', runs: runs(one) }]);
  return [paragraph('The board is asked:') as FrozenBlock, { kind: 'list', ordered: true, items }];
}

const isSaid = (block: FrozenBlock): boolean => block.kind !== 'paragraph' || block.runs.length > 0;

/** In place of each live block, a heading and what it shows; nothing of one that not everybody sees. */
async function settled(common: Reader, blocks: readonly TextBlock[]): Promise<FrozenBlock[]> {
  const all: FrozenBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'live') {
      all.push(await withinIt(common, block));
      continue;
    }
    const shown = await liveBlock(common, LiveBlockKind[block.shows as LiveBlockKind], block.itemId);
    if (!shown) continue;
    const level = HEADING_LEVELS[0] ?? 3;
    all.push({ kind: 'heading', level, runs: [{ text: shown.title }] });
    all.push(...(shown.blocks as FrozenBlock[]));
  }
  return all;
}

/** The same in the items of a list and the cells of a table. */
async function withinIt(common: Reader, block: FrozenBlock): Promise<FrozenBlock> {
  if (block.kind === 'list') {
    const items: FrozenBlock[][] = [];
    for (const item of block.items) items.push(await settled(common, item));
    return { ...block, items };
  }
  if (block.kind !== 'table') return block;
  const rows: typeof block.rows = [];
  for (const row of block.rows) {
    const cells: (typeof row)[number][] = [];
    for (const cell of row) cells.push({ ...cell, blocks: await settled(common, cell.blocks) });
    rows.push(cells);
  }
  return { ...block, rows };
}
