import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { useForm } from '../../platform/ui/useForm';
import type { Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { placeWords } from './forwardPlanWords';

interface ProposalDialogProps {
  readonly proposal: Proposal;
  readonly onDone: (proposal: Proposal, message: string) => void;
  readonly onClose: () => void;
}

/** A proposal becomes part of what is planned already: it is linked there, with its evidence. */
export function MergeDialog({ proposal, onDone, onClose }: ProposalDialogProps) {
  const { board, ahead, verbs, refresh } = useForwardPlan();
  const lines = board.forwardPlan.filter(
    ({ meeting }) => meeting === null || ahead.some(({ id }) => id === meeting.id),
  );
  const form = useForm<{ intoEntryId: string | null }>(
    { intoEntryId: null },
    ({ intoEntryId }) =>
      verbs.accept({
        ...{ boardId: board.id, kind: proposal.proposalKind, itemId: proposal.itemId, intoEntryId },
        ontoAgenda: false,
      }),
    () => {
      const into = lines.find(({ id }) => id === form.typed.intoEntryId);
      onDone(proposal, `Merged into “${into?.title ?? ''}”`);
      refresh();
      onClose();
    },
  );
  return (
    <FormDialog
      {...form}
      title="Merge into what is planned"
      lead={`“${proposal.title}” is considered with it, and stays linked.`}
      verb="Merge"
      onClose={onClose}
    >
      <ComboBox
        label="Into"
        isRequired
        options={lines.map(({ id, title, meeting }) => ({
          id,
          label: title,
          note: placeWords(ahead, meeting?.id ?? null),
        }))}
        value={form.typed.intoEntryId}
        onChange={(intoEntryId) => form.type({ intoEntryId })}
        empty="Nothing of that name is planned for a meeting to come."
        {...form.errorAt('intoEntryId')}
      />
    </FormDialog>
  );
}
