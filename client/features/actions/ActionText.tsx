import { type ReactNode, useEffect, useRef } from 'react';
import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { showToast } from '../../platform/ui/toasts';
import { useBegunVersion } from '../../platform/ui/useBegunVersion';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { ActionRow } from './actionRow';
import { understanding } from './timing';

interface ActionTextProps {
  readonly action: ActionRow;
  readonly name: string;
  readonly field: 'title' | 'reference' | 'timing' | 'expectedOutcome';
  readonly value: string;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly about?: (typed: string) => ReactNode;
}

const LABELS = {
  title: 'Title',
  reference: 'Reference',
  timing: 'Due',
  expectedOutcome: 'Expected outcome',
} as const;

/** A field of an action, edited where it stands. It is saved against the version at which the writing began. */
export function ActionText({ action, name, field, value, ...look }: ActionTextProps) {
  const { asOf, save } = usePlanContext();
  const verbs = useActionVerbs();
  const { onFocusCapture, begunAt } = useBegunVersion(action.version);
  const isSaid = useRef(true);
  const { timing } = action;
  useEffect(() => {
    if (isSaid.current || field !== 'timing') return;
    isSaid.current = true;
    if (timing) showToast({ message: `“${timing.asWritten}”: ${understanding(timing)}` });
  }, [timing, field]);

  const onSave = async (next: string): Promise<void> => {
    isSaid.current = false;
    const patch = { [field]: next === '' && field !== 'title' ? null : next };
    await save({
      item: name,
      version: begunAt(),
      label: () => LABELS[field],
      send: (expectedVersion) => verbs.update({ id: action.id, expectedVersion, ...patch }),
    });
  };
  return (
    <span className="action-text" onFocusCapture={onFocusCapture}>
      <EditInPlaceText
        label={`${LABELS[field]} of ${name}`}
        value={value}
        canEdit={asOf === null && action.viewerCan.update}
        onSave={onSave}
        {...look}
      />
    </span>
  );
}
