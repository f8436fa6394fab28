import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { TextField } from '../../platform/ui/TextField';
import { ReviewDate } from './RisksTable';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

interface Begun {
  readonly on: string;
  readonly version: number;
}

/** When the risk is looked at next: a calendar day, or none. */
export function ReviewField({ risk }: { readonly risk: PanelRisk }) {
  const { save } = useRiskContext();
  const verbs = useRiskVerbs();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [error, setError] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    if (!begun) return;
    try {
      await save({
        item: riskName(risk),
        version: begun.version,
        label: () => 'Review date',
        send: (expectedVersion) => verbs.update({ id: risk.id, expectedVersion, reviewOn: begun.on || null }),
      });
      setBegun(null);
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : 'This could not be saved');
    }
  };
  if (!begun)
    return (
      <span className="risk-review">
        <ReviewDate risk={risk} />
        {risk.viewerCan.update && (
          <Button
            size="sm"
            look="quiet"
            icon="calendar"
            onPress={() => {
              setError(null);
              setBegun({ on: risk.reviewOn ?? '', version: risk.version });
            }}
          >
            Change
          </Button>
        )}
      </span>
    );
  return (
    <span className="risk-review">
      <TextField
        label="Review date"
        isLabelHidden
        type="date"
        autoFocus
        value={begun.on}
        onChange={(on) => setBegun({ ...begun, on })}
        {...(error === null ? {} : { error })}
      />
      <Button size="sm" look="primary" onPress={() => void keep()}>
        Save
      </Button>
      <Button size="sm" onPress={() => setBegun(null)}>
        Cancel
      </Button>
    </span>
  );
}
