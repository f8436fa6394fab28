import { useState } from 'react';
import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import { Banner } from '../../platform/ui/Banner';
import { Button, IconButton } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox, Select } from '../../platform/ui/Select';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import { bodiesQuery, type PartProps } from './actionPanel.queries';
import { choices, type Line, lineOf, ownersOf } from './assigning';
import { ownerName, ROLE_WORDS } from './owners';

const ROLES = ['ACCOUNTABLE', 'JOINT', 'SUPPORTING'] as const;

/** Says who answers for an action: organisations, people, posts, ABUs or boards of the partnership. */
export function AssignDialog({ action, name, onClose }: PartProps & { readonly onClose: () => void }) {
  const { partnershipId, save } = usePlanContext();
  const verbs = useActionVerbs();
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  // The version this was opened with: if somebody else reassigns meanwhile, saving asks.
  const [version] = useState(action.version);
  const [found] = useState(action.leads);
  const [lines, setLines] = useState<readonly Line[]>(() => action.leads.map(lineOf));
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const change = (key: string, patch: Partial<Line>): void =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  const add = (): void =>
    setLines((before) => [
      ...before,
      { key: crypto.randomUUID(), who: null, role: before.length === 0 ? 'ACCOUNTABLE' : 'JOINT', was: null },
    ]);
  const submit = async (): Promise<void> => {
    setPending(true);
    setError(null);
    const leads = ownersOf(lines);
    const labels = new Map(
      data?.partnership
        ? choices(data.partnership, null)
            .flatMap(({ options }) => options)
            .map((one) => [one.id, one.label])
        : [],
    );
    const yours = lines.flatMap(({ who, was }) =>
      who === null ? [] : (labels.get(who) ?? (was ? ownerName(was) : [])),
    );
    try {
      await save({
        item: name,
        version,
        label: () => 'Led by',
        show: (_field, _value, side) =>
          formatList(side === 'yours' ? yours : (side === 'base' ? found : action.leads).map(ownerName)) ||
          'Nobody',
        send: (expectedVersion) => verbs.assign({ id: action.id, expectedVersion, leads }),
      });
      onClose();
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : 'This could not be saved');
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      isWide
      isDismissable={false}
      title={`Who leads ${name}`}
      lead="One is accountable; the others lead jointly or support."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={isPending} onPress={() => void submit()}>
            Save who leads it
          </Button>
        </>
      }
    >
      {!data?.partnership && <LoadingState what="the partners" />}
      {data?.partnership && (
        <div className="stack">
          {error && (
            <Banner tone="danger" isLive>
              {error}
            </Banner>
          )}
          {lines.map((line, at) => (
            <div className="assign-line" key={line.key}>
              <ComboBox
                label={`Who, ${at + 1}`}
                sections={data.partnership ? choices(data.partnership, line.was) : []}
                value={line.who}
                onChange={(who) => change(line.key, { who })}
                placeholder="Type a name"
              />
              <Select
                label={`How, ${at + 1}`}
                options={ROLES.map((id) => ({ id, label: ROLE_WORDS[id] }))}
                value={line.role}
                onChange={(id) => change(line.key, { role: ROLES.find((role) => role === id) ?? 'JOINT' })}
              />
              <IconButton
                icon="close"
                label={`Take away ${at + 1}`}
                onPress={() => setLines((before) => before.filter((one) => one.key !== line.key))}
              />
            </div>
          ))}
          <Button icon="plus" onPress={add}>
            Add somebody
          </Button>
        </div>
      )}
    </Dialog>
  );
}
