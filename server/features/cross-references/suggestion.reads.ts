import type { Row } from '../../platform/db/base.js';
import { type Batch, defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { headOf, toItem } from './item.reads.js';
import { foundIn, mentionsIn, unresolvedBecause } from './mention.service.js';

/** What the references in a text lead to, as rows to read on from. Nothing when the item is not visible. */
export async function suggestionsIn(reader: Reader, at: string, text: string): Promise<Row[]> {
  const item = await headOf(reader, at);
  if (!item) return [];
  const mentions = await mentionsIn(reader, item, text);
  if (mentions.length === 0) return [];
  const made = await reader.query<{ to: string }>(
    `select to_id as to from cross_references where from_id = $1 and to_id is not null and archived_at is null`,
    [at],
  );
  const referenced = new Set(made.map(({ to }) => to));
  return mentions.map((mention, i) => {
    const itemId = foundIn(mention);
    const candidates = 'candidates' in mention.resolution ? mention.resolution.candidates : [];
    const { text: words, start, end, kind, workstream, reference, types } = mention;
    return {
      ...{ id: String(i), text: words, start, end, kind, workstream, reference },
      itemId,
      itemType: itemId && types.get(itemId),
      mayLeadTo: candidates.map(({ id }): Row => ({ id, itemId: id, itemType: types.get(id) })),
      unresolvedBecause: unresolvedBecause(mention),
      isReferenced: itemId !== null && referenced.has(itemId),
    };
  });
}

const item = toItem('itemType', 'itemId');

/** Every candidate of every suggestion, read as one item each. */
const candidates: FieldRead = {
  needs: [],
  read: async (batch: Batch) => {
    const pointing = (row: Row) => row['mayLeadTo'] as Row[];
    const found = new Map<Row, unknown>();
    await item.read({
      ...batch,
      rows: batch.rows.flatMap(pointing),
      give: (row, value) => found.set(row, value),
    });
    for (const row of batch.rows)
      batch.give(
        row,
        pointing(row).flatMap((one) => found.get(one) ?? []),
      );
  },
};

defineReads('CrossReferenceSuggestion', { item, candidates });
