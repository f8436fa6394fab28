import {
  buildSchema,
  type GraphQLFieldResolver,
  GraphQLInputObjectType,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLUnionType,
} from 'graphql';

const SDL = `
  scalar Day
  directive @mark on FIELD
  enum Colour { RED GREEN BLUE }
  input Range { from: Day to: Day = "2026-01-01" }
  input Texts { list: [String!] nested: Inner colour: Colour = RED number: Int }
  input Inner { list: [String!] number: Int texts: [Deeper!] }
  input Deeper { colour: Colour }
  input Endless { inside: Endless }
  interface Named { name: String }
  type Query {
    hello: String
    echo(texts: Texts, day: Day, days: [Day!], colour: Colour = GREEN, number: Float, id: ID): String
    endless(input: Endless): String
    remember(days: [Day!] = ["2026-05-05"], range: Range): String
    things(first: Int): [Thing]
    thing: Thing
    sure: Thing!
    pets: [Pet]
    named: [Named!]
    fail(what: String!): String
  }
  type Mutation { count: Int }
  union Pet = Cat | Dog
  type Cat implements Named { name: String lives: Int mother: Cat friend: Pet }
  type Dog implements Named { name: String barks(loud: Boolean! = true): String born: Day! }
  type Thing implements Named {
    id: ID! name: String upper(times: Int = 1): String! born: Day colour: Colour
    friends: [Thing!] sure: Thing! maybe: Thing pet: Pet fails: String failsHard: String! list: [[Int!]]
  }
`;

type Resolver = GraphQLFieldResolver<Record<string, unknown>, unknown, Record<string, unknown>>;

/** Every kind of thing a schema can hold, in small: some fields resolve at once, some later, some fail. */
export function createSchema(failures: Record<string, () => never> = {}): GraphQLSchema {
  const schema = buildSchema(SDL);
  resolve(schema, 'Query', {
    hello: () => 'world',
    echo,
    endless: echo,
    remember: echo,
    things: async (_, { first }) => Array.from({ length: Number(first ?? 3) }, (__, n) => thing(n)),
    thing: () => thing(1),
    sure: async () => thing(2),
    pets: () => [cat, dog, null, Promise.resolve(cat)],
    named: async () => [thing(4), cat, dog],
    fail: (_, { what }) => failures[String(what)]?.(),
  });
  resolve(schema, 'Thing', {
    name: ({ name }) => name,
    upper: async ({ name }, { times }) => String(name).toUpperCase().repeat(Number(times)),
    friends: async ({ n }) => (Number(n) < 3 ? [thing(Number(n) + 1), thing(7)] : [null, thing(5)]),
    // Later, not at once: graphql-js forgets the other items of a list when one fails at once.
    sure: async ({ n }) => (Number(n) % 2 ? thing(Number(n) + 1) : null),
    maybe: ({ n }) => (Number(n) < 4 ? Promise.resolve(thing(Number(n) + 2)) : null),
    fails: async () => {
      throw new Error('fails');
    },
    failsHard: async ({ n }) => {
      if (Number(n) > 1) throw new Error('fails hard');
      return 'fine';
    },
    pet: ({ n }) => (Number(n) % 2 ? cat : dog),
  });
  resolve(schema, 'Dog', {
    barks: (_, { loud }, context, info: GraphQLResolveInfo) =>
      `${loud} ${info.fieldName} ${info.path.key} ${info.parentType.name} ${info.fieldNodes.length} ${JSON.stringify(info.variableValues)} ${Object.keys(info.fragments).sort()} ${String(context)}`,
  });
  addTypeResolvers(schema);
  return schema;
}

/** What the resolver was given, in one order of keys: the order in which they came is nobody's business. */
const echo: Resolver = (_, args) =>
  JSON.stringify(args, (__, value) => (isPlain(value) ? inOrder(value) : value));

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const inOrder = (value: object) =>
  Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)));

function thing(n: number) {
  const born = n === 6 ? 'never' : new Date(Date.UTC(2020, n, 1));
  return {
    is: 'Thing',
    n,
    id: `thing-${n}`,
    name: n === 3 ? null : `name ${n}`,
    born,
    colour: n === 2 ? 'PINK' : 'RED',
    list: [[n], null, [1, n === 4 ? null : 2]],
  };
}

const cat = {
  is: 'Cat',
  name: 'Tom',
  lives: 9,
  mother: { is: 'Cat', name: 'Ada', lives: 3 },
  friend: { is: 'Dog', name: 'Rex', born: new Date(0) },
};
const dog = { is: 'Dog', name: 'Rex', born: new Date(Date.UTC(2021, 1, 3)) };

function resolve(schema: GraphQLSchema, type: string, resolvers: Record<string, Resolver>): void {
  const object = schema.getType(type);
  if (!(object instanceof GraphQLObjectType)) throw new Error(`No type ${type}`);
  for (const [name, resolver] of Object.entries(resolvers)) {
    const field = object.getFields()[name];
    if (!field) throw new Error(`No field ${type}.${name}`);
    field.resolve = resolver;
  }
}

function addTypeResolvers(schema: GraphQLSchema): void {
  const resolveType = (value: { is: string }) => value.is;
  for (const name of ['Pet', 'Named']) {
    const type = schema.getType(name);
    if (type instanceof GraphQLUnionType || (type && 'resolveType' in type)) type.resolveType = resolveType;
  }
  const day = schema.getType('Day');
  if (!(day instanceof GraphQLScalarType)) throw new Error('No Day');
  day.serialize = (value) => {
    if (!(value instanceof Date)) throw new TypeError('Not a day');
    return value.toISOString().slice(0, 10);
  };
  day.parseValue = (value) => {
    const date = new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new TypeError('Not a day');
    return date;
  };
  day.parseLiteral = (node) => day.parseValue('value' in node ? node.value : null);
  // A schema built from code holds defaults as the code would see them, not as they are written.
  const range = schema.getType('Range');
  if (range instanceof GraphQLInputObjectType)
    Object.assign(range.getFields()['to'] ?? {}, { defaultValue: new Date(0) });
  const days = schema
    .getQueryType()
    ?.getFields()
    ['remember']?.args.find(({ name }) => name === 'days');
  if (days) days.defaultValue = [new Date(1e12)];
}
