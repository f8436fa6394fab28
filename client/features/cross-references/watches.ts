import { useMemo } from 'react';
import { useClient } from 'urql';
import { formatDay } from '../../platform/format/dates';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';

/** Which organisation watches something, and what it was told and has not noted. Fields named alike elsewhere go by names of their own. */
export const watch = graphql(`
  fragment Watch_watch on Watch @_unmask {
    id
    version
    movedAt
    wasExpected
    wasExpectedOn
    watcher: organisation {
      id
      name
      shortName
    }
    mayEnd: viewerCan {
      update
    }
  }
`);

export type Watch = ResultOf<typeof watch>;

const createWatch = graphql(
  `mutation CreateWatch($input: CreateWatchInput!) {
    createWatch(input: $input) { watch { ...Watch_watch externalDependency { id watches { id } } } }
  }`,
  [watch],
);
const archiveWatch = graphql(
  `mutation ArchiveWatch($input: ItemVersionInput!) {
    archiveWatch(input: $input) { watch { ...Watch_watch externalDependency { id watches { id } } } }
  }`,
  [watch],
);
const noteWatch = graphql(
  `mutation NoteWatch($input: ItemVersionInput!) { noteWatch(input: $input) { watch { ...Watch_watch } } }`,
  [watch],
);

/** Begins, ends and notes. Each answers null when it is done, or why not. */
export function useWatchVerbs() {
  const client = useClient();
  return useMemo(() => {
    const make = verbMaker(client);
    return { begin: make(createWatch), end: make(archiveWatch), note: make(noteWatch) };
  }, [client]);
}

/** What it moved from; the day itself where the words are still the same. */
export function movedWords(
  { movedAt, wasExpected, wasExpectedOn }: Watch,
  now: { readonly asWritten: string } | null,
): string | null {
  if (movedAt === null) return null;
  if (wasExpected === null) return 'It had no date before';
  const isSameWords = wasExpected === now?.asWritten && wasExpectedOn !== null;
  return `It was expected ${isSameWords ? `by ${formatDay(wasExpectedOn)}` : wasExpected}`;
}
