import { defineReads } from '../../platform/reading/fields.js';
import { toListed, toManyListed, toOne } from '../../platform/reading/relations.js';
import { ownersIn } from '../actions/action.reads.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Plan } from './plan.entity.js';

defineReads('Priority', {
  plan: toOne(() => Plan, 'planId'),
  sros: ownersIn('SRO'),
  abus: toListed(() => AccountableBusinessUnit, 'abuIds'),
  overseeingBoards: toListed(() => Board, 'overseeingBoardIds'),
  workstreams: toManyListed(() => Workstream, 'priorityIds', { orderBy: 't.position, t.id' }),
});
