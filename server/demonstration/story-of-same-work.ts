import type { NotSameWorkContent, PlacementContent } from './content.types.js';
import { idOf, type Moment } from './history.js';
import { positionOf, type Stage } from './stage.js';

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

/** An action that the other plan takes up too, at the end of one of its workstreams. */
export function alsoStanding(
  stage: Stage,
  { action, workstream, reference, by, on }: PlacementContent,
): Moment {
  const [item, place] = [stage.item(`action:${action}`), stage.item(`workstream:${workstream}`)];
  const before = stage.content.actions.filter((one) => one.workstream === workstream && !one.parent);
  const row = {
    id: idOf('placement', `${action}/${workstream}`),
    audienceId: stage.circles.both(item.audienceId, place.audienceId),
    ...{ planId: place.planId, toPlanId: item.planId, actionId: item.id, workstreamId: place.id },
    ...{ reference, position: positionOf(before.length) },
  };
  return stage.moment(`placed ${action} ${workstream}`, on, [10, 12], by, [
    { insert: 'placements', rows: [row] },
  ]);
}
