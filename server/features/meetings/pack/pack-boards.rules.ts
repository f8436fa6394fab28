import { listed } from '../../../../schema/exclusion.js';
import { forBoards } from '../../../../schema/item-boards.js';
import type { AgendaPurpose } from '../../../../schema/meeting-words.js';
import { bodyBeside } from '../../../../schema/owner-name.js';
import { PackPart } from '../../../../schema/publications.js';
import { SeatCapacity } from '../../../../schema/vocabulary.js';
import { type QuorumRule, quorumInWords } from '../../boards/quorum.rules.js';
import type { PackBoard, PackDocument, PackItem } from './pack-document.js';

/** A seat on the day of a meeting, and who may read of it, by how the circles are drawn. */
export interface MemberFact {
  /** Null while it is vacant. */
  readonly name: string | null;
  /** The post that it goes with. */
  readonly post: string | null;
  readonly organisation: string | null;
  readonly capacity: SeatCapacity;
  readonly isVoting: boolean;
  readonly deputies: readonly string[];
  readonly isPublic: boolean;
  readonly isForBoards: boolean;
}

/** A board that meets. */
export interface MeetingBoardFact {
  readonly id: string;
  readonly name: string;
  readonly quorum: QuorumRule;
  readonly seats: readonly MemberFact[];
}

/** Who only serves or watches the board is no member. */
const MEMBERS: readonly SeatCapacity[] = [SeatCapacity.CHAIR, SeatCapacity.VICE_CHAIR, SeatCapacity.MEMBER];

/** The boards that meet, with their members as far as all may read of them whom a part is for. */
export const packBoards = (boards: readonly MeetingBoardFact[], part: PackPart): PackBoard[] =>
  boards.map(({ name, quorum, seats }) => {
    const told = seats.filter(({ isPublic, isForBoards }) =>
      part === PackPart.PUBLIC ? isPublic : isForBoards,
    );
    return {
      name,
      members: told.filter(({ capacity }) => MEMBERS.includes(capacity)).map(memberInWords),
      quorum: quorumInWords(quorum, told.filter(({ isVoting }) => isVoting).length),
    };
  });

/** For which of the boards that meet an item is. That it is for all of them is said in words and is no change. */
export function itemBoards(
  { boardIds = [], purpose }: { boardIds?: readonly string[]; purpose: AgendaPurpose },
  meets: readonly Pick<MeetingBoardFact, 'id' | 'name'>[],
): Pick<PackItem, 'boards' | 'forBoards'> {
  const all = meets.map(({ name }) => name);
  const own = meets.filter(({ id }) => boardIds.includes(id)).map(({ name }) => name);
  const words = forBoards({ purpose, boards: own.length > 0 ? own : all, meets: all });
  return { ...(own.length > 0 && { boards: own }), ...(words !== null && { forBoards: words }) };
}

const CAPACITIES: Partial<Record<SeatCapacity, string>> = {
  [SeatCapacity.CHAIR]: 'chair',
  [SeatCapacity.VICE_CHAIR]: 'vice-chair',
};

/** “Ada Marlow, chair, Northmoor Council (deputy: Ben Hale)”, “Director of Public Health, vacant”. */
export function memberInWords({
  name,
  post,
  capacity,
  organisation,
  isVoting,
  deputies,
}: MemberFact): string {
  const who = name === null ? [post ?? 'Seat', 'vacant'] : [name, ...(post ? [post] : [])];
  const beside = [
    ...(isVoting ? [] : ['no vote']),
    ...(deputies.length > 0 ? [`${deputies.length === 1 ? 'deputy' : 'deputies'}: ${listed(deputies)}`] : []),
  ];
  const words = [...who, CAPACITIES[capacity], bodyBeside(post, organisation)]
    .filter((word) => word)
    .join(', ');
  return beside.length > 0 ? `${words} (${beside.join('; ')})` : words;
}

/** What is said of them before the agenda; of several boards each is named. */
export const boardFacts = ({ meets = [] }: Pick<PackDocument, 'meets'>): { label: string; value: string }[] =>
  meets.flatMap(({ name, members, quorum }) => {
    const of = meets.length > 1 ? ` of ${name}` : '';
    return [
      ...(members.length > 0 ? [{ label: `Members${of}`, value: members.join('; ') }] : []),
      { label: `Quorum${of}`, value: quorum },
    ];
  });
