import { useEffect, useState } from 'react';
import { BragStatus } from '../../../schema/vocabulary';
import { statusWords } from '../../platform/format/status';
import { EditInPlaceSelect } from '../../platform/ui/EditInPlaceSelect';
import { type Status, StatusBlock, StatusPill } from '../../platform/ui/StatusPill';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { ActionRow } from './actionRow';
import { editorsOf } from './owners';

interface ActionStatusProps {
  readonly action: ActionRow;
  /** As people name it: 'WS2 B12'. */
  readonly name: string;
  readonly isNarrow?: boolean;
}

const RATINGS: readonly BragStatus[] = [
  BragStatus.GREEN,
  BragStatus.AMBER,
  BragStatus.RED,
  BragStatus.NOT_YET_RATED,
];

/** Its status, rated where it stands by those who may: shown at once, taken back if the server says no. */
export function ActionStatus({ action, name, isNarrow = false }: ActionStatusProps) {
  const { asOf, meaning, save } = usePlanContext();
  const verbs = useActionVerbs();
  const [chosen, setChosen] = useState<BragStatus | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer, ours or another's, takes the place of what was chosen
  useEffect(() => setChosen(null), [action.version]);

  const { rate, signOff } = action.viewerCan;
  const canEdit = asOf === null && (rate || signOff);
  const status: Status = chosen ?? action.status;
  const definition = meaning(status);
  const note =
    canEdit || asOf !== null
      ? definition
      : `${definition} Only editors of ${editorsOf(action.leads)} may rate it.`;

  const onSave = async (id: string): Promise<void> => {
    const wanted = RATINGS.find((one) => one === id) ?? BragStatus.BLUE;
    setChosen(wanted);
    try {
      await save({
        item: name,
        version: action.version,
        label: () => 'Status',
        show: (_field, value) =>
          typeof value === 'string' && value in BragStatus ? (
            <StatusPill status={value as BragStatus} />
          ) : null,
        send: (version) => verbs.rate(action.id, wanted, version),
      });
    } catch (refused) {
      setChosen(null);
      throw refused;
    }
  };

  const offered = [
    ...(signOff || action.status === 'BLUE' ? [BragStatus.BLUE] : []),
    ...(rate ? RATINGS : []),
  ];
  return (
    <EditInPlaceSelect
      label={`Status of ${name}`}
      value={status}
      canEdit={canEdit}
      onSave={onSave}
      options={offered.map((one) => ({
        id: one,
        label: one === BragStatus.BLUE ? 'Blue: sign off' : statusWords(one).label,
        note: meaning(one),
        mark: <StatusBlock status={one} isDecorative />,
        isDisabled: one === BragStatus.BLUE && !signOff,
      }))}
    >
      {isNarrow ? <StatusBlock status={status} /> : <StatusPill status={status} definition={note} />}
    </EditInPlaceSelect>
  );
}
