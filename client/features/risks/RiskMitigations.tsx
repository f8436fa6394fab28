import { type FormEvent, useState } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { ArchivedMitigations } from './ArchivedMitigations';
import { MitigationLine } from './MitigationLine';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName } from './riskContext';

interface PartProps {
  readonly risk: PanelRisk;
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
  return (
    <div className="risk-stack">
      {risk.mitigations.length === 0 && <p className="quiet">Nothing is done about it yet.</p>}
      <ul className="mitigations">
        {risk.mitigations.map((mitigation) => (
          <MitigationLine key={mitigation.id} mitigation={mitigation} />
        ))}
      </ul>
      <ArchivedMitigations mitigations={risk.archivedMitigations} />
      {risk.viewerCan.update && <AddMitigation risk={risk} />}
    </div>
  );
}
