import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { useRiskVerbs } from './risk.operations';
import type { PanelRisk } from './risk.queries';
import { riskName, useRiskContext } from './riskContext';

export type RiskField = 'reference' | 'cause' | 'event' | 'effect' | 'controls';

const LABELS: Readonly<Record<RiskField, string>> = {
  reference: 'Reference',
  cause: 'Cause',
  event: 'Event',
  effect: 'Effect',
  controls: 'Controls',
};

/** Words of a risk, edited where they stand. They are saved against the version at which the writing began. */
export function RiskText({ risk, field }: { readonly risk: PanelRisk; readonly field: RiskField }) {
  const { save } = useRiskContext();
  const verbs = useRiskVerbs();
  const { onFocusCapture, begunAt } = useBegunVersion(risk.version);
  const onSave = (next: string): Promise<void> =>
    save({
      item: riskName(risk),
      version: begunAt(),
      label: () => LABELS[field],
      send: (expectedVersion) =>
        verbs.update({
          id: risk.id,
          expectedVersion,
          [field]: next === '' && field !== 'event' ? null : next,
        }),
    });
  return (
    <span className="risk-text" onFocusCapture={onFocusCapture}>
      <EditInPlaceText
        label={`${LABELS[field]} of ${riskName(risk)}`}
        value={risk[field] ?? ''}
        canEdit={risk.viewerCan.update}
        isMultiline={field !== 'reference'}
        onSave={onSave}
        {...(field === 'reference' ? {} : { className: 'narrative' })}
      />
    </span>
  );
}
