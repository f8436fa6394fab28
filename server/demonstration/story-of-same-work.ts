import type { NotSameWorkContent } from './content.types.js';
import { idOf, type Moment } from './history.js';
import type { Stage } from './stage.js';

/** What an owner of either says is not the same work, though it may seem so. */
export function notTheSame(stage: Stage, { action, other, by, on, reason }: NotSameWorkContent): Moment {
  const ends = [stage.item(`action:${action}`), stage.item(`action:${other}`)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const [one, two] = ends as [(typeof ends)[number], (typeof ends)[number]];
  const blank = stage.moment(`not the same ${action} ${other}`, on, [9, 12], by, []);
  const row = {
    id: idOf('same-work-dismissal', `${action}/${other}`),
    audienceId: stage.circles.both(one.audienceId, two.audienceId),
    ...{ planId: one.planId, toPlanId: two.planId, actionId: one.id, otherId: two.id, reason },
    ...{ dismissedById: blank.actorId, organisationId: blank.organisationId },
  };
  return { ...blank, steps: [{ insert: 'same_work_dismissals', rows: [row] }] };
}
