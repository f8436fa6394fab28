import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { ComboBox, Select } from '../../platform/ui/Select';
import { TextArea } from '../../platform/ui/TextField';
import { useChoices } from '../organisations/choices';
import { useReportVerbs } from './report.operations';
import type { Clearance, Report } from './report.queries';
import { clearanceWords, KINDS, kindWord } from './reportWords';

type Kind = (typeof KINDS)[number]['id'];

/** Who is asked to clear the report, for what, and what they say: all side by side. */
export function Clearances({ report }: { readonly report: Report }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <section className="report-side" aria-labelledby="clearances">
      <h2 id="clearances">Clearances</h2>
      {refusal && (
        <Banner tone="danger" isLive onDismiss={() => setRefusal(null)}>
          {refusalWords(refusal)}
        </Banner>
      )}
      {report.clearances.length === 0 && <p className="quiet">Nobody has been asked yet.</p>}
      <ul className="report-clearances">
        {report.clearances.map((one) => (
          <ClearanceItem key={one.id} clearance={one} onRefusal={setRefusal} />
        ))}
      </ul>
      {report.viewerCan.write && <Ask report={report} onRefusal={setRefusal} />}
    </section>
  );
}

interface ItemProps {
  readonly clearance: Clearance;
  readonly onRefusal: (refusal: Refusal | null) => void;
}

const look = ({ status, isOfEarlierText }: Clearance) =>
  status === 'CLEARED' && !isOfEarlierText ? 'accent' : status === 'REQUESTED' ? 'plain' : 'warning';

function ClearanceItem({ clearance, onRefusal }: ItemProps) {
  const verbs = useReportVerbs();
  const [note, setNote] = useState('');
  const { id, version, kind, organisation, viewerCan } = clearance;
  const answer = (given: 'CLEARED' | 'CHANGES_WANTED') =>
    verbs
      .answerClearance({ id, expectedVersion: version, answer: given, note: note.trim() || null })
      .then((refused) => {
        onRefusal(refused);
        if (!refused) setNote('');
      });
  return (
    <li>
      <p>
        <strong>{kindWord(kind)}</strong>, {organisation?.name}{' '}
        <Badge look={look(clearance)}>{clearanceWords(clearance)}</Badge>
      </p>
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
            <Button size="sm" look="primary" onPress={() => void answer('CLEARED')}>
              Clear it as it stands
            </Button>
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

function Ask({ report, onRefusal }: { report: Report; onRefusal: ItemProps['onRefusal'] }) {
  const verbs = useReportVerbs();
  const choices = useChoices();
  const [kind, setKind] = useState<string | null>('FINANCE');
  const [organisationId, setOrganisation] = useState<string | null>(report.leadOrganisation?.id ?? null);
  return (
    <form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (organisationId)
          void verbs
            .requestClearance({ reportId: report.id, kind: kind as Kind, organisationId })
            .then(onRefusal);
      }}
    >
      <Select label="Ask for" options={KINDS} value={kind} onChange={setKind} />
      <ComboBox
        label="Of"
        options={choices.organisations}
        value={organisationId}
        onChange={setOrganisation}
      />
      <Button type="submit" isDisabled={organisationId === null}>
        Ask for the clearance
      </Button>
    </form>
  );
}
