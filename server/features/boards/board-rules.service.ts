import { RuleProfileKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { Post } from '../organisations/post.entity.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import type { Board } from './board.entity.js';
import { BoardRules } from './board-rules.entity.js';
import type {
  AdoptProfileChangesInput,
  AdoptRuleProfileInput,
  UpdateBoardRulesInput,
} from './board-rules.inputs.js';
import { checkLaw, checkMoved, checkSense, rulesIdOf } from './board-rules.rules.js';
import { ownCopyToKeep, writeOwnCopy } from './own-copy.service.js';
import type { QuorumRule } from './quorum.rules.js';
import {
  adopted,
  type BoardRulesData,
  profileChanges,
  ruleFields,
  type StandingItem,
  takenOver,
} from './rule-profile.rules.js';
import { ruleProfileOf } from './rule-profiles.js';
import type { QuorumInput, StandingItemInput } from './rule-set.inputs.js';

type RulesRow = BoardRules & Row;
type BoardRow = Board & Row;

/** Takes over a profile as it is now. */
export async function adoptRuleProfile(work: Work, input: AdoptRuleProfileInput): Promise<RulesRow> {
  const copy = await rulesToKeep(work, input.boardId);
  return write(work, copy, adopted(ruleProfileOf(input.profile)), input.expectedVersion ?? 0);
}

/** Takes over where the profile has moved on since the board took it. */
export async function adoptProfileChanges(work: Work, input: AdoptProfileChangesInput): Promise<RulesRow> {
  const copy = await rulesToKeep(work, input.boardId);
  if (!copy.current)
    throw invalidInput([
      { field: 'boardId', message: 'The board has taken no profile yet: choose one first.' },
    ]);
  const own = copy.current as RulesRow;
  const profile = ruleProfileOf(own.profile);
  const asked = input.rules ?? null;
  checkMoved(profileChanges(own, profile), asked);
  return write(work, copy, takenOver(own, profile, asked), input.expectedVersion);
}

/** Adjusts the board’s own copy. */
export async function updateBoardRules(work: Work, input: UpdateBoardRulesInput): Promise<RulesRow> {
  refuseCleared(
    input,
    ruleFields.filter((field) => !canBeCleared.includes(field)),
  );
  const copy = await rulesToKeep(work, input.boardId);
  const { boardId: _, expectedVersion, quorum, standingItems, ...patch } = input;
  await checkPosts(work, copy.board, quorum);
  const whole = {
    ...patch,
    ...(quorum && { quorum: quorumOf(quorum) }),
    ...(standingItems && { standingItems: standingItems.map(standingOf) }),
  };
  const base = copy.current ? {} : adopted(ruleProfileOf(RuleProfileKind.NON_STATUTORY_PARTNERSHIP));
  return write(work, copy, { ...base, ...given(whole) }, expectedVersion);
}

const canBeCleared = [
  'keyDecisionNoticeClearDays',
  'privateMeetingNoticeClearDays',
  'privateMeetingFurtherNoticeClearDays',
  'questionsByClearDays',
  'longestQuestionWords',
  'mostQuestions',
];

const rulesToKeep = (work: Work, boardId: string) => ownCopyToKeep(work, BoardRules, boardId, rulesIdOf);

async function write(
  work: Work,
  copy: Awaited<ReturnType<typeof ownCopyToKeep>>,
  values: Partial<BoardRulesData>,
  expectedVersion: number,
): Promise<RulesRow> {
  // How a board works is for everybody to know, as the board itself is.
  const row = await writeOwnCopy<BoardRules>(work, copy, values as Values, expectedVersion, {
    ...{ clash: 'profile', seenBy: 'EVERYONE' },
  });
  // After the merge: what two people changed must make sense together.
  checkSense(row);
  checkLaw(ruleProfileOf(row.profile), row);
  return row;
}

async function checkPosts(
  work: Work,
  board: BoardRow,
  quorum: QuorumInput | null | undefined,
): Promise<void> {
  for (const [i, { postIds }] of (quorum?.parts ?? []).entries())
    await checkAllHere(work, Post, board.partnershipId, postIds, `quorum.parts.${i}.postIds`);
}

const quorumOf = ({ atLeast, fraction, organisationsAtLeast, parts }: QuorumInput): QuorumRule => ({
  atLeast: atLeast ?? null,
  fraction: fraction ? { ...fraction } : null,
  organisationsAtLeast: organisationsAtLeast ?? null,
  parts: parts.map((part) => ({ ...part })),
});

const standingOf = ({ section, minutes, title, place }: StandingItemInput): StandingItem => ({
  title,
  place,
  section: section ?? null,
  minutes: minutes ?? null,
});

/** Only what was said: what is absent must not stand in the way of a profile’s own value. */
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
