import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { endWords, referenceEnd } from './crossReferences';
import { mentionedOwners } from './mentionedOwners';

const suggestionsQuery = graphql(
  `
    query Suggestions($at: ID!, $text: String!) {
      suggestCrossReferences(at: $at, text: $text) {
        text
        start
        reference
        promise: kind
        isReferenced
        unresolvedBecause
        item {
          ...ReferenceEnd_end
        }
        candidates {
          ...ReferenceEnd_end
        }
      }
    }
  `,
  [referenceEnd],
);

const actionsQuery = graphql(
  `
    query FindActions($within: ID!, $text: String, $organisationIds: [ID!]) {
      actions(within: $within, first: 8, filter: { text: $text, organisationIds: $organisationIds }) {
        nodes {
          ...ReferenceEnd_end
        }
      }
    }
  `,
  [referenceEnd],
);

const ownersQuery = graphql(`
  query FindOwners($id: ID!) {
    partnership(id: $id) {
      id
      organisations {
        id
        name
        shortName
      }
    }
  }
`);

const outsideQuery = graphql(
  `
    query FindOutside($id: ID!) {
      plan(id: $id) {
        id
        externalDependencies {
          ...ReferenceEnd_end
        }
      }
    }
  `,
  [referenceEnd],
);

export type Suggestion = ResultOf<typeof suggestionsQuery>['suggestCrossReferences'][number];

/** What was typed, once the writer pauses. */
export function usePaused(text: string, ms = 350): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return paused;
}

/** The references that people’s words contain, and what each leads to. Looked up when the writer pauses. */
export function useSuggestions(at: string, text: string): readonly Suggestion[] {
  const paused = usePaused(text).trim();
  const [{ data }] = useQuery({
    query: suggestionsQuery,
    variables: { at, text: paused },
    pause: !/\d|[A-Z]/.test(paused),
  });
  return paused === '' ? [] : (data?.suggestCrossReferences ?? []);
}

/** Actions whose words contain what was typed. */
export function useFoundActions(within: string, text: string) {
  const paused = usePaused(text).trim();
  const [{ data }] = useQuery({
    query: actionsQuery,
    variables: { within, text: paused },
    pause: paused.length < 2,
  });
  return paused.length < 2 ? [] : (data?.actions.nodes ?? []);
}

/** The organisations that what follows an @ names, and the words after that. Null where none is meant. */
export function useMentionedOwners(within: string, text: string) {
  const isMention = /^@\s*\S/.test(text);
  const [{ data }] = useQuery({ query: ownersQuery, variables: { id: within }, pause: !isMention });
  return isMention ? mentionedOwners(text.slice(1), data?.partnership?.organisations ?? []) : null;
}

/** Actions of the organisation that what follows an @ names: '@South Vale records'. */
export function useActionsOfMentioned(within: string, text: string) {
  const meant = useMentionedOwners(within, usePaused(text).trim());
  const [{ data }] = useQuery({
    query: actionsQuery,
    variables: { within, text: meant?.text || null, organisationIds: meant?.organisationIds ?? [] },
    pause: meant === null,
  });
  return meant === null ? [] : (data?.actions.nodes ?? []);
}

/** What the plan waits for from outside the partnership whose words contain what was typed: few enough to be all asked for. */
export function useFoundOutside(planId: string, text: string) {
  const paused = usePaused(text).trim().toLocaleLowerCase('en-GB');
  const [{ data }] = useQuery({
    query: outsideQuery,
    variables: { id: planId },
    pause: paused.length < 2,
  });
  if (paused.length < 2) return [];
  return (data?.plan?.externalDependencies ?? []).filter((one) =>
    endWords(one).words.toLocaleLowerCase('en-GB').includes(paused),
  );
}
