import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** Rules as a profile has them and as a board does: what both are read by. */
const ruleSet = graphql(`
  fragment RuleSet_rules on RuleSet @_unmask {
    noticeClearDays
    counting
    keyDecisionNoticeClearDays
    privateMeetingNoticeClearDays
    privateMeetingFurtherNoticeClearDays
    questionsByClearDays
    longestQuestionWords
    mostQuestions
    draftReportsByWorkingDays
    clearancesByWorkingDays
    quorum {
      inWords
      atLeast
      fraction {
        numerator
        denominator
      }
      organisationsAtLeast
      parts {
        label
        atLeast
        organisationKinds
        posts {
          id
          title
        }
      }
    }
    exemptions {
      paragraph
      wording
      source
    }
    exclusionWording
    standingItems {
      title
      section
      place
      minutes
    }
    retention
    saysRestrictedGap
    lateItemsNeedChairReason
    proposesRisksFrom
  }
`);

export const boardRules = graphql(
  `
    fragment BoardRules_rules on BoardRules @_unmask {
      id
      version
      profile
      isAdopted
      adjusted
      profileChanges {
        rule
        isAdjusted
      }
      adoptedProfile {
        ...RuleSet_rules
      }
      ...RuleSet_rules
      template {
        name
        templateVersion
        sources {
          rule
          text
        }
        ...RuleSet_rules
      }
      viewerCan {
        update
      }
    }
  `,
  [ruleSet],
);

export type RuleSet = ResultOf<typeof ruleSet>;
export type BoardRules = ResultOf<typeof boardRules>;
export type RuleName = BoardRules['adjusted'][number];
