import { RuleProfileKind } from '../../schema/vocabulary.js';
import { rulesIdOf } from '../../server/features/boards/board-rules.rules.js';
import { adopted, valuesAt } from '../../server/features/boards/rule-profile.rules.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';
import type { Builders } from '../support/builders.js';

/** A board works by the first version of a profile, which has moved on since. */
export async function rulesOfOld(build: Builders, partnershipId: string, boardId: string): Promise<void> {
  const profile = ruleProfileOf(RuleProfileKind.COUNCIL_COMMITTEE);
  const { quorum, exemptions, standingItems, ...values } = valuesAt(profile, 1);
  await build.sql('delete from board_rules where board_id = $1', [boardId]);
  await build.public('board_rules', partnershipId, {
    ...{ ...values, profile: adopted(profile).profile, templateVersion: 1, id: rulesIdOf(boardId), boardId },
    ...{ quorum: JSON.stringify(quorum), exemptions: JSON.stringify(exemptions) },
    standingItems: JSON.stringify(standingItems),
  });
}
