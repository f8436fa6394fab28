import type { ExternalDependencyContent } from './content.types.js';
import { idOf, type Moment } from './history.js';
import type { Day } from './keys.types.js';
import { administrator, type Stage } from './stage.js';
import { timingColumns } from './timing-columns.js';

const externalsOn: Day = '2026-06-01';

/** What no partner controls, who watches it, and whose day moved since. */
export function storyOfExternals(stage: Stage): Moment[] {
  const { content, circles } = stage;
  const rows = content.externalDependencies.map(({ key, title, body, expected, note, moved }) => ({
    id: idOf('external', key),
    audienceId: circles.partnership,
    title,
    controlledBy: body,
    description: note,
    ...timingColumns(moved?.from ?? expected, stage.plan('strategy')),
  }));
  const watches = content.externalDependencies.flatMap(({ key, watchedBy }) =>
    watchedBy.map((organisation) => ({
      id: watchOf(key, organisation),
      audienceId: circles.partnership,
      externalDependencyId: idOf('external', key),
      organisationId: idOf('organisation', organisation),
    })),
  );
  return [
    stage.moment('externals', externalsOn, [9, 12], administrator, [
      { insert: 'external_dependencies', rows },
      { insert: 'watches', rows: watches },
    ]),
    ...content.externalDependencies.flatMap((one) => moves(stage, one)),
  ];
}

const watchOf = (key: string, organisation: string) => idOf('watch', `${key}/${organisation}`);

/** Whoever watches is told, and has not noted it yet. */
function moves(stage: Stage, { key, expected, moved, watchedBy }: ExternalDependencyContent): Moment[] {
  if (!moved) return [];
  const plan = stage.plan('strategy');
  const was = timingColumns(moved.from, plan);
  const blank = stage.moment(`move ${key}`, moved.on, [9, 12], administrator, []);
  const told = { movedAt: blank.at, wasExpected: was.timingAsWritten, wasExpectedOn: was.timingEnd };
  const steps = [
    { update: 'external_dependencies', ids: [idOf('external', key)], set: timingColumns(expected, plan) },
    { update: 'watches', ids: watchedBy.map((organisation) => watchOf(key, organisation)), set: told },
  ];
  return [{ ...blank, steps }];
}
