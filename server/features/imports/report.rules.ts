import {
  COUNTED,
  type Count,
  type Counted,
  type FoundChange,
  type ImportReport,
  type KeptField,
} from './import-content.js';
import type { ImportPlan, PlannedItem } from './import-plan.js';
import type { Names } from './names.js';
import type { ParsedPlan } from './parsed-plan.js';
import { shorten } from './wording.rules.js';

/** What an import does, told: counts, what it could not take, what it keeps, and what it changes. Pure. */

const CHANGES_LISTED = 500;

export function reportOf(plan: ImportPlan, parsed: ParsedPlan, names: Names): ImportReport {
  return {
    counts: countsOf(plan.items),
    skipped: parsed.skipped,
    notes: plan.notes,
    owners: names.owners(),
    timings: plan.timings,
    references: plan.references,
    changes: plan.items.flatMap(changesOf).slice(0, CHANGES_LISTED),
    kept: [...plan.items.flatMap(keptOf), ...plan.kept],
    missing: plan.missing,
    left: [],
    about: {
      standing: idsOf(plan.items.filter(({ merged }) => merged.existing)),
      coming: idsOf(plan.items.filter(({ merged }) => !merged.existing)),
    },
    added: plan.items.flatMap(({ id, desired, merged }) =>
      desired.type === 'Action' && !merged.existing
        ? [{ itemId: id, label: desired.label, title: String(desired.values['title'] ?? '') }]
        : [],
    ),
  };
}

const idsOf = (items: readonly PlannedItem[]): string[] => [...new Set(items.map(itemOf))];

function countsOf(items: readonly PlannedItem[]): Record<Counted, Count> {
  const counts = Object.fromEntries(
    COUNTED.map((counted) => [counted, { create: 0, update: 0, unchanged: 0 }]),
  ) as Record<Counted, Count>;
  for (const { desired, merged } of items) {
    const count = counts[desired.counted];
    if (!merged.existing) count.create += 1;
    else if (changes(merged)) count.update += 1;
    else count.unchanged += 1;
  }
  return counts;
}

const changes = ({ patch, owners }: PlannedItem['merged']): boolean =>
  Object.keys(patch).length > 0 || owners !== null;

/** Of several columns that are one thing, the words are shown. */
const TOLD_BY_ANOTHER = /^(?:timing(?:Start|End|Precision|Recurrence)|toType|toPlanId|parentId)$/;

/** What a report or a cross-reference stands at decides who may read of it. */
const itemOf = ({ id, desired, place }: PlannedItem): string =>
  String(place['actionId'] ?? desired.initial['fromId'] ?? id);

function changesOf(planned: PlannedItem): FoundChange[] {
  const { desired, merged } = planned;
  const { existing, patch, owners } = merged;
  if (!existing) return [];
  const item = { itemId: itemOf(planned), itemType: desired.type, label: desired.label };
  const told = Object.entries(patch).filter(([field]) => !TOLD_BY_ANOTHER.test(field));
  const fields = told.map(([field, after]) => ({
    ...item,
    field,
    before: words(existing.values[field]),
    after: words(after),
  }));
  const named = (of: readonly (string | null)[][]) => of.map((owner) => owner[7]).join(' / ');
  return owners === null
    ? fields
    : [...fields, { ...item, field: 'owners', before: named(existing.owners), after: named(owners) }];
}

function keptOf(planned: PlannedItem): KeptField[] {
  const { desired, merged } = planned;
  return merged.kept.map(({ field, here, inFile }) => ({
    itemId: itemOf(planned),
    label: desired.label,
    field,
    here: words(here),
    inFile: words(inFile),
  }));
}

const words = (value: unknown): string | null =>
  value === null || value === undefined ? null : shorten(String(value), 500);
