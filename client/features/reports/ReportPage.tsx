import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { RECOMMENDATIONS } from '../../../schema/report-words';
import { formatDay, formatLongDay } from '../../platform/format/dates';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Attachments } from '../attachments/Attachments';
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
  const meeting = report?.meeting;
  useReportLive(reportId, meeting?.id ?? report?.board?.id ?? null, meeting?.changesCursor, again);
  if (report) return <OpenReport key={report.id} report={report} refresh={again} />;
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

function OpenReport({ report, refresh }: { readonly report: Report; readonly refresh: () => void }) {
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
      trail={[
        { label: 'Boards & ABUs', to: '/boards' },
        ...(board ? [{ label: board.name, to: `/boards/${board.id}` }] : []),
        ...(meeting
          ? [{ label: `Meeting of ${formatDay(meeting.meetsOn)}`, to: `/meetings/${meeting.id}` }]
          : []),
      ]}
    >
      <div className="report">
        <div className="report-main">
          <ReportStatus state={state} canWrite={canWrite} />
          {isOpen ? (
            reportTemplate.sections.map((section) => (
              <div key={section.key}>
                <SectionEditor section={section} sync={sync} canWrite={canWrite} report={report} />
                {section.key === RECOMMENDATIONS && <Recommendations report={report} />}
              </div>
            ))
          ) : (
            <LoadingState what="the text" shape="text" />
          )}
          <section className="report-section" aria-labelledby="attachments">
            <h2 id="attachments">Attachments</h2>
            <Attachments
              to={{ reportId: report.id }}
              attachments={report.attachments}
              canAttach={canWrite}
              refresh={refresh}
            />
          </section>
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
