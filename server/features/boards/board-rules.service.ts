import { RuleProfileKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { conflict, invalidInput } from '../../platform/graphql/errors.js';
import { circle } from '../organisations/administration.service.js';
import { Post } from '../organisations/post.entity.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { Board } from './board.entity.js';
import { BoardRules } from './board-rules.entity.js';
import type { AdoptRuleProfileInput, UpdateBoardRulesInput } from './board-rules.inputs.js';
import { authoriseKeepingRules } from './board-rules.policy.js';
import { checkLaw, checkSense, rulesIdOf } from './board-rules.rules.js';
import type { QuorumRule } from './quorum.rules.js';
import { adopted, type BoardRulesData, ruleFields, type StandingItem } from './rule-profile.rules.js';
import { ruleProfileOf } from './rule-profiles.js';
import type { QuorumInput, StandingItemInput } from './rule-set.inputs.js';

type RulesRow = BoardRules & Row;
type BoardRow = Board & Row;

/** Takes over a profile as it is now. */
export async function adoptRuleProfile(work: Work, input: AdoptRuleProfileInput): Promise<RulesRow> {
  const [board, current] = await rulesToKeep(work, input.boardId);
  const rules = adopted(ruleProfileOf(input.profile));
  return write(work, { board, current }, rules, input.expectedVersion ?? 0);
}

/** Adjusts the board’s own copy. */
export async function updateBoardRules(work: Work, input: UpdateBoardRulesInput): Promise<RulesRow> {
  refuseCleared(
    input,
    ruleFields.filter((field) => !canBeCleared.includes(field)),
  );
  const [board, current] = await rulesToKeep(work, input.boardId);
  const { boardId: _, expectedVersion, quorum, standingItems, ...patch } = input;
  await checkPosts(work, board, quorum);
  const whole = {
    ...patch,
    ...(quorum && { quorum: quorumOf(quorum) }),
    ...(standingItems && { standingItems: standingItems.map(standingOf) }),
  };
  const base = current ? {} : adopted(ruleProfileOf(RuleProfileKind.NON_STATUTORY_PARTNERSHIP));
  return write(work, { board, current }, { ...base, ...given(whole) }, expectedVersion);
}

const canBeCleared = [
  'keyDecisionNoticeClearDays',
  'privateMeetingNoticeClearDays',
  'questionsByClearDays',
  'longestQuestionWords',
  'mostQuestions',
];

/** The board is held first: of two who adopt at once, the second finds what the first made. */
async function rulesToKeep(work: Work, boardId: string): Promise<[BoardRow, RulesRow | null]> {
  const board = await work.lock<Board>(Board, boardId);
  const { partnershipId } = board;
  authoriseKeepingRules(work.viewer.position, { boardId, partnershipId });
  await work.actFor(partnershipId, null);
  const known = await work.find(BoardRules, rulesIdOf(boardId));
  return [board, known && (await work.lock<BoardRules>(BoardRules, known.id))];
}

async function write(
  work: Work,
  { board, current }: { board: BoardRow; current: RulesRow | null },
  values: Partial<BoardRulesData>,
  expectedVersion: number,
): Promise<RulesRow> {
  if (current && expectedVersion === 0)
    throw conflict([
      {
        field: 'profile',
        base: null,
        theirs: current.profile,
        yours: values.profile ?? null,
        theirVersion: current.version,
      },
    ]);
  if (!current && expectedVersion > 0)
    throw invalidInput([
      { field: 'expectedVersion', message: 'The board has adopted no profile yet: send 0.' },
    ]);
  const { id: boardId, partnershipId } = board;
  const row = current
    ? await work.update<BoardRules>(BoardRules, current, { ...values }, { version: expectedVersion })
    : await work.insert<BoardRules>(BoardRules, {
        ...(values as Values),
        ...{ id: rulesIdOf(boardId), boardId, partnershipId },
        // How a board works is for everybody to know, as the board itself is.
        audienceId: await circle(work, partnershipId, 'EVERYONE'),
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
