import type { TextBlock, TextRun } from '../../../schema/report-text.js';
import { HEADING_LEVELS } from '../../../schema/report-text.js';
import { LiveBlockKind, RECOMMENDATIONS } from '../../../schema/report-words.js';
import type { Circle } from '../../platform/policy/audience.rules.js';
import { type Reader, readAsOf } from '../../platform/reading/reader.js';
import { seenByAll } from '../../platform/reading/sight.js';
import { liveBlock } from './live-block.reads.js';
import { paragraph } from './live-block.rules.js';
import type { Report } from './report.entity.js';
import { type Templated, templateOf } from './report-template.rules.js';
import { sectionsOfReports } from './report-text.service.js';

/** Blocks in which nothing is live any more. What was live begins with a heading that says of which moment it is. */
export type FrozenBlock =
  | Exclude<TextBlock, { kind: 'live' | 'heading' }>
  | (Extract<TextBlock, { kind: 'heading' }> & { asAt?: string });

export interface FrozenReport {
  title: string;
  sections: { key: string; title: string; blocks: FrozenBlock[] }[];
  /** The items of plans that what was live tells of. */
  restsOn: string[];
}

/** Sees what everybody in a circle sees, at a moment. */
export interface CommonSight {
  common: Reader;
  asAt: string;
}

interface Settling extends CommonSight {
  restsOn: Set<string>;
}

/** By how the circle is drawn, whoever asks. Call it under every audience. */
export const commonSight = async (
  reader: Reader,
  partnershipId: string,
  { circle, asAt }: { circle: Circle; asAt: string },
): Promise<CommonSight> => ({
  common: readAsOf(await seenByAll(reader, partnershipId, circle), asAt),
  asAt,
});

const SAID: Record<string, string> = {
  NOTE: 'note',
  APPROVE: 'approve',
  CONSIDER: 'consider',
  AGREE: 'agree',
};

/**
 * A report as plain blocks, with what it shows live settled as everybody in a circle sees it, at a moment. So a paper tells no reader what they could not read in the plans themselves. Its own
 * words are taken as they are: whom they are for is asked before. Sections with nothing in them are left out. Call it
 * under every audience.
 */
export async function frozenBlocks(
  reader: Reader,
  report: Pick<Report, 'title'> & Templated & { id: string },
  shared: CommonSight,
): Promise<FrozenReport | null> {
  const settling: Settling = { ...shared, restsOn: new Set() };
  const written = (await sectionsOfReports(reader, [report])).get(report.id);
  if (!written) return null;
  const recommendations = await reader.query<{ verb: string | null; text: string }>(
    `select verb, text from report_recommendations where report_id = $1 and archived_at is null order by position, id`,
    [report.id],
  );
  const sections: FrozenReport['sections'] = [];
  for (const { key, title } of templateOf(report).sections) {
    const said = written.find((section) => section.key === key)?.blocks ?? [];
    const blocks = [
      ...(await settled(settling, said)),
      ...(key === RECOMMENDATIONS ? listOf(recommendations) : []),
    ];
    if (blocks.some(isSaid)) sections.push({ key, title, blocks });
  }
  return { title: report.title, sections, restsOn: [...settling.restsOn] };
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
async function settled(settling: Settling, blocks: readonly TextBlock[]): Promise<FrozenBlock[]> {
  const all: FrozenBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'live') {
      all.push(await withinIt(settling, block));
      continue;
    }
    const { common, asAt, restsOn } = settling;
    const shown = await liveBlock(common, LiveBlockKind[block.shows as LiveBlockKind], block.itemId);
    if (!shown) continue;
    const level = HEADING_LEVELS[0] ?? 3;
    all.push({ kind: 'heading', level, runs: [{ text: shown.title }], asAt });
    all.push(...(shown.blocks as FrozenBlock[]));
    for (const id of shown.restsOn) restsOn.add(id);
  }
  return all;
}

/** The same in the items of a list and the cells of a table. */
async function withinIt(settling: Settling, block: FrozenBlock): Promise<FrozenBlock> {
  if (block.kind === 'list') {
    const items: TextBlock[][] = [];
    for (const item of block.items) items.push((await settled(settling, item)) as TextBlock[]);
    return { ...block, items };
  }
  if (block.kind !== 'table') return block;
  const rows: typeof block.rows = [];
  for (const row of block.rows) {
    const cells: (typeof row)[number][] = [];
    for (const cell of row)
      cells.push({ ...cell, blocks: (await settled(settling, cell.blocks)) as TextBlock[] });
    rows.push(cells);
  }
  return { ...block, rows };
}
