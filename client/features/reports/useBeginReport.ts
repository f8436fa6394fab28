import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { tellOutcome } from '../../platform/graphql/outcome';
import type { MenuEntry } from '../../platform/ui/Menu';

const createReport = graphql(`
  mutation CreateReport($input: CreateReportInput!) {
    createReport(input: $input) { report { id } }
  }
`);

interface ReportedOn {
  readonly reports: readonly unknown[];
  /** Of the entry or of the item. */
  readonly of: { readonly forwardPlanEntryId: string } | { readonly agendaItemId: string };
  /** The boards’ seats, for whom a confidential report is; null where all who see the entry may read. */
  readonly confidentialToBoardId: string | null;
}

/** “Begin its report”, where there is none yet: answered for by the organisation of whoever begins it. */
export function useBeginReport({ reports, of, confidentialToBoardId }: ReportedOn): MenuEntry[] {
  const client = useClient();
  const navigate = useNavigate();
  const leadOrganisationId = useHere().person?.organisation?.id;
  if (reports.length > 0 || !leadOrganisationId) return [];
  const begin = async (): Promise<void> => {
    const audience = confidentialToBoardId
      ? { kind: 'BOARD' as const, boardId: confidentialToBoardId }
      : undefined;
    const input = { ...of, leadOrganisationId, ...(audience && { audience }) };
    const { data, error } = await client.mutation(createReport, { input }).toPromise();
    if (data) void navigate(`/reports/${data.createReport.report.id}`);
    else tellOutcome(refusalOf(error), '');
  };
  return [{ id: 'report', label: 'Begin its report', icon: 'edit', onAction: () => void begin() }];
}
