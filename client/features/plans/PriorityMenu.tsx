import { useState } from 'react';
import { ConfirmVerb } from '../../platform/graphql/ConfirmVerb';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { AssignDialog } from '../actions/AssignDialog';
import { PriorityDialog } from './PriorityDialog';
import { usePlanContext } from './planContext';
import { usePriorityVerbs } from './priority.operations';
import { type PriorityRow, priorityName } from './priorityRow';

type Open = 'change' | 'assign' | 'archive' | null;

/** What can be done with a priority, by those who may. */
export function PriorityMenu({ priority }: { readonly priority: PriorityRow }) {
  const { partnershipId, save } = usePlanContext();
  const verbs = usePriorityVerbs();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { update, assign, archive } = priority.viewerCan;
  const name = priorityName(priority);
  const input = { id: priority.id, expectedVersion: priority.version };
  const isArchived = priority.archivedAt !== null;
  const restore = async (): Promise<void> => {
    tellOutcome(await verbs.restore(input), `${name} is back`);
  };
  return (
    <>
      {archive && (
        <Button
          look="quiet"
          icon="archive"
          onPress={() => (isArchived ? void restore() : setOpen('archive'))}
        >
          {isArchived ? 'Bring it back' : 'Archive'}
        </Button>
      )}
      {assign && !isArchived && (
        <Button look="quiet" icon="people" onPress={() => setOpen('assign')}>
          Say who is responsible
        </Button>
      )}
      {update && !isArchived && (
        <Button icon="edit" onPress={() => setOpen('change')}>
          Change it
        </Button>
      )}
      {open === 'change' && <PriorityDialog priority={priority} onClose={close} />}
      {open === 'assign' && (
        <AssignDialog
          title={`Who is responsible for ${name}`}
          lead="Senior responsible officers: usually people or posts."
          verb="Save who is responsible"
          label="Senior responsible officers"
          field="sros"
          item={name}
          version={priority.version}
          owners={priority.sros}
          roles={['SRO']}
          partnershipId={partnershipId}
          save={save}
          send={(expectedVersion, { owners = [] }) =>
            verbs.assign({ id: priority.id, expectedVersion, sros: owners })
          }
          onClose={close}
        />
      )}
      {open === 'archive' && (
        <ConfirmVerb
          title={`Archive ${name}?`}
          confirm="Archive the priority"
          isDanger
          run={() => verbs.archive(input)}
          done={`${name} is archived`}
          onClose={close}
        >
          <p>
            It leaves the plan and can be brought back. The workstreams that serve it stay; none of them is
            shown to serve it meanwhile.
          </p>
        </ConfirmVerb>
      )}
    </>
  );
}
