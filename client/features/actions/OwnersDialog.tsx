import { useState } from 'react';
import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import type { Save } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button, IconButton } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox, Select } from '../../platform/ui/Select';
import { bodiesQuery } from './actionPanel.queries';
import { choices, type Line, lineOf, ownersOf } from './assigning';
import { type Owner, ownerName, ROLE_WORDS } from './owners';
import './actions.css';

const ROLES = ['ACCOUNTABLE', 'JOINT', 'SUPPORTING'] as const;

export interface OwnersDialogProps {
  readonly title: string;
  readonly lead: string;
  /** The verb itself: 'Save who leads it'. */
  readonly verb: string;
  /** What they are called where they are read: 'Led by'. */
  readonly label: string;
  /** What they answer for, as people name it. */
  readonly name: string;
  readonly version: number;
  readonly owners: readonly Owner[];
  readonly partnershipId: string;
  readonly save: (save: Save) => Promise<void>;
  readonly send: (version: number, owners: ReturnType<typeof ownersOf>) => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** Says who answers for something: organisations, people, posts, ABUs or boards of the partnership. */
export function OwnersDialog(props: OwnersDialogProps) {
  const { title, lead, verb, label, name, owners, partnershipId, save, send, onClose } = props;
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  // As it was when this was opened: if somebody else says who answers meanwhile, saving asks.
  const [version] = useState(props.version);
  const [found] = useState(owners);
  const [lines, setLines] = useState<readonly Line[]>(() => owners.map(lineOf));
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
        label: () => label,
        show: (_field, _value, side) =>
          formatList(side === 'yours' ? yours : (side === 'base' ? found : owners).map(ownerName)) ||
          'Nobody',
        send: (expectedVersion) => send(expectedVersion, ownersOf(lines)),
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
      title={title}
      lead={lead}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={isPending} onPress={() => void submit()}>
            {verb}
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
