import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function textScalar(
  name: string,
  description: string,
  accept: (text: string) => string | null,
  example: string,
) {
  const read = (value: unknown): string => {
    const accepted = typeof value === 'string' ? accept(value) : null;
    if (accepted === null) throw new GraphQLError(`Not a ${name}: write it like ${example}.`);
    return accepted;
  };
  return new GraphQLScalarType({
    name,
    description,
    // The database hands these out as text in exactly this form (platform/db/types.ts).
    serialize: (value) => value,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function realDay(text: string): string | null {
  if (!DAY.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

function realInstant(text: string): string | null {
  const match = INSTANT.exec(text);
  return match?.[1] && realDay(match[1]) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** A calendar day, `YYYY-MM-DD`, without a time or a time zone. */
export const DateScalar = textScalar('Date', 'A calendar day, `2018-09-30`.', realDay, '2018-09-30');

/** An instant, ISO 8601 with its offset. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant, ISO 8601 with its offset: `2018-09-30T09:00:00Z`.',
  realInstant,
  '2018-09-30T09:00:00Z',
);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** GraphQL’s own ID, held to what ids are here: anything else is refused at the door and never reaches the database. */
export const ID = textScalar(
  'ID',
  'A UUID.',
  (text) => (UUID.test(text) ? text.toLowerCase() : null),
  '0192f7a4-5c1e-7b3a-9d2f-3b1c5e8a7f60',
);
