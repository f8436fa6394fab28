import { useState } from 'react';
import { ConfirmVerb } from '../../platform/graphql/ConfirmVerb';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';
import { AddActionDialog } from '../actions/AddActionDialog';
import { MoveDialog, movedMeanwhile } from '../plans/MoveDialog';
import { moveEntries } from '../plans/moveEntries';
import { workstreamName } from '../plans/planColumns';
import { useShownPlan } from '../plans/planContext';
import { useWorkstreamVerbs } from './workstream.operations';
import type { WorkstreamRow } from './workstreamRow';

type Open = 'add' | 'move' | 'archive' | null;

/** Whether there is anything the reader may do with the workstream as a whole. */
export const hasMenu = ({ viewerCan, archivedAt }: WorkstreamRow): boolean =>
  viewerCan.archive || (archivedAt === null && (viewerCan.create || viewerCan.move));

/** Workstreams all stand in one row. */
const inRow = (workstream: WorkstreamRow) => ({ ...workstream, parentId: null });

/** What can be done with the workstream as a whole, by those who may. */
export function WorkstreamMenu({ workstream }: { readonly workstream: WorkstreamRow }) {
  const verbs = useWorkstreamVerbs();
  const row = useShownPlan().workstreams.map(inRow);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { create, move, archive } = workstream.viewerCan;
  const name = workstreamName(workstream);
  const input = { id: workstream.id, expectedVersion: workstream.version };
  const step = async (afterId: string | null, how: string): Promise<void> => {
    tellOutcome(movedMeanwhile(await verbs.move({ ...input, afterId })), `${name} was moved ${how}`);
  };
  const restore = async (): Promise<void> => {
    tellOutcome(await verbs.restore(input), `${name} is back`);
  };
  if (workstream.archivedAt !== null)
    return (
      <Button icon="archive" onPress={() => void restore()}>
        Bring it back
      </Button>
    );
  const moves = moveEntries({
    all: row,
    moved: inRow(workstream),
    onStep: (afterId, how) => void step(afterId, how),
    onElsewhere: () => setOpen('move'),
  });
  const away: MenuEntry = {
    id: 'archive',
    label: 'Archive it',
    icon: 'archive',
    isDanger: true,
    onAction: () => setOpen('archive'),
  };
  const groups = [
    ...(move && row.length > 1 ? [{ entries: moves }] : []),
    ...(archive ? [{ entries: [away] }] : []),
  ];
  return (
    <>
      {groups.length > 0 && (
        <Menu
          label={`What can be done with ${name}`}
          trigger={
            <Button icon="more" look="quiet">
              Manage it
            </Button>
          }
          groups={groups}
        />
      )}
      {create && (
        <Button icon="plus" onPress={() => setOpen('add')}>
          Add an action
        </Button>
      )}
      {open === 'add' && <AddActionDialog workstreams={[workstream]} parent={null} onClose={close} />}
      {open === 'move' && (
        <MoveDialog
          name={name}
          moved={inRow(workstream)}
          all={row}
          nameOf={workstreamName}
          send={({ afterId }) => verbs.move({ ...input, afterId })}
          onClose={close}
        />
      )}
      {open === 'archive' && (
        <ConfirmVerb
          title={`Archive ${name}?`}
          confirm="Archive the workstream"
          isDanger
          run={() => verbs.archive(input)}
          done={`${name} is archived`}
          onClose={close}
        >
          <p>
            It leaves the plan with all its actions, and can be brought back. Those who need one of them will
            see that it was withdrawn.
          </p>
        </ConfirmVerb>
      )}
    </>
  );
}
