import { useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import { RowMenu } from '../organisations/RowMenu';
import { useBeginReport } from '../reports/useBeginReport';
import { ConfidentialDialog } from './ConfidentialDialog';
import { EntryDialog } from './EntryDialog';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

type Open = 'details' | 'confidential';

/** What can be done with a line, by those who keep it. */
export function EntryMenu({ line }: { readonly line: PlanLine }) {
  const { ahead, board, verbs, move, refresh } = useForwardPlan();
  const [open, setOpen] = useState<Open | null>(null);
  const { id, version: expectedVersion, title, meeting } = line;
  const beginning = useBeginReport({
    reports: line.reports,
    of: { forwardPlanEntryId: id },
    confidentialToBoardId: line.isConfidential ? board.id : null,
  });
  const isAhead = ahead.some((one) => one.id === meeting?.id);
  const takeOut = async (): Promise<void> => {
    const refusal = await verbs.archive({ id, expectedVersion });
    refresh();
    if (refusal) return void tellOutcome(refusal, '');
    const bringBack = async (): Promise<void> => {
      tellOutcome(await verbs.restore({ id, expectedVersion: expectedVersion + 1 }), `“${title}” is back`);
      refresh();
    };
    showToast({
      tone: 'success',
      message: `“${title}” was taken out of the forward plan`,
      action: { label: 'Undo', run: () => void bringBack() },
    });
  };
  const ontoAgenda = async (): Promise<void> => {
    const refusal = await verbs.ontoAgenda({ meetingId: meeting?.id ?? '', forwardPlanEntryId: id });
    tellOutcome(refusal, `“${title}” is on the agenda`);
    refresh();
  };
  const close = (): void => setOpen(null);
  return (
    <span className="plan-menu no-print">
      <RowMenu
        label={`What to do with “${title}”`}
        entries={[
          { id: 'details', label: 'Details…', icon: 'edit', onAction: () => setOpen('details') },
          ...beginning,
          {
            id: 'move',
            label: meeting ? 'Move to another meeting…' : 'Plan it for a meeting…',
            icon: 'calendar',
            keys: 'Alt ↑ ↓',
            isDisabled: ahead.length === 0 && meeting === null,
            onAction: () => move(line),
          },
          ...(isAhead && !line.agendaItem
            ? [
                {
                  id: 'agenda',
                  label: 'Put it on the agenda',
                  icon: 'check' as const,
                  onAction: () => void ontoAgenda(),
                },
              ]
            : []),
          {
            id: 'confidential',
            label: line.isConfidential ? 'Change the confidentiality…' : 'Mark as confidential…',
            icon: 'lock',
            onAction: () => setOpen('confidential'),
          },
          {
            id: 'out',
            label: 'Take it out',
            icon: 'archive',
            isDanger: true,
            onAction: () => void takeOut(),
          },
        ]}
      />
      {open === 'details' && <EntryDialog line={line} onClose={close} />}
      {open === 'confidential' && <ConfidentialDialog line={line} onClose={close} />}
    </span>
  );
}
