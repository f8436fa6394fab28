import { useState } from 'react';
import { useQuery } from 'urql';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Checkbox } from '../../platform/ui/Checkbox';
import { Dialog } from '../../platform/ui/Dialog';
import { ComboBox, Select } from '../../platform/ui/Select';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import { bodiesQuery, type PartProps } from './actionPanel.queries';

const KINDS = [
  { id: 'PLAN', label: 'Everyone who sees the plan' },
  { id: 'ORGANISATIONS', label: 'Only these organisations' },
  { id: 'BOARD', label: 'Only the seats of a board' },
] as const;
type Kind = (typeof KINDS)[number]['id'];

function startingKind({ isRestricted, audience }: PartProps['action']): Kind {
  if (!isRestricted) return 'PLAN';
  return audience.kind === 'BOARD' ? 'BOARD' : 'ORGANISATIONS';
}

/** Narrows who sees an action and all that hangs under it, or lifts that. */
export function RestrictDialog({ action, name, onClose }: PartProps & { readonly onClose: () => void }) {
  const { partnershipId } = usePlanContext();
  const verbs = useActionVerbs();
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  const [kind, setKind] = useState<Kind>(() => startingKind(action));
  const [organisations, setOrganisations] = useState<ReadonlySet<string>>(() => {
    const own = action.leads.flatMap((lead) => lead.organisation?.id ?? []);
    return new Set(
      action.isRestricted && action.audience.kind === 'ORGANISATIONS' ? action.audience.memberIds : own,
    );
  });
  const [board, setBoard] = useState<string | null>(
    action.audience.kind === 'BOARD' ? (action.audience.memberIds[0] ?? null) : null,
  );
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const submit = async (): Promise<void> => {
    setPending(true);
    const audience =
      kind === 'PLAN'
        ? null
        : kind === 'BOARD'
          ? { kind, ...(board === null ? {} : { boardId: board }) }
          : { kind, organisationIds: [...organisations] };
    const refused = await verbs.restrict({ id: action.id, expectedVersion: action.version, audience });
    setPending(false);
    setError(refused && refusalWords(refused));
    if (!refused) onClose();
  };
  const toggle = (id: string, isOn: boolean): void =>
    setOrganisations((before) =>
      isOn ? new Set(before).add(id) : new Set([...before].filter((one) => one !== id)),
    );
  return (
    <Dialog
      isOpen
      title={`Who sees ${name}`}
      lead="Whoever is left out no longer finds it anywhere: not in the plan, its counts, searches or history."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={isPending} onPress={() => void submit()}>
            Save who sees it
          </Button>
        </>
      }
    >
      <div className="stack">
        {error !== null && (
          <Banner tone="danger" isLive>
            {error}
          </Banner>
        )}
        <Select
          label="Seen by"
          options={KINDS}
          value={kind}
          onChange={(id) => setKind(KINDS.find((one) => one.id === id)?.id ?? 'PLAN')}
        />
        {kind === 'ORGANISATIONS' && (
          <fieldset className="stack-tight">
            <legend className="field-label">Organisations</legend>
            {data?.partnership?.organisations.map(({ id, name: organisation }) => (
              <Checkbox key={id} isSelected={organisations.has(id)} onChange={(isOn) => toggle(id, isOn)}>
                {organisation}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {kind === 'BOARD' && (
          <ComboBox
            label="Board"
            options={data?.partnership?.boards.map(({ id, name: label }) => ({ id, label })) ?? []}
            value={board}
            onChange={setBoard}
          />
        )}
      </div>
    </Dialog>
  );
}
