import { useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { usePlanContext } from '../plans/planContext';
import { WhoSees } from '../plans/WhoSees';
import { ActionMove } from './ActionMove';
import { AddActionDialog } from './AddActionDialog';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { ownerOrganisations } from './owners';

type Open = 'add' | 'archive' | null;

/** Whether there is anything the reader may do with the action as a whole. */
export const hasMenu = ({ viewerCan: { update, create, restrict, archive } }: PartProps['action']): boolean =>
  update || create || restrict || archive;

/** What can be done with the action as a whole, by those who may. */
export function ActionMenu({ action, name }: PartProps) {
  const { partnershipId, save, canChange } = usePlanContext();
  const verbs = useActionVerbs();
  const [open, setOpen] = useState<Open>(null);
  const [isPending, setPending] = useState(false);
  const close = (): void => setOpen(null);
  const { update, create, restrict, archive } = action.viewerCan;
  const isArchived = action.archivedAt !== null;

  const putAway = async (): Promise<void> => {
    setPending(true);
    const input = { id: action.id, expectedVersion: action.version };
    const refused = await (isArchived ? verbs.restore(input) : verbs.archive(input));
    setPending(false);
    close();
    tellOutcome(refused, `${name} is ${isArchived ? 'back' : 'archived'}`);
  };
  return (
    <>
      {archive && (
        <Button
          look="quiet"
          icon="archive"
          isPending={isPending}
          onPress={() => (isArchived ? void putAway() : setOpen('archive'))}
        >
          {isArchived ? 'Bring it back' : 'Archive'}
        </Button>
      )}
      {restrict && (
        <WhoSees
          type="Action"
          item={action}
          name={name}
          suggested={ownerOrganisations(action.leads).map(({ id }) => id)}
          partnershipId={partnershipId}
          save={save}
        />
      )}
      {canChange && update && !isArchived && <ActionMove action={action} name={name} />}
      {create && !isArchived && (
        <Button icon="plus" onPress={() => setOpen('add')}>
          Add an action below
        </Button>
      )}
      {open === 'add' && (
        <AddActionDialog workstreams={[action.workstream]} parent={{ id: action.id, name }} onClose={close} />
      )}
      <ConfirmDialog
        isOpen={open === 'archive'}
        title={`Archive ${name}?`}
        confirm="Archive the action"
        isDanger
        isPending={isPending}
        onConfirm={() => void putAway()}
        onClose={close}
      >
        <p>It leaves the plan and can be brought back. Those who need it will see that it was withdrawn.</p>
      </ConfirmDialog>
    </>
  );
}
