/** What one document may ask for. The same numbers hold over HTTP and over the socket. */
export interface Limits {
  bytes: number;
  tokens: number;
  /** Brackets inside brackets, of any kind: keeps every later recursion shallow. */
  nesting: number;
  depth: number;
  operations: number;
  fragments: number;
  fragmentSpreads: number;
  aliases: number;
  directives: number;
  rootFields: number;
  /** The same answer key written more than once in one pair of braces. */
  repeats: number;
  /** Fields after every fragment is written out where it is used. */
  expandedFields: number;
  /** Comparisons that merging fields of one name would need. */
  mergeWork: number;
  variables: number;
  variableValues: number;
  /** Items of one list, written in the document or sent in a variable. */
  listItems: number;
  first: number;
  /** Items assumed in a list that has no `first` and no `listSize` of its own. */
  assumedListSize: number;
  cost: number;
  reportedErrors: number;
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 100_000,
  tokens: 8_000,
  nesting: 60,
  depth: 24,
  operations: 30,
  fragments: 150,
  fragmentSpreads: 500,
  aliases: 75,
  directives: 60,
  rootFields: 30,
  repeats: 8,
  expandedFields: 10_000,
  mergeWork: 60_000,
  variables: 60,
  variableValues: 20_000,
  listItems: 2_000,
  first: 100,
  assumedListSize: 5,
  cost: 100_000,
  reportedErrors: 20,
};
