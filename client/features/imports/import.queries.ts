import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';

/** An import in a list of them. Its status goes by another name, since items of several types have one. */
export const importHead = graphql(`
  fragment ImportHead_import on Import @_unmask {
    id
    version
    fileName
    importStatus: status
    createdAt
    updatedAt
    skippedCount
    plan {
      id
      title
    }
    organisation {
      id
      name
    }
    importedBy {
      id
      name
    }
    counts {
      workstreams { create update unchanged }
      actions { create update unchanged }
      tasks { create update unchanged }
      risks { create update unchanged }
      mitigations { create update unchanged }
      updates { create update unchanged }
      crossReferences { create update unchanged }
    }
    viewerCan {
      apply
      undo
    }
  }
`);

/** All that is told of an import before, and after, it is applied. */
export const importReport = graphql(
  `
    fragment ImportReport_import on Import @_unmask {
      ...ImportHead_import
      notes
      skippedRows {
        sheet
        row
        reason
        text
      }
      owners {
        asWritten
        rows
        isGap
        matches {
          id
          kind
          name
          confidence
          how
        }
        chosen {
          id
          name
        }
      }
      timings {
        rows
        isFlagged
        timing {
          asWritten
          start
          end
          precision
          recurrence
        }
      }
      crossReferences {
        text
        from
        kind
        to
        candidates
        reason
      }
      changes {
        item
        field
        before
        after
      }
      kept {
        item
        field
        here
        inFile
      }
      missing
      left
      possiblySameWork {
        item
        words
        action {
          ...ReferenceEnd_end
          plan {
            id
            title
          }
        }
      }
    }
  `,
  [importHead, referenceEnd],
);

/** Where a file could go, and what was brought in before. */
export const importsQuery = graphql(
  `
    query Imports($partnershipId: ID!) {
      partnership(id: $partnershipId) {
        id
        viewerCan {
          createPlan
          administer
        }
        boards {
          id
          name
        }
        plans {
          id
          title
          planStatus: status
          viewerCan {
            import
          }
        }
      }
      imports(within: $partnershipId, first: 20) {
        nodes {
          ...ImportHead_import
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [importHead],
);

export const importQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) {
        ...ImportReport_import
      }
    }
  `,
  [importReport],
);

export type ImportHead = ResultOf<typeof importHead>;
export type ImportReport = ResultOf<typeof importReport>;
export type Destinations = NonNullable<ResultOf<typeof importsQuery>['partnership']>;
export type ImportOwner = ImportReport['owners'][number];
export type ImportMatch = ImportOwner['matches'][number];
