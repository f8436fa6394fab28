import { PlanStatus } from '../../../schema/vocabulary.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

export function checkPeriod({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (endsOn < startsOn)
    throw invalidInput([{ field: 'endsOn', message: 'A plan ends on or after the day it starts.' }]);
}

/** What a closed plan says stays as its board left it. */
export function checkOpen(status: PlanStatus): void {
  if (status === PlanStatus.CLOSED)
    throw ruleBroken('PLAN_CLOSED', 'This plan is closed: what it says can be read, not changed.');
}

export function checkAdoptable(status: PlanStatus): void {
  if (status !== PlanStatus.DRAFT)
    throw ruleBroken('ONLY_DRAFTS_ARE_ADOPTED', 'Only a draft can be adopted: this plan was adopted before.');
}

export function checkClosable(status: PlanStatus): void {
  if (status !== PlanStatus.ADOPTED)
    throw ruleBroken(
      'ONLY_ADOPTED_PLANS_ARE_CLOSED',
      'Only an adopted plan can be closed; a draft that is not wanted is put away.',
    );
}
