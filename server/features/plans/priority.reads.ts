import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toListed, toManyListed, toOne } from '../../platform/reading/relations.js';
import { ownersIn } from '../actions/action.reads.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Plan } from './plan.entity.js';
import { factsOfPlans } from './plan.policy.js';
import { priorityAbilities } from './priority.policy.js';

const viewerCan: FieldRead = {
  needs: ['planId'],
  read: async ({ rows, reader, give }) => {
    const plans = await factsOfPlans(
      reader,
      rows.map((row) => row['planId'] as string),
    );
    for (const row of rows) {
      const plan = plans.get(row['planId'] as string);
      if (plan) give(row, priorityAbilities(reader.viewer.position, plan));
    }
  },
};

defineReads('Priority', {
  plan: toOne(() => Plan, 'planId'),
  sros: ownersIn('SRO'),
  abus: toListed(() => AccountableBusinessUnit, 'abuIds'),
  overseeingBoards: toListed(() => Board, 'overseeingBoardIds'),
  workstreams: toManyListed(() => Workstream, 'priorityIds', { orderBy: 't.position, t.id' }),
  viewerCan,
});
