import { useState } from 'react';
import { BragStatus } from '../../../schema/vocabulary';
import { STATUSES_BY_CONCERN, statusWords } from '../../platform/format/status';
import type { Refusal } from '../../platform/graphql/errors';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { useSaving } from '../../platform/graphql/saving';
import { Select } from '../../platform/ui/Select';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { FormDialog } from '../organisations/FormDialog';
import { orNull, useForm } from '../organisations/useForm';
import { type Dependency, useDependencyVerbs } from './externalDependencies.queries';

interface ExternalDependencyDialogProps {
  readonly planId: string;
  /** Null for a new one. */
  readonly dependency: Dependency | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type StatusName = keyof typeof BragStatus;

/** What a colour says of something that nobody here controls. */
export const LIKELIHOOD: Readonly<Record<StatusName, string>> = {
  RED: 'Not expected in time',
  AMBER: 'In doubt',
  GREEN: 'Expected in time',
  BLUE: 'It has come',
  NOT_YET_RATED: 'Nobody has said yet',
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'What is waited for',
  controlledBy: 'Who controls it',
  description: 'More about it',
  timing: 'Expected',
  status: 'Will it come in time',
};

const typedOf = (one: Dependency | null) => ({
  title: one?.title ?? '',
  controlledBy: one?.controlledBy ?? '',
  description: one?.description ?? '',
  timing: one?.timing?.asWritten ?? '',
  status: (one?.status ?? 'NOT_YET_RATED') as StatusName,
});

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  title: typed.title.trim(),
  controlledBy: typed.controlledBy.trim(),
  description: orNull(typed.description),
  timing: orNull(typed.timing),
  status: typed.status,
});

/** Something new that a plan waits for, or changes to it. */
export function ExternalDependencyDialog({
  planId,
  dependency: shown,
  onClose,
  onDone,
}: ExternalDependencyDialogProps) {
  const verbs = useDependencyVerbs();
  const [save, conflict] = useSaving();
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [dependency] = useState(shown);
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => dependency?.id ?? crypto.randomUUID());
  const begin = typedOf(dependency);
  const send = async (typed: typeof begin): Promise<Refusal | null> => {
    if (!dependency) return verbs.create({ id, planId, ...fieldsOf(typed) });
    return saveChanged(save, {
      item: `“${dependency.title}”`,
      version: dependency.version,
      label: (field) => FIELD_WORDS[field] ?? field,
      show: (field, value) =>
        field === 'status' && typeof value === 'string' && value in BragStatus
          ? statusWords(value as StatusName).label
          : null,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => verbs.update({ id, expectedVersion, ...changed }),
    });
  };
  const form = useForm(begin, send, () => {
    onDone();
    onClose();
  });
  const { typed, type, errorAt } = form;
  const field = (name: 'title' | 'controlledBy' | 'description' | 'timing') => ({
    label: FIELD_WORDS[name] ?? name,
    value: typed[name],
    onChange: (text: string) => type({ [name]: text }),
    ...errorAt(name),
  });
  return (
    <>
      <FormDialog
        {...form}
        title={dependency ? `Change “${dependency.title}”` : 'Add what the plan waits for'}
        lead="Something that no partner controls: a national publication, a regulator, a grant."
        verb={dependency ? 'Save' : 'Add it'}
        onClose={onClose}
      >
        <TextField {...field('title')} isRequired autoFocus description="Such as “National workforce plan”" />
        <TextField {...field('controlledBy')} isRequired description="Such as “NHS England”" />
        <TextField
          {...field('timing')}
          isOptional
          description="As you would write it: “March 2027”, “autumn 2026”"
        />
        <Select
          label="Will it come in time"
          options={STATUSES_BY_CONCERN.map((status) => ({
            id: status,
            label: statusWords(status).label,
            note: LIKELIHOOD[status],
            mark: <StatusBlock status={status} isDecorative />,
          }))}
          value={typed.status}
          onChange={(status) => status && type({ status: BragStatus[status as StatusName] })}
          {...errorAt('status')}
        />
        <TextArea {...field('description')} isOptional rows={3} />
      </FormDialog>
      {conflict}
    </>
  );
}
