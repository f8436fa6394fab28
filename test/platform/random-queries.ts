import fc from 'fast-check';

/** Random queries over the small schema: fields, aliases, fragments, unions, interfaces and arguments. */
const selections = fc.letrec<Record<'thing' | 'pet' | 'named' | 'thingField' | 'petField', string>>(
  (tie) => ({
    thingField: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('id', 'name', '__typename', 'born', 'colour', 'list', 'fails', 'a: name', 'failsHard'),
      fc.constantFrom('upper', 'upper(times: 2)', 'upper(times: $n)', 'upper(times: $absent)'),
      fc.constantFrom(
        '...Common',
        '... on Named { name }',
        '... on Thing { id name }',
        '... on Pet { __typename }',
      ),
      tie('thing').map((inner) => `friends { ${inner} }`),
      tie('thing').map((inner) => `maybe { ${inner} }`),
      tie('thing').map((inner) => `b: maybe { ${inner} }`),
      tie('thing').map((inner) => `sure { ${inner} }`),
      tie('pet').map((inner) => `pet { ${inner} }`),
      tie('thing').map((inner) => `... { ${inner} }`),
    ),
    petField: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        '__typename',
        '... on Cat { name lives }',
        '... on Dog { name born }',
        '... on Named { name }',
      ),
      fc.constantFrom(
        '... on Dog { barks barked: barks(loud: false) }',
        '... on Cat { mother { name lives } }',
      ),
      tie('pet').map((inner) => `... on Cat { friend { ${inner} } }`),
    ),
    thing: fc.array(tie('thingField'), { minLength: 1, maxLength: 5 }).map(join),
    pet: fc.array(tie('petField'), { minLength: 1, maxLength: 3 }).map(join),
    named: fc
      .array(
        fc.oneof(
          fc.constantFrom('name', '__typename', '... on Cat { lives }', '... on Dog { born }'),
          tie('thing').map((inner) => `... on Thing { ${inner} }`),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(join),
  }),
);

function join(parts: string[]): string {
  return parts.join(' ');
}

const rootField = fc.oneof(
  selections.thing.map((inner) => `things(first: 3) { ${inner} }`),
  selections.thing.map((inner) => `thing { ${inner} }`),
  selections.thing.map((inner) => `sure { ${inner} }`),
  selections.pet.map((inner) => `pets { ${inner} }`),
  selections.named.map((inner) => `named { ${inner} }`),
  fc.constantFrom(
    'hello',
    'echo',
    'echo(texts: { list: ["a", "b"], nested: { number: 3 } }, number: 3, id: 7)',
    'echo(texts: { list: "one" }, colour: BLUE)',
    'echo(texts: null)',
    'echo(texts: $texts)',
    'echo(colour: $colour, number: $number)',
    'echo(day: $day, days: $days)',
    'echo(texts: { list: ["a", $word], nested: { number: $n } })',
    'echo(texts: { list: $words, colour: $colour })',
    'echo(texts: { nested: { list: [$word], texts: [{ colour: $colour }] } })',
  ),
);

const HEAD =
  'query($n: Int, $absent: Int, $texts: Texts, $day: Day, $days: [Day!], $colour: Colour = BLUE, $number: Float = 2, $id: ID, $word: String!, $words: [String!])';
const USED = `
  used: echo(texts: $texts, day: $day, days: $days, colour: $colour, number: $number, id: $id)
  inside: echo(texts: { list: [$word] })
  words: echo(texts: { nested: { list: $words } })
  times: things { upper(times: $n) more: upper(times: $absent) ...Common }`;
const COMMON = 'fragment Common on Thing { name maybe { id ...More } } fragment More on Named { name }';

export const queries = fc
  .array(rootField, { minLength: 1, maxLength: 3 })
  .map(
    (fields) =>
      `${HEAD} { ${fields.map((field, index) => `r${index}: ${field}`).join(' ')} ${USED} } ${COMMON}`,
  );

const anything = fc.constantFrom<unknown[]>(
  ...[undefined, null, 0, 3, -1, 2 ** 40, 1.5, true, 'x', 'RED', 'PINK', '2026-01-02', [], {}],
  ...[['2026-01-02', '2026-01-03'], ['x', null], { list: ['a'] }, { list: 'a', nested: { list: [1] } }],
  ...[
    { number: '3' },
    { unknown: 1 },
    { colour: 'BLUE', nested: { texts: [{ colour: null }, { colour: 'GREY' }] } },
    { nested: { texts: { colour: 'RED' } } },
  ],
);

export const anyVariables = fc.record(
  {
    n: anything,
    texts: anything,
    day: anything,
    days: anything,
    colour: anything,
    number: anything,
    id: anything,
    word: anything,
    words: anything,
  },
  { requiredKeys: [] },
);

export const goodVariables = fc.record(
  {
    n: fc.constantFrom(1, 2, 3, null),
    texts: fc.constantFrom(null, { list: ['a'], nested: { number: 1 } }, { list: 'one' }, {}),
    day: fc.constantFrom('2026-01-02', null),
    days: fc.constantFrom(['2026-01-02'], '2026-01-02', []),
    colour: fc.constantFrom('RED', null),
    id: fc.constantFrom(1, 'one'),
    word: fc.constantFrom('one', ''),
    words: fc.constantFrom(['one'], 'one', [], null),
  },
  { requiredKeys: ['word'] },
);
