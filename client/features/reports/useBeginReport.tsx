import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { type Refusal, refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { tellOutcome } from '../../platform/graphql/outcome';
import type { MenuEntry } from '../../platform/ui/Menu';
import { BeginReportDialog } from './BeginReportDialog';

const createReport = graphql(`
  mutation CreateReport($input: CreateReportInput!) {
    createReport(input: $input) { report { id } }
  }
`);

interface ReportedOn {
  readonly title: string;
  readonly reports: readonly unknown[];
  /** Of the entry or of the item. */
  readonly of: { readonly forwardPlanEntryId: string } | { readonly agendaItemId: string };
  /** Whom a confidential report is for, in words; null where all who see the entry may read. */
  readonly confidentialTo: string | null;
}

/** “Begin its report”, where there is none yet: answered for by the organisation of whoever begins it. Of a confidential one it is said first whom it is for: the second part. */
export function useBeginReport({
  title,
  reports,
  of,
  confidentialTo,
}: ReportedOn): readonly [MenuEntry[], ReactNode] {
  const client = useClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const leadOrganisationId = useHere().person?.organisation?.id;
  if (reports.length > 0 || !leadOrganisationId) return [[], null];
  const begin = async (): Promise<Refusal | null> => {
    const input = { ...of, leadOrganisationId };
    const { data, error } = await client.mutation(createReport, { input }).toPromise();
    if (data) void navigate(`/reports/${data.createReport.report.id}`);
    return refusalOf(error);
  };
  const beginAtOnce = async (): Promise<void> => {
    const refusal = await begin();
    if (refusal) tellOutcome(refusal, '');
  };
  return [
    [
      {
        id: 'report',
        label: confidentialTo === null ? 'Begin its report' : 'Begin its report…',
        icon: 'edit',
        onAction: () => (confidentialTo === null ? void beginAtOnce() : setAsked(true)),
      },
    ],
    isAsked && confidentialTo !== null && (
      <BeginReportDialog {...{ title, begin }} circle={confidentialTo} onClose={() => setAsked(false)} />
    ),
  ];
}
