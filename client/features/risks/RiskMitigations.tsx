import { type FormEvent, useState } from 'react';
import { BragStatus } from '../../../schema/vocabulary';
import { useHere } from '../../platform/auth/viewer-context';
import { STATUSES_BY_CONCERN, statusWords } from '../../platform/format/status';
import { useToday } from '../../platform/format/useToday';
import { refusalWords } from '../../platform/graphql/saving';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { EditInPlaceSelect } from '../../platform/ui/EditInPlaceSelect';
import { StatusBlock, StatusPill } from '../../platform/ui/StatusPill';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { OwnerList } from './RiskFacts';
import { useRiskVerbs } from './risk.operations';
import type { Mitigation, PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

interface PartProps {
  readonly risk: PanelRisk;
}

function MitigationStatus({ risk, mitigation }: PartProps & { readonly mitigation: Mitigation }) {
  const { save } = useRiskContext();
  const { organisations } = useHere();
  const verbs = useRiskVerbs();
  const keeps = risk.viewerCan.update;
  const does = mitigation.owners.some(({ organisation }) =>
    organisations.some((one) => one.canEdit && one.organisation.id === organisation?.id),
  );
  const onSave = (id: string): Promise<void> =>
    save({
      item: `the mitigation “${mitigation.description}”`,
      version: mitigation.version,
      label: () => 'Status',
      show: (_field, value) =>
        typeof value === 'string' && value in BragStatus ? <StatusPill status={value as BragStatus} /> : null,
      send: (expectedVersion) =>
        verbs.rateMitigation({ id: mitigation.id, expectedVersion, status: BragStatus[id as BragStatus] }),
    });
  return (
    <EditInPlaceSelect
      label={`Status of “${mitigation.description}”`}
      value={mitigation.status}
      canEdit={keeps || does}
      onSave={onSave}
      options={STATUSES_BY_CONCERN.filter((one) => keeps || one !== BragStatus.BLUE).map((one) => ({
        id: one,
        label: one === BragStatus.BLUE ? 'Blue: done' : statusWords(one).label,
        mark: <StatusBlock status={one} isDecorative />,
      }))}
    >
      <StatusPill status={mitigation.status} />
    </EditInPlaceSelect>
  );
}

function Line({ risk, mitigation }: PartProps & { readonly mitigation: Mitigation }) {
  const { timing, status } = mitigation;
  const today = useToday();
  const isOverdue = status !== 'BLUE' && !!timing?.end && timing.end < today;
  return (
    <li className="mitigation">
      <p>{mitigation.description}</p>
      <div className="mitigation-facts">
        <MitigationStatus risk={risk} mitigation={mitigation} />
        <span>{timing ? `Due ${timing.asWritten}` : <span className="quiet">No date</span>}</span>
        {isOverdue && (
          <Badge look="danger" icon="clock">
            Overdue
          </Badge>
        )}
        <OwnerList owners={mitigation.owners} none="Nobody named" />
      </div>
    </li>
  );
}

function AddMitigation({ risk }: PartProps) {
  const verbs = useRiskVerbs();
  // Minted anew after each, so that sending twice makes one.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState({ description: '', timing: '' });
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    const timing = typed.timing.trim();
    const refused = await verbs.mitigate({
      id,
      riskId: risk.id,
      description: typed.description.trim(),
      ...(timing ? { timing } : {}),
    });
    setPending(false);
    setError(refused && refusalWords(refused));
    if (refused) return;
    setTyped({ description: '', timing: '' });
    setId(crypto.randomUUID());
  };
  return (
    <form
      className="risk-stack"
      aria-label={`Add a mitigation to ${riskName(risk)}`}
      onSubmit={(event) => void add(event)}
    >
      <TextArea
        label="What else is to be done"
        rows={2}
        value={typed.description}
        onChange={(description) => setTyped({ ...typed, description })}
        {...(error === null ? {} : { error })}
      />
      <TextField
        label="Due"
        isOptional
        description="As you would write it: “end of March 2027”, “Q3”"
        value={typed.timing}
        onChange={(timing) => setTyped({ ...typed, timing })}
      />
      <div className="risk-foot">
        <Button type="submit" isPending={isPending} isDisabled={typed.description.trim() === ''}>
          Add the mitigation
        </Button>
      </div>
    </form>
  );
}

/** What is done to lessen the risk: each with a status, those who do it, and when it is due. */
export function RiskMitigations({ risk }: PartProps) {
  const { viewer } = useHere();
  const mitigations = risk.mitigations.filter(({ archivedAt }) => archivedAt === null);
  return (
    <div className="risk-stack">
      {mitigations.length === 0 && <p className="quiet">Nothing is done about it yet.</p>}
      <ul className="mitigations">
        {mitigations.map((mitigation) => (
          <Line key={mitigation.id} risk={risk} mitigation={mitigation} />
        ))}
      </ul>
      {viewer?.mayWrite && risk.viewerCan.update && <AddMitigation risk={risk} />}
    </div>
  );
}
