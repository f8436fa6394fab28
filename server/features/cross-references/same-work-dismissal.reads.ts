import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toOne } from '../../platform/reading/relations.js';
import { Action } from '../actions/action.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { endFacts } from './cross-reference.policy.js';
import { touching } from './cross-reference.reads.js';
import { SameWorkDismissal } from './same-work-dismissal.entity.js';
import { mayJudgeSameWork } from './same-work-dismissal.policy.js';

/** What stands of an action, whichever of the two it is. */
export const sameWorkDismissalsOf: FieldRead = touching(SameWorkDismissal, 'actionId', 'otherId');

const viewerCan: FieldRead = {
  needs: ['actionId', 'otherId'],
  read: async ({ rows, reader, give }) => {
    const ends = (row: (typeof rows)[number]) => [row['actionId'] as string, row['otherId'] as string];
    const facts = await endFacts(reader, rows.flatMap(ends));
    for (const row of rows) {
      const archive = mayJudgeSameWork(
        reader.viewer.position,
        ends(row).map((id) => facts.get(id)),
      );
      give(row, { archive });
    }
  },
};

defineReads('SameWorkDismissal', {
  action: toOne(() => Action, 'actionId'),
  other: toOne(() => Action, 'otherId'),
  dismissedBy: toOne(() => Person, 'dismissedById'),
  organisation: toOne(() => Organisation, 'organisationId'),
  viewerCan,
});
