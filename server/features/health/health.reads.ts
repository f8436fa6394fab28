import { HealthFindingKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy, listed, toListed, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { headsOf } from '../cross-references/item.reads.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { type Body, type HealthAsk, type Line, linesOf } from './finding.reads.js';
import { sentenceOf } from './health.rules.js';

const kinds = Object.values(HealthFindingKind);

/** What is amiss within a plan or a partnership, as rows to read on from. */
export async function healthOf(reader: Reader, ask: HealthAsk): Promise<Row> {
  const lines = groupBy(await linesOf(reader, ask), ({ line }) => line);
  const found = lines.get('FOUND') ?? [];
  const findings = groupBy(await told(reader, found), ({ kind }) => kind as string);
  const counts = countsIn(lines.get('ALL') ?? []);
  const totals = new Map(counts.map(({ kind, total }) => [kind, total]));
  const of = (body: Body) => bodiesIn(lines.get(body) ?? []);
  return {
    id: ask.within,
    total: sumOf(counts),
    sections: kinds.map((kind) => ({
      kind,
      total: totals.get(kind) ?? 0,
      findings: findings.get(kind) ?? [],
    })),
    byOrganisation: of('ORGANISATION'),
    byBoard: of('BOARD'),
    byAbu: of('ABU'),
  };
}

/** The findings with their sentences, the items in them named all at once. */
async function told(reader: Reader, found: readonly Line[]): Promise<Row[]> {
  const heads = await headsOf(reader, [...new Set(found.flatMap(({ itemIds }) => itemIds))]);
  return found.map(({ kind, key, referenceIds, itemIds, ...facts }) => {
    const items = itemIds.flatMap((id) => heads.get(id) ?? []);
    const sentence = sentenceOf({ ...facts, kind, items, crossReferences: referenceIds.length });
    return { id: `${kind} ${key}`, kind, sentence, referenceIds };
  });
}

const countsIn = (lines: readonly Line[]) => lines.map(({ kind, total }) => ({ kind, total: total ?? 0 }));
const sumOf = (counts: readonly { total: number }[]) => counts.reduce((sum, { total }) => sum + total, 0);

/** Each body with what concerns it, most first. */
function bodiesIn(lines: readonly Line[]): Row[] {
  const bodies = [...groupBy(lines, ({ key }) => key ?? '')].map(([id, of]) => {
    const counts = countsIn(of).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    return { id, kinds: counts, total: sumOf(counts) };
  });
  return bodies.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}

defineReads('CrossReferenceHealth', {
  sections: listed('sections', 'HealthSection'),
  byOrganisation: listed('byOrganisation', 'OrganisationHealth'),
  byBoard: listed('byBoard', 'BoardHealth'),
  byAbu: listed('byAbu', 'AbuHealth'),
});
defineReads('HealthSection', { findings: listed('findings', 'HealthFinding') });
defineReads('HealthFinding', { crossReferences: toListed(() => CrossReference, 'referenceIds') });
defineReads('OrganisationHealth', { organisation: toOne(() => Organisation, 'id') });
defineReads('BoardHealth', { board: toOne(() => Board, 'id') });
defineReads('AbuHealth', { abu: toOne(() => AccountableBusinessUnit, 'id') });
