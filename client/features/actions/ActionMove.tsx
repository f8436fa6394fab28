import { useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { Menu } from '../../platform/ui/Menu';
import { MoveDialog, movedMeanwhile } from '../plans/MoveDialog';
import { moveEntries } from '../plans/moveEntries';
import { possibleParents } from '../plans/placing';
import { workstreamName } from '../plans/planColumns';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import type { ActionRow } from './actionRow';
import { useActionsBeside } from './useActionsBeside';

const nameOf = ({ reference, title }: ActionRow): string => (reference ? `${reference} ${title}` : title);

/** Moves an action up or down among its neighbours, or below another action, never below itself. */
export function ActionMove({ action, name }: PartProps) {
  const verbs = useActionVerbs();
  const all = useActionsBeside(action);
  const [isMoving, setMoving] = useState(false);
  const input = { id: action.id, expectedVersion: action.version };
  const step = async (afterId: string | null, how: string): Promise<void> => {
    tellOutcome(movedMeanwhile(await verbs.move({ ...input, afterId })), `${name} was moved ${how}`);
  };
  return (
    <>
      <Menu
        label={`Move ${name}`}
        trigger={
          <Button look="quiet" icon="move">
            Move
          </Button>
        }
        groups={[
          {
            entries: moveEntries({
              all,
              moved: action,
              onStep: (afterId, how) => void step(afterId, how),
              onElsewhere: () => setMoving(true),
            }),
          },
        ]}
      />
      {isMoving && (
        <MoveDialog
          name={name}
          moved={action}
          all={all}
          nameOf={nameOf}
          topLabel={`The top of ${workstreamName(action.workstream)}`}
          parents={possibleParents(all, action.id).map(({ one, depth }) => ({
            id: one.id,
            label: nameOf(one),
            ...(depth > 0 ? { note: 'Level '.concat(String(depth + 1)) } : {}),
          }))}
          send={(place) => verbs.move({ ...input, ...place })}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  );
}
