import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { crossReference, type ReferenceEnd } from '../actions/crossReferences';

/** What an organisation is told of a slip. Fields that other items name alike go by names of their own. */
export const impactNotice = graphql(
  `
    fragment ImpactNotice_notice on ImpactNotice @_unmask {
      id
      version
      outcome: status
      reasons
      wasDueOn
      isDueOn
      newDueOn
      answerNote: note
      told: organisation {
        id
        name
      }
      crossReference {
        ...CrossReference_reference
      }
      viewerMay: viewerCan {
        answer
      }
    }
  `,
  [crossReference],
);

export type ImpactNotice = ResultOf<typeof impactNotice>;

/** What slipped, and what counts on it: a dependency is given by what it points at, the rest by what they are written at. */
export function endsOf({ crossReference: { promise, from, to } }: ImpactNotice): {
  readonly giver: ReferenceEnd | null;
  readonly receiver: ReferenceEnd | null;
} {
  return promise === 'DEPENDS_ON' ? { giver: to, receiver: from } : { giver: from, receiver: to };
}
