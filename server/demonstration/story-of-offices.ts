import type { Holding } from './bodies.types.js';
import { idOf, type NewRow, type Step } from './history.js';
import type { Day } from './keys.types.js';
import type { Stage } from './stage.js';

/** The day the partnership came to Accord. What began before it was written down then, what came later on its day. */
export const beganOn: Day = '2026-02-02';

/** Something the administrator writes down on its day, between two hours. */
export interface Happening {
  key: string;
  day: Day;
  hours: [number, number];
  steps: Step[];
}

export function holdersOfPosts(stage: Stage): Happening[] {
  const { content, circles } = stage;
  return content.posts.flatMap((post) =>
    post.holders.flatMap((holding) => {
      const directs = content.abus
        .filter((abu) => abu.managingDirector === post.key)
        .map(({ key }) => idOf('abu', key));
      const director = (personId: string | null): Step[] =>
        directs.length
          ? [{ update: 'accountable_business_units', ids: directs, set: { managingDirectorId: personId } }]
          : [];
      const personId = idOf('person', holding.person);
      const isCurrent = holding.until === undefined || holding.until > beganOn;
      return term(`holder ${post.key}/${holding.person}`, 'post_holders', holding, {
        row: {
          audienceId: circles.partnership,
          postId: idOf('post', post.key),
          personId,
          isInterim: holding.interim ?? false,
        },
        begins: isCurrent ? director(personId) : [],
        ends: director(null),
      });
    }),
  );
}

/** A seat that goes with a post passes on with it: one row. Others have a row for each who sat there. */
export function seats({ content, circles }: Stage): Happening[] {
  return content.seats.flatMap((seat) => {
    const row = {
      audienceId: circles.partnership,
      boardId: idOf('board', seat.board),
      organisationId: idOf('organisation', seat.organisation),
      capacity: seat.capacity,
      isVoting: seat.votes,
      deputyIds: (seat.deputies ?? []).map((key) => idOf('person', key)),
    };
    const [first] = seat.holders;
    if (seat.post && first)
      return term(
        `seat ${seat.key}`,
        'seats',
        { person: '', from: first.from },
        {
          row: { ...row, personId: null, postId: idOf('post', seat.post) },
        },
      );
    return seat.holders.flatMap((holding) =>
      term(`seat ${seat.key}/${holding.person}`, 'seats', holding, {
        row: { ...row, personId: idOf('person', holding.person), postId: null },
      }),
    );
  });
}

/** A time in a post or a seat: begun on its day, ended on its day. */
function term(
  key: string,
  table: string,
  { from, until }: Holding,
  { row, begins = [], ends = [] }: { row: Omit<NewRow, 'id'>; begins?: Step[]; ends?: Step[] },
): Happening[] {
  const id = idOf('term', key);
  const isOver = until !== undefined && until <= beganOn;
  const begun = { ...row, id, fromOn: from, untilOn: isOver ? until : null } as unknown as NewRow;
  const beginning: Happening = {
    key: `${key} begins`,
    day: from,
    hours: [8.5, 9],
    steps: [{ insert: table, rows: [begun] }, ...begins],
  };
  if (until === undefined || isOver) return [beginning];
  const end: Step = { update: table, ids: [id], set: { untilOn: until } };
  return [beginning, { key: `${key} ends`, day: until, hours: [17, 17.5], steps: [end, ...ends] }];
}
