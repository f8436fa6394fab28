import { namesParagraphs } from '../../../schema/exclusion.js';
import { BoardRule } from '../../../schema/vocabulary.js';
import { madeId } from '../../platform/db/made-id.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';
import type { QuorumRule } from './quorum.rules.js';
import {
  belowFloor,
  type Floor,
  type ProfileChange,
  type RuleProfile,
  type RuleValues,
} from './rule-profile.rules.js';

/** A board has one set of rules. Its id follows from the board’s, so it is known before there is a row, and no second can be made. */
export const rulesIdOf = (boardId: string): string => madeId(`rules of board ${boardId}`);

const FLOOR_OF: Readonly<Record<Floor['field'], BoardRule | 'FURTHER_NOTICE'>> = {
  noticeClearDays: BoardRule.NOTICE,
  keyDecisionNoticeClearDays: BoardRule.KEY_DECISIONS,
  privateMeetingNoticeClearDays: BoardRule.PRIVATE_MEETINGS,
  privateMeetingFurtherNoticeClearDays: 'FURTHER_NOTICE',
};

/** A board adjusts its rules as it likes, but not below what the law asks of boards of its profile. */
export function checkLaw(profile: RuleProfile, values: RuleValues): void {
  const floor = belowFloor(profile, values);
  if (floor)
    throw ruleBroken(
      `${FLOOR_OF[floor.field]}_BELOW_LAW`,
      `The law asks for ${floor.least} clear days at least: ${floor.law}.`,
    );
  if (profile.lateItemsLaw !== null && !values.lateItemsNeedChairReason)
    throw ruleBroken('LATE_ITEMS_BELOW_LAW', `The law asks for the chair’s reason: ${profile.lateItemsLaw}.`);
  if (profile.exemptionsLaw === null) return;
  const known = new Set(profile.values.exemptions.map(({ paragraph }) => paragraph));
  const own = values.exemptions.find(({ paragraph }) => !known.has(paragraph));
  if (own)
    throw ruleBroken(
      'EXEMPTIONS_BEYOND_LAW',
      `“${own.paragraph}” is no ground in law for excluding the public: only those of the ${profile.exemptionsLaw} are.`,
    );
}

/** A rule is taken over from a profile where that has moved on. */
export function checkMoved(changes: readonly ProfileChange[], asked: readonly BoardRule[] | null): void {
  if (changes.length === 0)
    throw ruleBroken('PROFILE_HAS_NOT_MOVED', 'The board says all that its profile says by now.');
  const moved = new Set(changes.map(({ rule }) => rule));
  const other = asked?.findIndex((rule) => !moved.has(rule)) ?? -1;
  if (other !== -1)
    throw invalidInput([{ field: `rules.${other}`, message: 'The profile has not moved on in this rule.' }]);
}

/** What contradicts itself, whatever the law says. */
export function checkSense(values: RuleValues): void {
  const { draftReportsByWorkingDays, clearancesByWorkingDays, exemptions, exclusionWording, quorum } = values;
  if (draftReportsByWorkingDays < clearancesByWorkingDays)
    throw ruleBroken('DRAFTS_BEFORE_CLEARANCES', 'Draft reports cannot come after they are to be cleared.');
  const paragraphs = exemptions.map(({ paragraph }) => paragraph);
  const twice = paragraphs.findIndex((one, i) => paragraphs.indexOf(one) !== i);
  if (twice !== -1)
    throw invalidInput([
      { field: `exemptions.${twice}.paragraph`, message: `“${paragraphs[twice]}” is there already.` },
    ]);
  if (!namesParagraphs(exclusionWording))
    throw invalidInput([
      { field: 'exclusionWording', message: 'Write {paragraphs} where the grounds relied on belong.' },
    ]);
  checkQuorum(quorum);
}

function checkQuorum({ fraction, parts }: QuorumRule): void {
  if (fraction && fraction.numerator > fraction.denominator)
    throw invalidInput([{ field: 'quorum.fraction', message: 'A share is the whole at most.' }]);
  const nobody = parts.findIndex(
    ({ organisationKinds, postIds }) => !organisationKinds.length && !postIds.length,
  );
  if (nobody !== -1)
    throw invalidInput([
      { field: `quorum.parts.${nobody}`, message: 'Name the kinds of organisation or the posts that count.' },
    ]);
}
