import { CrossReferenceStatus, ItemType } from '../../../schema/vocabulary.js';
import { NOBODY_LOOKED } from '../cross-references/mention.service.js';
import { plainNumber } from '../cross-references/prose.grammar.js';
import { type ReferenceTarget, type Resolution, resolveReference } from '../cross-references/prose.rules.js';
import type { Desired, DesiredReference, FoundReference } from './import-content.js';
import { shorten } from './wording.rules.js';

/** Something of the plan, as it will stand, that a reference can lead to. */
export interface Target extends ReferenceTarget {
  type: ItemType;
  label: string;
  title: string;
  /** The organisation that answers for it. */
  accountableId: string | null;
  /** Where it is at home, if not in the plan the file is of. */
  planId?: string;
  /** Seen by fewer than see the plan. */
  isNarrow: boolean;
}

/** Where a reference leads among what its importer sees, and among what everybody sees who sees the plan. */
interface Resolved {
  forImporter: Resolution;
  forAll: Resolution;
}

const SHOWN = 5;

/** Leads the references of a file’s sentences to what they name in the plan; what leads nowhere is kept, with the reason. */
export class References {
  private readonly byId: ReadonlyMap<string, Target>;
  private readonly byWorkstream = new Map<string, Target[]>();
  private readonly resolved = new Map<string, Resolved>();

  constructor(
    private readonly planId: string,
    private readonly targets: readonly Target[],
    private readonly idOf: (type: ItemType, key: string) => string | null,
  ) {
    this.byId = new Map(targets.map((target) => [target.id, target]));
    for (const target of targets) {
      if (target.workstream === null) continue;
      const inside = this.byWorkstream.get(keyOf(target.workstream));
      if (inside) inside.push(target);
      else this.byWorkstream.set(keyOf(target.workstream), [target]);
    }
  }

  /** Each promise once, however often its item says it. */
  read(found: readonly DesiredReference[]): { item: Desired; told: FoundReference }[] {
    const seen = new Set<string>();
    return found.flatMap((one) => {
      const fromId = this.idOf(one.fromType, one.fromKey);
      if (fromId === null) return [];
      const resolution = this.resolve(one);
      const to =
        'found' in resolution.forImporter ? this.byId.get(resolution.forImporter.found.id) : undefined;
      const key = `${one.fromKey}/ref/${one.kind}/${one.workstream ?? ''}/${one.reference ?? ''}`;
      const same = to ? `${fromId} ${one.kind} ${to.id}` : key;
      if (to?.id === fromId || seen.has(same) || seen.has(key)) return [];
      seen.add(same).add(key);
      return [this.write(one, key, fromId, to ?? null, resolution.forAll)];
    });
  }

  private write(
    one: DesiredReference,
    key: string,
    fromId: string,
    to: Target | null,
    resolution: Resolution,
  ) {
    const from = this.byId.get(fromId);
    const candidates =
      to === null && 'candidates' in resolution ? resolution.candidates.map(({ id }) => this.named(id)) : [];
    const reason = to === null ? reasonOf(resolution, one, candidates) : null;
    const isOwn = to !== null && from?.accountableId === to.accountableId && to.accountableId !== null;
    const item: Desired = {
      type: 'CrossReference',
      counted: 'crossReferences',
      key,
      label: `${from?.label ?? 'An item'}: “${shorten(one.text)}”`,
      source: null,
      values: {
        toId: to?.id ?? null,
        toType: to?.type ?? null,
        toPlanId: to ? (to.planId ?? this.planId) : null,
        unresolvedBecause: reason,
      },
      initial: {
        fromType: one.fromType,
        fromId,
        kind: one.kind,
        textAsWritten: one.text,
        // Between two things of one organisation nobody else need be asked.
        status: isOwn ? CrossReferenceStatus.CONFIRMED : CrossReferenceStatus.PROPOSED,
      },
      owners: null,
      workstreamKey: null,
      parentKey: null,
    };
    const told = {
      itemId: fromId,
      label: from?.label ?? '',
      text: one.text,
      kind: one.kind,
      toId: to?.id ?? null,
      to: to?.label ?? null,
      candidates,
      reason,
    };
    return { item, told };
  }

  private named(id: string): string {
    const target = this.byId.get(id);
    return target ? `${target.label} “${shorten(target.title, 60)}”` : '';
  }

  /** Looked up once, and among the workstream’s own: a plan of thousands names one reference many times. */
  private resolve({ workstream, reference, within }: DesiredReference): Resolved {
    const inside = workstream ?? within;
    const at = `${inside ?? ''} ${reference ?? ''}`;
    let resolution = this.resolved.get(at);
    if (!resolution) {
      const isPriority = reference?.startsWith('Priority') ?? false;
      const isName = workstream !== null && !/^\d/.test(workstream);
      const among =
        inside === null || isPriority || isName ? this.targets : (this.byWorkstream.get(keyOf(inside)) ?? []);
      const lookUp = (targets: readonly Target[]) =>
        resolveReference({ workstream, reference }, within, targets);
      resolution = { forImporter: lookUp(among), forAll: lookUp(among.filter(({ isNarrow }) => !isNarrow)) };
      this.resolved.set(at, resolution);
    }
    return resolution;
  }
}

/** Kept for all who see the plan: what only some of them see is neither counted nor named. */
function reasonOf(
  resolution: Resolution,
  { reference }: DesiredReference,
  candidates: readonly string[],
): string {
  if ('missing' in resolution) return resolution.missing;
  if ('found' in resolution) return NOBODY_LOOKED;
  return `There are ${candidates.length} called ${reference ?? 'that'}: ${candidates.slice(0, SHOWN).join(' or ')}`;
}

const keyOf = (workstream: string): string => plainNumber(workstream.trim()).toUpperCase();
