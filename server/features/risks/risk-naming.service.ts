import { CrossReferenceKind, CrossReferenceStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { headOf, headsOf, type ItemHead } from '../cross-references/item.reads.js';
import { foundIn, mentionsIn, unresolvedForAllBecause } from '../cross-references/mention.service.js';
import { audienceOfBoth, statusBetween } from '../cross-references/promise.service.js';
import type { Risk } from './risk.entity.js';

type RiskRow = Risk & Row;

/** One action that a risk’s words name, or one name that was not recognised. */
interface Named {
  toId: string | null;
  textAsWritten: string;
  unresolvedBecause: string | null;
}

interface Made extends Named {
  id: string;
}

const words = (risk: RiskRow | null) => [risk?.cause, risk?.event, risk?.effect].filter(Boolean).join('\n');

/**
 * “B1–B4 may not be delivered”: what a risk’s words name becomes cross-references, a name that is not recognised too.
 * When the words change, those made from words that are gone are withdrawn; what somebody wrote by hand stays.
 */
export async function nameActions(work: Work, before: RiskRow | null, risk: RiskRow): Promise<void> {
  if (words(before) === words(risk)) return;
  const from = await headOf(work, risk.id);
  if (!from) return;
  const named = await namesIn(work, from, words(risk));
  const made = before ? await madeFrom(work, risk.id) : [];
  const was = before ? await namesIn(work, from, words(before)) : [];
  for (const reference of made) {
    const still = named.find((name) => isFrom(name, reference));
    if (still?.textAsWritten === reference.textAsWritten) continue;
    const current = { ...reference } as Row;
    if (still) await work.update(CrossReference, current, { textAsWritten: still.textAsWritten });
    else if (was.some((name) => isFrom(name, reference)))
      await work.update(CrossReference, current, { archivedAt: new Date().toISOString() });
  }
  const pointedAt = await everyTarget(work, risk.id);
  // A name that stood there before was dealt with then: made, resolved by hand, or withdrawn by hand.
  const missing = named.filter(
    (name) => !was.some((before) => isSame(before, name)) && !(name.toId && pointedAt.has(name.toId)),
  );
  const heads = await headsOf(
    work,
    missing.flatMap((name) => name.toId ?? []),
  );
  for (const name of missing) await write(work, from, name, heads);
}

/** Each named thing once, however often the words name it. Their own risk is not among them. */
async function namesIn(work: Work, from: ItemHead, text: string): Promise<Named[]> {
  const names: Named[] = [];
  for (const mention of await mentionsIn(work, from, text)) {
    const name = {
      toId: foundIn(mention),
      textAsWritten: mention.text,
      unresolvedBecause: unresolvedForAllBecause(mention),
    };
    if (!names.some((known) => isSame(known, name))) names.push(name);
  }
  return names;
}

const isSame = (a: Named, b: Named) =>
  a.toId === null || b.toId === null
    ? a.toId === b.toId && a.textAsWritten === b.textAsWritten && a.unresolvedBecause === b.unresolvedBecause
    : a.toId === b.toId;

/** Whether a reference was made from a name; one that was not recognised then may be recognised by now. */
const isFrom = (name: Named, reference: Named) =>
  isSame(name, reference) || (reference.toId === null && name.textAsWritten === reference.textAsWritten);

async function write(work: Work, from: ItemHead, name: Named, heads: Map<string, ItemHead>): Promise<void> {
  const to = name.toId === null ? null : (heads.get(name.toId) ?? null);
  await work.insert(CrossReference, {
    partnershipId: from.partnershipId,
    audienceId: await audienceOfBoth(work, from, to),
    planId: from.planId,
    toPlanId: to?.planId ?? null,
    fromType: from.type,
    fromId: from.id,
    toType: to?.type ?? null,
    kind: CrossReferenceKind.RELATES_TO,
    ...name,
    ...(await statusBetween(work, from, to)),
  });
}

/** Unarchived references that were made from words of this risk and that nobody has disputed. */
const madeFrom = (work: Work, riskId: string) =>
  work.query<Made>(
    `select id, to_id as "toId", text_as_written as "textAsWritten", unresolved_because as "unresolvedBecause"
     from cross_references where from_id = $1 and text_as_written is not null and kind = $2 and status <> $3 and archived_at is null`,
    [riskId, CrossReferenceKind.RELATES_TO, CrossReferenceStatus.DISPUTED],
  );

async function everyTarget(work: Work, riskId: string): Promise<Set<string>> {
  const rows = await work.query<{ id: string }>(
    `select to_id as id from cross_references where from_id = $1 and to_id is not null and archived_at is null`,
    [riskId],
  );
  return new Set(rows.map((row) => row.id));
}
