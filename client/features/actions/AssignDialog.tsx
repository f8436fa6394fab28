import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { OwnersDialog } from './OwnersDialog';

/** Says who answers for an action. */
export function AssignDialog({ action, name, onClose }: PartProps & { readonly onClose: () => void }) {
  const { partnershipId, save } = usePlanContext();
  const verbs = useActionVerbs();
  return (
    <OwnersDialog
      title={`Who leads ${name}`}
      lead="One is accountable; the others lead jointly or support."
      verb="Save who leads it"
      label="Led by"
      name={name}
      version={action.version}
      owners={action.leads}
      partnershipId={partnershipId}
      save={save}
      send={(expectedVersion, leads) => verbs.assign({ id: action.id, expectedVersion, leads })}
      onClose={onClose}
    />
  );
}
