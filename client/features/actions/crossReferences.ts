import type { CrossReferenceKind } from '../../../schema/vocabulary.js';
import { formatReference } from '../../platform/format/references.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

/** An end of a cross-reference, whatever it is. */
export const referenceEnd = graphql(`
  fragment ReferenceEnd_end on CrossReferenceEnd @_unmask {
    __typename
    ... on Action {
      id
      reference
      title
      status
      isOverdue
      timing {
        asWritten
        end
      }
      workstream {
        id
        number
        title
      }
      plan {
        id
        title
      }
    }
    ... on Workstream {
      id
      number
      title
      plan {
        id
        title
      }
    }
    ... on Risk {
      id
      reference
      event
    }
    ... on Mitigation {
      id
      description
      status
    }
    ... on ExternalDependency {
      id
      title
      status
      controlledBy
      timing {
        asWritten
        end
      }
      awaitedBy: plan {
        id
      }
    }
    ... on Priority {
      id
      priorityNumber: number
      title
    }
    ... on Plan {
      id
      title
    }
  }
`);

export const crossReference = graphql(
  `
    fragment CrossReference_reference on CrossReference @_unmask {
      id
      version
      promise: kind
      answer: status
      note
      reason
      neededBy
      ifLate
      promisedBy
      confidence
      textAsWritten
      unresolvedBecause
      decidedAt
      decidedBy {
        id
        name
        organisation {
          id
          name
        }
      }
      strain {
        level
        reasons
      }
      from {
        ...ReferenceEnd_end
      }
      to {
        ...ReferenceEnd_end
      }
      viewerCan {
        answer
        accept
        update
        archive
      }
    }
  `,
  [referenceEnd],
);

export type CrossReference = ResultOf<typeof crossReference>;
export type ReferenceEnd = ResultOf<typeof referenceEnd>;

type KindName = keyof typeof CrossReferenceKind;

/** Each kind as a sentence from where it is written, and from the other end. */
export const KIND_WORDS: Readonly<Record<KindName, { readonly out: string; readonly in: string }>> = {
  DEPENDS_ON: { out: 'needs', in: 'is needed by' },
  CONTRIBUTES_TO: { out: 'contributes to', in: 'is contributed to by' },
  SAME_WORK_AS: { out: 'is part of the same work as', in: 'is part of the same work as' },
  MITIGATES: { out: 'mitigates', in: 'is mitigated by' },
  MEASURED_BY: { out: 'is measured by', in: 'measures' },
  FUNDED_BY: { out: 'is funded by', in: 'funds' },
  CONSIDERED_AT: { out: 'is considered at', in: 'considers' },
  RELATES_TO: { out: 'relates to', in: 'relates to' },
};

/** The kinds as they are chosen at the item a cross-reference is written at. */
export const KINDS = Object.entries(KIND_WORDS).map(([id, words]) => ({ id, label: `This ${words.out}` }));
export type Kind = KindName;
export const isKind = (id: string | null): id is Kind => id !== null && id in KIND_WORDS;

export const ANSWER_WORDS = {
  PROPOSED: 'Proposed, not yet answered',
  COUNTERED: 'Another day offered, not yet accepted',
  CONFIRMED: 'Confirmed',
  DISPUTED: 'Disputed',
} as const;

/** Whether it is for the reader to say the next word. */
export const waitsForViewer = ({ answer, viewerCan }: CrossReference): boolean =>
  answer === 'COUNTERED' ? viewerCan.accept : answer === 'PROPOSED' && viewerCan.answer;

/** 'WS2 B12 Recruitment hub'; what an end is called, with its words. */
export function endWords(end: ReferenceEnd): { readonly name: string; readonly words: string } {
  switch (end.__typename) {
    case 'Action':
      return { name: formatReference(end.workstream.number, end.reference), words: end.title };
    case 'Workstream':
      return { name: `Workstream ${end.number ?? ''}`.trim(), words: end.title };
    case 'Risk':
      return { name: `Risk ${end.reference ?? ''}`.trim(), words: end.event };
    case 'Mitigation':
      return { name: 'Mitigation', words: end.description };
    case 'ExternalDependency':
      return { name: 'Outside the partnership', words: `${end.title} (${end.controlledBy})` };
    case 'Priority':
      return { name: `Priority ${end.priorityNumber}`, words: end.title };
    case 'Plan':
      return { name: 'Plan', words: end.title };
  }
}

/** Where a reader can go and look at it. */
export function endAddress(end: ReferenceEnd): string | null {
  if (end.__typename === 'Action') return `/plans/${end.plan.id}/actions/${end.id}`;
  if (end.__typename === 'Workstream') return `/plans/${end.plan.id}/workstreams/${end.id}`;
  if (end.__typename === 'Plan') return `/plans/${end.id}`;
  if (end.__typename === 'ExternalDependency')
    return `${end.awaitedBy ? `/plans/${end.awaitedBy.id}` : ''}/external-dependencies`;
  return end.__typename === 'Risk' ? `/risks/${end.id}` : null;
}
