import { useState } from 'react';
import { ConfirmVerb } from '../../platform/graphql/ConfirmVerb';
import { Select } from '../../platform/ui/Select';
import { usePlacementVerbs } from './placement.operations';

/** One of two actions that may be the same work. */
export interface Twin {
  readonly id: string;
  readonly version: number;
  /** 'WS2 B7'. */
  readonly name: string;
  readonly planTitle: string;
  readonly viewerCan: { readonly propose: boolean; readonly archive: boolean };
}

const mayGiveUp = (given: Twin, kept: Twin): boolean => given.viewerCan.archive && kept.viewerCan.propose;

/** Whether the reader may make one of the two, whichever stays. */
export const mayCombine = (one: Twin, other: Twin): boolean => mayGiveUp(one, other) || mayGiveUp(other, one);

interface CombineDialogProps {
  readonly one: Twin;
  readonly other: Twin;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Two that were entered twice become one in both plans: says what will happen to either before it does. */
export function CombineDialog({ one, other, onDone, onClose }: CombineDialogProps) {
  const verbs = usePlacementVerbs();
  const [id] = useState(() => crypto.randomUUID());
  const choices = [one, other].filter((kept) => mayGiveUp(kept === one ? other : one, kept));
  const [keptId, setKeptId] = useState(choices[0]?.id ?? one.id);
  const [kept, given] = keptId === other.id ? [other, one] : [one, other];
  return (
    <ConfirmVerb
      title={`Make ${one.name} and ${other.name} one action?`}
      confirm="Make it one action"
      run={async () => {
        const input = { id, keptId: kept.id, givenUpId: given.id, expectedVersion: given.version };
        const refused = await verbs.combine(input);
        if (!refused) onDone();
        return refused;
      }}
      done={`${kept.name} stands in both plans now`}
      onClose={onClose}
    >
      {choices.length > 1 && (
        <Select
          label="Which one stays"
          options={choices.map((choice) => ({
            id: choice.id,
            label: `${choice.name} in ${choice.planTitle}`,
          }))}
          value={kept.id}
          onChange={(chosen) => chosen !== null && setKeptId(chosen)}
        />
      )}
      <ul className="said-list">
        <li>
          {kept.name} stays as it is, and stands in {given.planTitle} too: in the place of {given.name} and
          under its reference.
        </li>
        <li>
          {given.name} is archived with its reports, comments and history. They can still be read, and it can
          be brought back.
        </li>
        <li>
          Cross-references of {given.name} are from now on those of {kept.name}. Where somebody else had
          agreed to one for {given.name}, they are asked again.
        </li>
        <li>From now on, whatever is changed in one of the two plans shows in the other.</li>
      </ul>
    </ConfirmVerb>
  );
}
