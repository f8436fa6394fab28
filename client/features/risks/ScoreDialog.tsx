import { useState } from 'react';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';
import { SCORES, type ScoreKind } from './riskScores';
import { draftOf, isSameDraft, ScoreFields } from './ScoreFields';

const COLUMNS = SCORES.flatMap(({ id, label }) => [
  [`${id}Likelihood`, `${label} likelihood`],
  [`${id}Impact`, `${label} impact`],
]) as [string, string][];
const LABELS: ReadonlyMap<string, string> = new Map(COLUMNS);

/** Whether a score has a part in what the writer chose to keep. */
const isKept = (kind: ScoreKind, only: ReadonlySet<string> | null): boolean =>
  only === null || [...only].some((field) => field.startsWith(kind));

/** The three scores together, as they are looked at together. Only what was changed is sent. */
export function ScoreDialog({ risk, onClose }: { readonly risk: PanelRisk; readonly onClose: () => void }) {
  const { save } = useRiskContext();
  const verbs = useRiskVerbs();
  // What this was opened with: if somebody else scores meanwhile, saving asks.
  const [began] = useState(risk);
  const [drafts, setDrafts] = useState(() => ({
    inherent: draftOf(risk.inherent),
    current: draftOf(risk.current),
    target: draftOf(risk.target),
  }));
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const changed = SCORES.filter(({ id }) => !isSameDraft(drafts[id], draftOf(began[id])));

  const submit = async (): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      await save({
        item: riskName(risk),
        version: began.version,
        label: (field) => LABELS.get(field) ?? field,
        send: (expectedVersion, only) =>
          verbs.score({
            id: risk.id,
            expectedVersion,
            ...Object.fromEntries(changed.flatMap(({ id }) => (isKept(id, only) ? [[id, drafts[id]]] : []))),
          }),
      });
      onClose();
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : 'This could not be saved');
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      isDismissable={changed.length === 0}
      title={`Score ${riskName(risk)}`}
      lead="Likelihood × impact, each from 1 to 5."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={isPending}
            isDisabled={changed.length === 0}
            onPress={() => void submit()}
          >
            Save the scores
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      {SCORES.map(({ id, label, means }) => (
        <ScoreFields
          key={id}
          label={`${label}, ${means}`}
          value={drafts[id]}
          onChange={(draft) => setDrafts({ ...drafts, [id]: draft })}
        />
      ))}
    </Dialog>
  );
}
