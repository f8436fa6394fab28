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

/** How many of those a part of the quorum asks for there are. */
export interface QuorumPartFound {
  readonly label: string;
  readonly atLeast: number;
  readonly found: number;
}

export interface Quorum {
  readonly isQuorate: boolean;
  /** Voting members who must be there, of whatever kind. */
  readonly needed: number;
  readonly present: number;
  readonly parts: readonly QuorumPartFound[];
  /** What is missing, as sentences; none when the meeting is quorate. */
  readonly missing: readonly string[];
}

/** What is counted: who came, or the seats that somebody has, before anybody came. */
export type Counted = 'PRESENT' | 'FILLED';

/** How many voting members a board of so many voting seats needs: never nobody. */
export function neededOf({ atLeast, fraction }: QuorumRule, votingSeats: number): number {
  const share = fraction ? Math.ceil((votingSeats * fraction.numerator) / fraction.denominator) : 0;
  return Math.max(atLeast ?? 0, share, 1);
}

/**
 * Whether those present are enough; or, before the meeting, whether the seats that are filled could be. A seat is present
 * when its holder or a deputy sits in it.
 */
export function quorumOf(
  rule: QuorumRule,
  votingSeats: readonly VotingSeat[],
  presentSeatIds: readonly string[],
  counted: Counted = 'PRESENT',
): Quorum {
  const there = new Set(presentSeatIds);
  const present = votingSeats.filter(({ id }) => there.has(id));
  const needed = neededOf(rule, votingSeats.length);
  const organisations = new Set(present.flatMap(({ organisationId }) => organisationId ?? [])).size;
  const parts = rule.parts.map((part) => ({
    ...{ label: part.label, atLeast: part.atLeast },
    found: present.filter((seat) => isOf(part, seat)).length,
  }));
  const { organisationsAtLeast } = rule;
  const words = MISSING[counted];
  const missing = [
    ...(present.length < needed ? [words.members(present.length, needed)] : []),
    ...(organisationsAtLeast !== null && organisations < organisationsAtLeast
      ? [words.organisations(organisations, organisationsAtLeast)]
      : []),
    ...parts.filter(({ found, atLeast }) => found < atLeast).map(words.part),
  ];
  return { isQuorate: missing.length === 0, needed, present: present.length, parts, missing };
}

const be = (count: number): string => (count === 1 ? 'is' : 'are');
const voting = (count: number): string => `voting ${count === 1 ? 'member' : 'members'}`;

interface MissingWords {
  members(found: number, needed: number): string;
  organisations(found: number, needed: number): string;
  part(part: QuorumPartFound): string;
}

const MISSING: Readonly<Record<Counted, MissingWords>> = {
  PRESENT: {
    members: (found, needed) => `${found} of the ${needed} ${voting(needed)} needed ${be(found)} present.`,
    organisations: (found, needed) => `Those present sit for ${found} of the ${needed} organisations needed.`,
    part: ({ label, atLeast, found }) => `Missing: ${label} (${found} of ${atLeast} present).`,
  },
  FILLED: {
    members: (found, needed) =>
      `${found === 0 ? 'No voting seat is' : `Only ${found} voting ${found === 1 ? 'seat is' : 'seats are'}`} filled; ${needed} ${voting(needed)} must be there.`,
    organisations: (found, needed) =>
      `The voting seats that are filled are those of ${found === 0 ? 'no' : found} ${found < 2 ? 'organisation' : 'organisations'}; ${needed} are needed.`,
    part: ({ label, atLeast, found }) => `Missing: ${label} (${found} of ${atLeast} filled).`,
  },
};

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

/**
 * “At least seven voting members, among them one councillor and one NHS member”; of a share also how many that is, where
 * it is said how many voting seats there are: “at least half of the voting seats (5 of 9)”.
 */
export function quorumInWords(rule: QuorumRule, votingSeats = 0): string {
  const { atLeast, fraction, organisationsAtLeast, parts } = rule;
  const thatIs =
    votingSeats > 0 ? ` (${neededOf({ ...rule, atLeast: null }, votingSeats)} of ${votingSeats})` : '';
  const share = fraction && `${fraction.numerator}/${fraction.denominator}`;
  const numbers = [
    ...(atLeast === null ? [] : [`${inWords(atLeast)} voting ${atLeast === 1 ? 'member' : 'members'}`]),
    ...(share === null ? [] : [`${FRACTIONS[share] ?? share} of the voting seats${thatIs}`]),
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
