/** Documents that ask for too much, written for this schema: what one says of a plan, and what it says beside it. */
export interface Flood {
  ofPlan: string;
  beside?: string;
  /** Where the document is no document at all. */
  whole?: string;
  variables?: Record<string, unknown>;
}

const repeat = (times: number, make: (index: number) => string, glue = ' ') =>
  Array.from({ length: times }, (_, index) => make(index)).join(glue);

/** Each level asks twice for the next: what is written out doubles. */
const doubling = (levels: number): Flood => ({
  ofPlan: '...F0',
  beside: `${repeat(levels, (n) => `fragment F${n} on Plan { a${n}: partnership { plans { ...F${n + 1} } } b${n}: partnership { plans { ...F${n + 1} } } }`)}
    fragment F${levels} on Plan { id }`,
});

const overlapping = (levels: number): string =>
  levels === 0 ? 'id' : `partnership { plans { ${overlapping(levels - 1)} } } `.repeat(2);

export const FLOODS: Record<string, Flood> = {
  'levels without end': { ofPlan: `${'partnership { plans { '.repeat(25)}id${' } }'.repeat(25)}` },
  'brackets without end': { ofPlan: '', whole: '{ a '.repeat(20_000) },
  'lists in lists': { ofPlan: `title(a: ${'['.repeat(30_000)}${']'.repeat(30_000)})` },
  aliases: { ofPlan: repeat(1_000, (n) => `a${n}: title`) },
  'one field over and over': { ofPlan: 'title '.repeat(3_000) },
  'one fragment over and over': { ofPlan: '...F '.repeat(2_000), beside: 'fragment F on Plan { id }' },
  'directives on a field': { ofPlan: `title ${'@skip(if: false) '.repeat(1_500)}` },
  'directives on a fragment': { ofPlan: '...F', beside: `fragment F on Plan ${'@a '.repeat(3_000)} { id }` },
  'fragments that double': doubling(30),
  'fragments in a circle': {
    ofPlan: '...A',
    beside: 'fragment A on Plan { ...B } fragment B on Plan { partnership { plans { ...A } } }',
  },
  'a long circle of fragments': {
    ofPlan: '...F0',
    beside: repeat(140, (n) => `fragment F${n} on Plan { id ...F${(n + 1) % 140} }`),
  },
  'fragments that nothing uses': {
    ofPlan: 'id',
    beside: repeat(2_000, (n) => `fragment F${n} on Plan { id }`),
  },
  'fields that overlap in pairs': { ofPlan: overlapping(10) },
  'inline fragments that repeat a field': { ofPlan: repeat(1_500, () => '... on Plan { title }') },
  'arguments without end': { ofPlan: `title(${repeat(2_000, (n) => `a${n}: 1`)})` },
  'operations without end': { ofPlan: 'id', beside: repeat(500, (n) => `query Q${n} { viewer { id } }`) },
  'names that are unknown': { ofPlan: repeat(2_000, (n) => `nam${n}`) },
  'tokens in a value': { ofPlan: `title(a: [${repeat(9_000, String)}])` },
  'a document that is too long': { ofPlan: `id #${'x'.repeat(110_000)}\n` },
  'lists of lists of lists': {
    ofPlan: `${'workstreams { actions { workstream { plan { '.repeat(4)}id${' } } } }'.repeat(4)}`,
  },
  'a list in a variable that is too long': { ofPlan: 'id', variables: { a: Array(2_500).fill(1) } },
  'a variable without a bottom': {
    ofPlan: 'id',
    variables: { a: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) },
  },
};

export const overHttp = (planId: string, { ofPlan, beside = '', whole }: Flood): string =>
  whole ?? `query Main { plan(id: "${planId}") { ${ofPlan} } } ${beside}`;

export const overSocket = (planId: string, { ofPlan, beside = '', whole }: Flood): string =>
  whole ??
  `subscription Main { changes(within: "${planId}") { item { ... on Plan { ${ofPlan} } } } } ${beside}`;
