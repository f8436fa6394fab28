import { SeatCapacity } from '../../schema/vocabulary.js';
import type { SeatSeen } from '../features/boards/seats-on-day.reads.js';
import { seatsOnDay, type Tenure } from '../features/boards/seats-on-day.rules.js';
import type { MeetingBoardFact } from '../features/meetings/pack/pack-boards.rules.js';
import { memberOf } from '../features/meetings/publication.boards.js';
import { found } from './circles.js';
import { idOf, type NewRow } from './history.js';
import type { BoardKey, Day } from './keys.types.js';
import type { Stage } from './stage.js';
import { ruleValuesOf } from './story-of-bodies.js';
import { type Happening, holdersOfPosts, seats } from './story-of-offices.js';

/** The boards of a meeting with their seats on its day, as a pack of it tells them: everything is for all partners. */
export function boardsAt(stage: Stage, boards: readonly BoardKey[], day: Day): MeetingBoardFact[] {
  const all = rowsOf<SeatSeen>(seats(stage), 'seats').sort(byCapacity);
  const tenures = rowsOf<Tenure & { id: string }>(holdersOfPosts(stage), 'post_holders').sort((a, b) =>
    `${b.fromOn}${b.id}`.localeCompare(`${a.fromOn}${a.id}`),
  );
  const { people, posts, organisations } = stage.content;
  const names = new Map([
    ...people.map(({ key, name }) => [idOf('person', key), name] as const),
    ...posts.map(({ key, title }) => [idOf('post', key), title] as const),
    ...organisations.map(({ key, name }) => [idOf('organisation', key), name] as const),
  ]);
  return boards.map((key) => {
    const board = found(stage.content.boards.find((one) => one.key === key));
    const id = idOf('board', key);
    const own = all.filter(({ boardId }) => boardId === id);
    return {
      ...{ id, name: board.name, quorum: ruleValuesOf(board).quorum },
      seats: seatsOnDay(own, tenures, day).map((seat) => memberOf(seat, names, { contains: () => true })),
    };
  });
}

const CAPACITIES = Object.values(SeatCapacity);

const byCapacity = (a: SeatSeen, b: SeatSeen): number =>
  CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity) ||
  `${a.fromOn}${a.id}`.localeCompare(`${b.fromOn}${b.id}`);

/** The rows of a table as they are once all has happened. */
function rowsOf<Kind extends { id: string }>(happenings: readonly Happening[], table: string): Kind[] {
  const rows = new Map<string, NewRow>();
  for (const step of happenings.flatMap(({ steps }) => steps)) {
    if ('insert' in step && step.insert === table)
      for (const row of step.rows) rows.set(String(row['id']), row);
    if ('update' in step && step.update === table)
      for (const id of step.ids) rows.set(id, { ...found(rows.get(id)), ...step.set } as NewRow);
  }
  return [...rows.values()] as unknown as Kind[];
}
