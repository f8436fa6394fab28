import type { OwnerTuple } from './import-content.js';
import type { MatchedOwner } from './matching.rules.js';

/** The owners of a cell. A post or person that follows its own organisation (“CPFT / Chief Nurse”) is one owner with it. */
export function ownerTuples(
  text: string | null,
  ownersIn: (text: string) => readonly MatchedOwner[],
  roleOf: (i: number) => string,
): OwnerTuple[] {
  const owners: { facts: (string | null)[]; words: string; isBody: boolean }[] = [];
  for (const owner of text === null ? [] : ownersIn(text)) {
    if (owner.isGap) continue;
    const body = owner.chosen?.body;
    const isBody = body?.kind === 'ORGANISATION' && owner.chosen !== owner.hint && owner.details.length === 0;
    const of = (kind: string) => (body?.kind === kind ? body.id : null);
    const there = owner.hint?.body.kind === 'ORGANISATION' ? owner.hint.body.id : null;
    const facts = [
      there ?? body?.organisationId ?? null,
      of('ABU'),
      of('BOARD'),
      of('POST'),
      of('PERSON'),
      null,
    ];
    const last = owners.at(-1);
    const isSame = last?.isBody && last.facts[0] === facts[0] && (isBody || of('POST') || of('PERSON'));
    if (last && isSame)
      owners[owners.length - 1] = { facts, words: `${last.words} / ${owner.asWritten}`, isBody };
    else owners.push({ facts, words: owner.asWritten, isBody });
  }
  return owners.map(({ facts, words }, i) => [roleOf(i), ...facts, words]);
}
