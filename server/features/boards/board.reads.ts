import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { rowsById, toListed, toMany, toManyListed, toOne } from '../../platform/reading/relations.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { holdersOf } from '../organisations/post.reads.js';
import { Plan } from '../plans/plan.entity.js';
import { Board, Seat } from './board.entity.js';
import { isHeldOn } from './seat.rules.js';
import { BY_CAPACITY } from './seats-on-day.reads.js';

defineReads('Board', {
  reportsTo: toListed(() => Board, 'reportsToIds'),
  overseenBoards: toManyListed(() => Board, 'reportsToIds', { orderBy: 'lower(t.name), t.id' }),
  seats: toMany(() => Seat, 'boardId', {
    orderBy: BY_CAPACITY,
  }),
  plans: toMany(() => Plan, 'boardId', { orderBy: 't.starts_on desc, t.ends_on desc, lower(t.title), t.id' }),
});

/** The person of the seat, or whoever holds its post on the reader’s day; nobody once the seat has ended. */
const holder: FieldRead = {
  needs: ['personId', 'postId', 'fromOn', 'untilOn', 'archivedAt'],
  read: async ({ rows, field, reader, give, into }) => {
    const held = rows.filter(
      (row) => row['archivedAt'] === null && isHeldOn(row as Row & Seat, reader.today),
    );
    const holders = await holdersOf(
      reader,
      held.flatMap((row) => (row['postId'] as string | null) ?? []),
    );
    const sitting = new Map(
      held.map((row) => [
        row.id,
        (row['personId'] as string | null) ?? holders.get(row['postId'] as string) ?? null,
      ]),
    );
    const ids = [...new Set([...sitting.values()].flatMap((id) => id ?? []))];
    const people = await rowsById(reader, Person, ids, field.selection);
    await into('Person', [...people.values()]);
    for (const row of rows) give(row, people.get(sitting.get(row.id) ?? '') ?? null);
  },
};

defineReads('Seat', {
  board: toOne(() => Board, 'boardId'),
  person: toOne(() => Person, 'personId'),
  post: toOne(() => Post, 'postId'),
  holder,
  organisation: toOne(() => Organisation, 'organisationId'),
  deputies: toListed(() => Person, 'deputyIds'),
});
