import { useMemo } from 'react';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql, type VariablesOf } from '../../platform/graphql/graphql';
import { actionNow } from '../actions/actionRow';
import { planLine } from '../meetings/forwardPlan.queries';
import { meetingHead } from '../meetings/meeting.queries';
import { reportSight } from '../reports/report.queries';
import { riskNow } from '../risks/risk.queries';
import { workstreamPanel } from '../workstreams/workstream.operations';
import type { Restrictable } from './circle';
import { planHead } from './plan.queries';

/** Whoever a circle can be drawn of. */
export const circlesQuery = graphql(`
  query Circles($id: ID!) {
    partnership(id: $id) {
      id
      organisations {
        id
        name
        shortName
        archivedAt
      }
      boards {
        id
        name
        shortName
        archivedAt
        seats {
          id
          fromOn
          untilOn
          archivedAt
          holder {
            id
          }
        }
      }
      people {
        id
        name
        jobTitle
        archivedAt
        organisation {
          id
          name
        }
      }
    }
  }
`);

const restrictPlan = graphql(
  `mutation RestrictPlan($input: RestrictInput!) { restrictPlan(input: $input) { plan { ...PlanHead_plan } } }`,
  [planHead],
);
const restrictWorkstream = graphql(
  `mutation RestrictWorkstream($input: RestrictInput!) {
    restrictWorkstream(input: $input) { workstream { ...WorkstreamPanel_workstream } }
  }`,
  [workstreamPanel],
);
const restrictAction = graphql(
  `mutation RestrictAction($input: RestrictInput!) { restrictAction(input: $input) { action { ...ActionNow_action } } }`,
  [actionNow],
);
const restrictRisk = graphql(
  `mutation RestrictRisk($input: RestrictInput!) { restrictRisk(input: $input) { risk { ...RiskNow_risk } } }`,
  [riskNow],
);

const restrictMeeting = graphql(
  `mutation RestrictMeeting($input: RestrictInput!) { restrictMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const restrictEntry = graphql(
  `mutation RestrictForwardPlanEntry($input: RestrictForwardPlanEntryInput!) {
    restrictForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const restrictReport = graphql(
  `mutation RestrictReport($input: RestrictReportInput!) { restrictReport(input: $input) { report { ...ReportSight_report } } }`,
  [reportSight],
);

type RestrictInput = VariablesOf<typeof restrictPlan>['input'];

/** Says who sees an item, whatever it is. Answers null when it is done, or why not. */
export function useRestrict(): (type: Restrictable, input: RestrictInput) => Promise<Refusal | null> {
  const client = useClient();
  return useMemo(() => {
    const verbs = {
      Plan: (input: RestrictInput) => client.mutation(restrictPlan, { input }).toPromise(),
      Workstream: (input: RestrictInput) => client.mutation(restrictWorkstream, { input }).toPromise(),
      Action: (input: RestrictInput) => client.mutation(restrictAction, { input }).toPromise(),
      Risk: (input: RestrictInput) => client.mutation(restrictRisk, { input }).toPromise(),
      Meeting: (input: RestrictInput) => client.mutation(restrictMeeting, { input }).toPromise(),
      ForwardPlanEntry: (input: RestrictInput) => client.mutation(restrictEntry, { input }).toPromise(),
      Report: (input: RestrictInput) => client.mutation(restrictReport, { input }).toPromise(),
    };
    return async (type, input) => refusalOf((await verbs[type](input)).error);
  }, [client]);
}
