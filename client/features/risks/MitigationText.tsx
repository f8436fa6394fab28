import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { useRiskVerbs } from './risk.operations';
import type { Mitigation } from './risk.queries';
import { mitigationName, useRiskContext } from './riskContext';

interface MitigationTextProps {
  readonly mitigation: Mitigation;
  readonly field: 'description' | 'timing';
}

const LABELS = { description: 'What is done', timing: 'Due' } as const;

/** Words of a mitigation, edited where they stand. They are saved against the version at which the writing began. */
export function MitigationText({ mitigation, field }: MitigationTextProps) {
  const { save } = useRiskContext();
  const verbs = useRiskVerbs();
  const { onFocusCapture, begunAt } = useBegunVersion(mitigation.version);
  const onSave = (next: string): Promise<void> =>
    save({
      item: mitigationName(mitigation),
      version: begunAt(),
      label: () => LABELS[field],
      send: (expectedVersion) =>
        verbs.updateMitigation({
          id: mitigation.id,
          expectedVersion,
          [field]: next === '' && field === 'timing' ? null : next,
        }),
    });
  return (
    <span className="risk-text" onFocusCapture={onFocusCapture}>
      <EditInPlaceText
        label={`${LABELS[field]} of ${mitigationName(mitigation)}`}
        value={field === 'timing' ? (mitigation.timing?.asWritten ?? '') : mitigation.description}
        canEdit={mitigation.viewerCan.update}
        isMultiline={field === 'description'}
        placeholder="No date"
        onSave={onSave}
      />
    </span>
  );
}
