import { found } from './circles.js';
import type { ActionContent, CommentContent, RatingContent, UpdateContent } from './content.types.js';
import { idOf, type Moment, type Step } from './history.js';
import type { ItemRef } from './keys.types.js';
import { type Stage, type StagedItem, split } from './stage.js';

/** Month by month: what organisations report, how actions are rated and signed off, what is remarked. */
export function storyOfWork(stage: Stage): Moment[] {
  return [
    ...stage.content.updates.map((update) => reported(stage, update)),
    ...stage.content.actions.flatMap((action) =>
      action.ratings.slice(1).map((rating) => rated(stage, action, rating)),
    ),
    ...stage.content.comments.map((comment) => remarked(stage, comment)),
  ];
}

const updateKey = ({ action, organisation, period }: UpdateContent) => `${action}/${organisation}/${period}`;

function reported(stage: Stage, update: UpdateContent): Moment {
  const { id: actionId, planId, audienceId } = stage.item(`action:${update.action}`);
  const key = updateKey(update);
  const row = {
    id: idOf('update', key),
    audienceId,
    planId,
    actionId,
    organisationId: idOf('organisation', update.organisation),
    period: `${update.period}-01`,
    narrative: update.narrative,
    status: update.status,
    authorId: idOf('person', update.author),
  };
  return stage.moment(`update ${key}`, update.reportedOn, [8.5, 12.5], update.author, [
    { insert: 'updates', rows: [row] },
  ]);
}

/** Shortly after the report that led to it, by the one who wrote it; Blue by the sponsor who signs it off. */
function rated(stage: Stage, action: ActionContent, { on, status }: RatingContent): Moment {
  const id = idOf('action', action.key);
  const { signOff } = action;
  if (signOff && signOff.on === on) {
    const blank = stage.moment(`sign-off ${action.key}`, on, [14, 16], signOff.by, []);
    const set = { status, signedOffById: idOf('person', signOff.by), signedOffAt: blank.at };
    return { ...blank, steps: [{ update: 'actions', ids: [id], set }] };
  }
  const step: Step = { update: 'actions', ids: [id], set: { status } };
  const reports = stage.content.updates.filter((one) => one.action === action.key && one.reportedOn === on);
  const report = reports.find((one) => one.status === status) ?? reports.at(-1);
  if (!report) {
    return stage.moment(`rating ${action.key}`, on, [13, 14], stage.hand(action.key, on), [step]);
  }
  const { at } = reported(stage, report);
  const soon = new Date(Date.parse(at) + 4 * 60_000).toISOString().replace('.000Z', 'Z');
  return stage.momentAt(soon, report.author, [step]);
}

function remarked(stage: Stage, comment: CommentContent): Moment {
  const { itemType, id: itemId, planId, audienceId } = remarkedOn(stage, comment.on);
  const { circles } = stage;
  const row = {
    id: idOf('comment', comment.key),
    // What was remarked was said among partners, though all may read what it is about.
    audienceId: circles.both(
      circles.both(audienceId, circles.partnership),
      comment.audience ? circles.of(comment.audience) : circles.partnership,
    ),
    planId,
    itemType,
    itemId,
    authorId: idOf('person', comment.author),
    organisationId: idOf('organisation', stage.organisationOf(comment.author)),
    text: comment.text,
  };
  return stage.momentAt(comment.at, comment.author, [{ insert: 'comments', rows: [row] }]);
}

/** A remark on a cross-reference stands at the item the reference is written at. */
function remarkedOn(stage: Stage, on: CommentContent['on']): StagedItem {
  const [kind, key] = split(on);
  if (kind !== 'cross-reference') return stage.item(on as Exclude<ItemRef, `board:${string}`>);
  const { from } = found(stage.content.crossReferences.find((one) => one.key === key));
  return stage.item(from as Exclude<ItemRef, `board:${string}`>);
}
