import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { TextArea } from '../../platform/ui/TextField';
import { AskClearance } from './AskClearance';
import { useReportVerbs } from './report.operations';
import type { Clearance, Report } from './report.queries';
import { answerableWords, clearanceWords, kindWord, missingKinds } from './reportWords';

/** Who is asked to clear the report, for what, and what they say: all side by side. */
export function Clearances({ report }: { readonly report: Report }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const missing = missingKinds(report);
  return (
    <section className="report-side" aria-labelledby="clearances">
      <h2 id="clearances">Clearances</h2>
      {refusal && (
        <Banner tone="danger" isLive onDismiss={() => setRefusal(null)}>
          {refusalWords(refusal)}
        </Banner>
      )}
      {report.clearances.length === 0 && missing.length === 0 && (
        <p className="quiet">Nobody has been asked yet.</p>
      )}
      <ul className="report-clearances">
        {report.clearances.map((one) => (
          <ClearanceItem key={one.id} reportId={report.id} clearance={one} onRefusal={setRefusal} />
        ))}
        {missing.map((kind) => (
          <li key={kind}>
            <p>
              <strong>{kindWord(kind)}</strong> <Badge look="warning">Nobody has been asked</Badge>
            </p>
            <p className="quiet">The board wants it of each of its reports.</p>
          </li>
        ))}
      </ul>
      {report.viewerCan.write && <AskClearance report={report} />}
    </section>
  );
}

interface ItemProps {
  readonly reportId: string;
  readonly clearance: Clearance;
  readonly onRefusal: (refusal: Refusal | null) => void;
}

const look = ({ status, isOfEarlierText }: Clearance) =>
  status === 'CLEARED' && !isOfEarlierText ? 'accent' : status === 'REQUESTED' ? 'plain' : 'warning';

function ClearanceItem({ reportId, clearance, onRefusal }: ItemProps) {
  const verbs = useReportVerbs();
  const [note, setNote] = useState('');
  const { id, version, kind, organisation, viewerCan, status, isOfEarlierText } = clearance;
  const isCleared = status === 'CLEARED' && !isOfEarlierText;
  const answer = async (given: 'CLEARED' | 'CHANGES_WANTED'): Promise<void> => {
    const seenHash = await verbs.asRead(reportId);
    const said = { answer: given, note: note.trim() || null, seenHash };
    const refused = await verbs.answerClearance({ id, expectedVersion: version, ...said });
    onRefusal(refused);
    if (!refused) setNote('');
  };
  return (
    <li>
      <p>
        <strong>{kindWord(kind)}</strong>, {organisation?.name}{' '}
        <Badge look={look(clearance)}>{clearanceWords(clearance)}</Badge>
      </p>
      <p className="quiet">{answerableWords(clearance)}</p>
      {clearance.note && <p className="report-note">{clearance.note}</p>}
      {viewerCan.answer && (
        <div className="report-form">
          <TextArea
            label={`What ${organisation?.shortName ?? organisation?.name} says for ${kindWord(kind).toLowerCase()}`}
            rows={2}
            value={note}
            onChange={setNote}
          />
          <div className="report-buttons">
            {!isCleared && (
              <Button size="sm" look="primary" onPress={() => void answer('CLEARED')}>
                Clear it as it stands
              </Button>
            )}
            <Button size="sm" onPress={() => void answer('CHANGES_WANTED')}>
              Changes wanted
            </Button>
          </div>
        </div>
      )}
      {viewerCan.archive && (
        <Button
          size="sm"
          look="quiet"
          onPress={() => void verbs.archiveClearance({ id, expectedVersion: version }).then(onRefusal)}
        >
          Take the request back
        </Button>
      )}
    </li>
  );
}
