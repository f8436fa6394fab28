import { useState } from 'react';
import { useQuery } from 'urql';
import type { TextBlock } from '../../../schema/report-text';
import { formatInstant } from '../../platform/format/dates';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { Blocks } from './Blocks';
import { useReportVerbs } from './report.operations';
import { type Report, reportVersionQuery, type Version } from './report.queries';
import { REASON_WORDS } from './reportWords';

/** The report as it stood: what was kept by hand, and what was cleared and signed off. */
export function Versions({ report }: { readonly report: Report }) {
  const verbs = useReportVerbs();
  const [shown, setShown] = useState<Version | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <section className="report-side" aria-labelledby="versions">
      <h2 id="versions">As it stood</h2>
      {refusal && (
        <Banner tone="danger" isLive onDismiss={() => setRefusal(null)}>
          {refusalWords(refusal)}
        </Banner>
      )}
      {report.versions.length === 0 && <p className="quiet">No version has been kept yet.</p>}
      <ul className="report-versions">
        {report.versions.map((version) => (
          <li key={version.id}>
            <Button size="sm" look="quiet" icon="history" onPress={() => setShown(version)}>
              {REASON_WORDS[version.reason]}, {formatInstant(version.createdAt)}
            </Button>
            {version.keptBy && <span className="quiet">{version.keptBy.name}</span>}
          </li>
        ))}
      </ul>
      {report.viewerCan.write && (
        <Button size="sm" onPress={() => void verbs.keep({ reportId: report.id }).then(setRefusal)}>
          Keep it as it stands
        </Button>
      )}
      {shown && <VersionDialog version={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function VersionDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const [{ data }] = useQuery({ query: reportVersionQuery, variables: { id: version.id } });
  const kept = data?.reportVersion;
  return (
    <Dialog
      isOpen
      isWide
      title={REASON_WORDS[version.reason] ?? ''}
      lead={formatInstant(version.createdAt)}
      onClose={onClose}
    >
      {kept ? (
        <div className="report-read">
          {kept.recommended.length > 0 && (
            <ol>
              {kept.recommended.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
          )}
          {kept.sections.map(({ key, title, blocks }) => {
            const written = JSON.parse(blocks) as TextBlock[];
            return written.length === 0 ? null : (
              <section key={key}>
                <h3>{title}</h3>
                <Blocks blocks={written} />
              </section>
            );
          })}
        </div>
      ) : (
        <LoadingState what="the version" shape="text" />
      )}
    </Dialog>
  );
}
