import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { formatLongDay } from '../../platform/format/dates';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Clearances } from './Clearances';
import { Findings } from './Findings';
import { Recommendations } from './Recommendations';
import { ReportFacts } from './ReportFacts';
import { ReportStatus } from './ReportStatus';
import { useReportLive, useReportSync } from './report.live';
import { type Report, reportQuery } from './report.queries';
import { SectionEditor } from './SectionEditor';
import { SignOff } from './SignOff';
import { Versions } from './Versions';
import './Report.css';

/** A report as it is written by everybody who writes it. */
export function ReportPage() {
  const { reportId = '' } = useParams();
  const [{ data, error }, ask] = useQuery({
    query: reportQuery,
    variables: { id: reportId },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const report = data?.report ?? null;
  useReportLive(reportId, report?.meeting?.id ?? report?.board?.id ?? null, again);
  if (report) return <OpenReport key={report.id} report={report} />;
  return (
    <Page title="Report">
      {error && !data ? (
        <ErrorState onRetry={again} />
      ) : data ? (
        <ForbiddenState actions={<LinkButton href="/boards">Go to the boards</LinkButton>} />
      ) : (
        <LoadingState what="the report" shape="text" />
      )}
    </Page>
  );
}

function OpenReport({ report }: { readonly report: Report }) {
  const { sync, state } = useReportSync(report.id);
  const { meeting, board, reportTemplate } = report;
  const isOpen = sync !== null && state.saving !== 'OPENING';
  if (state.saving === 'GONE')
    return (
      <Page title="Report">
        <ForbiddenState actions={<LinkButton href="/boards">Go to the boards</LinkButton>} />
      </Page>
    );
  const canWrite = report.viewerCan.write && report.archivedAt === null && state.saving !== 'REFUSED';
  return (
    <Page
      title={report.title}
      lead={meeting ? `${reportTemplate.title}, for ${formatLongDay(meeting.meetsOn)}` : reportTemplate.title}
      trail={
        board
          ? [
              { label: 'Boards', to: '/boards' },
              { label: board.name, to: `/boards/${board.id}` },
            ]
          : []
      }
    >
      <div className="report">
        <div className="report-main">
          <ReportStatus state={state} canWrite={canWrite} />
          {isOpen ? (
            reportTemplate.sections.map((section) => (
              <div key={section.key}>
                <SectionEditor section={section} sync={sync} canWrite={canWrite} />
                {section.key === 'recommendations' && <Recommendations report={report} />}
              </div>
            ))
          ) : (
            <LoadingState what="the text" shape="text" />
          )}
        </div>
        <aside className="report-aside" aria-label="About this report">
          <ReportFacts report={report} />
          <Findings report={report} />
          <Clearances report={report} />
          <SignOff report={report} />
          <Versions report={report} />
        </aside>
      </div>
    </Page>
  );
}
