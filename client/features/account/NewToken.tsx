import { type FormEvent, useState } from 'react';
import { addDays } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { fieldsOf } from '../../platform/graphql/errors';
import { Button } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useCreateToken } from './account.operations';

const DURATIONS = [
  { id: '7', label: 'A week' },
  { id: '30', label: '30 days' },
  { id: '90', label: '90 days' },
  { id: '364', label: 'A year' },
] as const;

/** Makes a token: what for, what it may, how long. */
export function NewToken({ onCreated }: { readonly onCreated: (secret: string) => void }) {
  const create = useCreateToken();
  const today = useToday();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'READ' | 'WRITE'>('READ');
  const [days, setDays] = useState('90');
  const [error, setError] = useState<string | undefined>(undefined);
  const [isPending, setPending] = useState(false);

  const send = async (): Promise<void> => {
    if (name.trim() === '') return setError('Say what it is for, so that you know it again.');
    setPending(true);
    const { secret, refusal } = await create({
      name: name.trim(),
      scope,
      expiresOn: addDays(today, Number(days)),
    });
    setPending(false);
    if (refusal) return setError(fieldsOf(refusal)['name'] ?? refusal.message);
    setName('');
    onCreated(secret);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) void send();
  };

  return (
    <form className="account-row-form" onSubmit={submit} noValidate aria-label="New token">
      <TextField
        label="What for"
        name="name"
        maxLength={100}
        placeholder="Monthly performance report"
        validationBehavior="aria"
        value={name}
        onChange={(typed) => {
          setName(typed);
          setError(undefined);
        }}
        error={error}
      />
      <Select
        label="May"
        options={[
          { id: 'READ', label: 'Read', note: 'Queries and live updates' },
          { id: 'WRITE', label: 'Read and change', note: 'As you may yourself' },
        ]}
        value={scope}
        onChange={(chosen) => setScope(chosen === 'WRITE' ? 'WRITE' : 'READ')}
      />
      <Select
        label="For how long"
        options={DURATIONS}
        value={days}
        onChange={(chosen) => setDays(chosen ?? '90')}
      />
      <Button type="submit" icon="plus" isPending={isPending}>
        Create a token
      </Button>
    </form>
  );
}
