import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import { tellOutcome } from '../../platform/graphql/outcome';
import { showToast } from '../../platform/ui/toasts';
import { RowMenu } from '../organisations/RowMenu';
import { RestrictDialog } from '../plans/RestrictDialog';
import { useBeginReport } from '../reports/useBeginReport';
import { ConfidentialDialog } from './ConfidentialDialog';
import { EntryDialog } from './EntryDialog';
import { WANTS_GROUND } from './exemptions';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { seatsWords } from './forwardPlanWords';
import { PublicDialog } from './PublicDialog';
import { useReportsOn } from './useReportsOn';

type Open = 'details' | 'confidential' | 'public' | 'sight';

/** What can be done with a line, by those who keep it. */
export function EntryMenu({ line }: { readonly line: PlanLine }) {
  const { ahead, board, verbs, move, refresh, save } = useForwardPlan();
  const partnership = usePartnership();
  const [open, setOpen] = useState<Open | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const { id, version: expectedVersion, title, meeting } = line;
  const meetsAt = board.meetings.find((one) => one.id === meeting?.id);
  const [beginning, beginningDialog] = useBeginReport({
    ...{ title, reports: line.reports, of: { forwardPlanEntryId: id } },
    confidentialTo: line.isConfidential ? seatsWords(meetsAt?.boards ?? line.boards) : null,
  });
  const [reportsOn, reportsOnDialog] = useReportsOn({
    ...{ title, verbs, origins: line.origins, boards: line.boards },
    of: { forwardPlanEntryId: id },
    onDone: refresh,
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
    if (refusal?.rule === WANTS_GROUND) return setWanted(refusal.message);
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
          {
            id: 'public',
            label: 'What the public reads…',
            icon: 'edit',
            onAction: () => setOpen('public'),
          },
          reportsOn,
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
          { id: 'sight', label: 'Who sees it…', icon: 'lock', onAction: () => setOpen('sight') },
          {
            id: 'out',
            label: 'Take it out',
            icon: 'archive',
            isDanger: true,
            onAction: () => void takeOut(),
          },
        ]}
      />
      {wanted !== null && (
        <ConfidentialDialog
          {...{ line, wanted }}
          onSaved={() => void ontoAgenda()}
          onClose={() => setWanted(null)}
        />
      )}
      {beginningDialog}
      {reportsOnDialog}
      {open === 'details' && <EntryDialog line={line} onClose={close} />}
      {open === 'public' && <PublicDialog line={line} onClose={close} />}
      {open === 'confidential' && <ConfidentialDialog line={line} onClose={close} />}
      {open === 'sight' && partnership && (
        <RestrictDialog
          type="ForwardPlanEntry"
          item={line}
          name={`“${title}”`}
          suggested={[]}
          partnershipId={partnership.id}
          save={save}
          onClose={close}
        />
      )}
    </span>
  );
}
