import type { OrganisationKind } from '../../../schema/vocabulary.js';

/**
 * “One councillor”, “one NHS member”, “the Director of Public Health”: so many voting members who sit for an organisation of
 * one of these kinds, or whose seat goes with one of these posts. Whether somebody from a council is a councillor or an
 * officer is not known of a seat: where it matters, name the posts.
 */
export interface QuorumPart {
  readonly label: string;
  readonly atLeast: number;
  readonly organisationKinds: readonly OrganisationKind[];
  readonly postIds: readonly string[];
}

/** All that is set must be met: the number, the fraction of the voting seats (rounded up), the organisations, each part. */
export interface QuorumRule {
  readonly atLeast: number | null;
  readonly fraction: { readonly numerator: number; readonly denominator: number } | null;
  readonly organisationsAtLeast: number | null;
  readonly parts: readonly QuorumPart[];
}

export interface VotingSeat {
  readonly id: string;
  readonly organisationId: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly postId: string | null;
}

export interface Quorum {
  readonly isQuorate: boolean;
  /** Voting members who must be there, of whatever kind. */
  readonly needed: number;
  readonly present: number;
  /** What is missing, as sentences; none when the meeting is quorate. */
  readonly missing: readonly string[];
}

/** How many voting members a board of so many voting seats needs: never nobody. */
export function neededOf({ atLeast, fraction }: QuorumRule, votingSeats: number): number {
  const share = fraction ? Math.ceil((votingSeats * fraction.numerator) / fraction.denominator) : 0;
  return Math.max(atLeast ?? 0, share, 1);
}

/** Whether those present are enough. A seat is present when its holder or a deputy sits in it. */
export function quorumOf(
  rule: QuorumRule,
  votingSeats: readonly VotingSeat[],
  presentSeatIds: readonly string[],
): Quorum {
  const there = new Set(presentSeatIds);
  const present = votingSeats.filter(({ id }) => there.has(id));
  const needed = neededOf(rule, votingSeats.length);
  const organisations = new Set(present.flatMap(({ organisationId }) => organisationId ?? []));
  const missing: string[] = [];
  if (present.length < needed)
    missing.push(
      `${present.length} of the ${needed} voting ${needed === 1 ? 'member' : 'members'} needed ${present.length === 1 ? 'is' : 'are'} present.`,
    );
  const { organisationsAtLeast } = rule;
  if (organisationsAtLeast !== null && organisations.size < organisationsAtLeast)
    missing.push(
      `Those present sit for ${organisations.size} of the ${organisationsAtLeast} organisations needed.`,
    );
  for (const part of rule.parts) {
    const found = present.filter((seat) => isOf(part, seat)).length;
    if (found < part.atLeast) missing.push(`Missing: ${part.label} (${found} of ${part.atLeast} present).`);
  }
  return { isQuorate: missing.length === 0, needed, present: present.length, missing };
}

const isOf = ({ organisationKinds, postIds }: QuorumPart, seat: VotingSeat): boolean =>
  (seat.organisationKind !== null && organisationKinds.includes(seat.organisationKind)) ||
  (seat.postId !== null && postIds.includes(seat.postId));

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number): string => NUMBERS[count] ?? String(count);

const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'a third',
  '2/3': 'two thirds',
  '1/4': 'a quarter',
  '3/4': 'three quarters',
};

/** “At least seven voting members, among them one councillor and one NHS member”. */
export function quorumInWords({ atLeast, fraction, organisationsAtLeast, parts }: QuorumRule): string {
  const share = fraction && `${fraction.numerator}/${fraction.denominator}`;
  const numbers = [
    ...(atLeast === null ? [] : [`${inWords(atLeast)} voting ${atLeast === 1 ? 'member' : 'members'}`]),
    ...(share === null ? [] : [`${FRACTIONS[share] ?? share} of the voting seats`]),
  ];
  const least = numbers.length ? `at least ${numbers.join(' and ')}` : 'at least one voting member';
  const from =
    organisationsAtLeast === null
      ? ''
      : ` from ${inWords(organisationsAtLeast)} ${organisationsAtLeast === 1 ? 'organisation' : 'organisations'}`;
  const labels = parts.map(({ label }) => label);
  const among = labels.length
    ? `, among them ${[labels.slice(0, -1).join(', '), labels.at(-1)].filter(Boolean).join(' and ')}`
    : '';
  const sentence = `${least}${from}${among}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
