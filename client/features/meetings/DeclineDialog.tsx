import { useRef } from 'react';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { orNull, useForm } from '../../platform/ui/useForm';
import type { Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

interface DeclineDialogProps {
  readonly proposal: Proposal;
  readonly onDone: (proposal: Proposal, message: string) => void;
  readonly onClose: () => void;
}

/** A proposal that is not wanted. Enter is enough; the reason and the day may be left out. */
export function DeclineDialog({ proposal, onDone, onClose }: DeclineDialogProps) {
  const { board, verbs, refresh } = useForwardPlan();
  const id = useRef(crypto.randomUUID()).current;
  const form = useForm(
    { reason: '', untilOn: '' },
    ({ reason, untilOn }) =>
      verbs.decline({
        ...{ id, boardId: board.id, kind: proposal.proposalKind, itemId: proposal.itemId },
        ...{ reason: orNull(reason), untilOn: orNull(untilOn) },
      }),
    () => {
      onDone(proposal, `“${proposal.title}” was declined`);
      refresh();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog {...form} title={`Decline “${proposal.title}”`} verb="Decline" onClose={onClose}>
      <TextField
        label="Why"
        isOptional
        autoFocus
        maxLength={1000}
        value={typed.reason}
        onChange={(reason) => type({ reason })}
        {...errorAt('reason')}
      />
      <TextField
        label="May be proposed again from"
        isOptional
        type="date"
        description="Left empty, it is not proposed again by itself."
        value={typed.untilOn}
        onChange={(untilOn) => type({ untilOn })}
        {...errorAt('untilOn')}
      />
    </FormDialog>
  );
}
