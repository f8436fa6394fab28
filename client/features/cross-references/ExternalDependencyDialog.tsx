import { BragStatus } from '../../../schema/vocabulary';
import { STATUSES_BY_CONCERN, statusWords } from '../../platform/format/status';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
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

const FIELD_WORDS = {
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
  dependency,
  onClose,
  onDone,
}: ExternalDependencyDialogProps) {
  const verbs = useDependencyVerbs();
  const [form, conflict] = useItemForm(dependency, {
    typedOf: () => typedOf(dependency),
    fieldsOf,
    words: {
      item: `“${dependency?.title ?? ''}”`,
      labels: FIELD_WORDS,
      reads: { status: (status) => statusWords(status as StatusName).label },
    },
    create: (id, fields) => verbs.create({ id, planId, ...fields }),
    update: verbs.update,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  const field = (name: 'title' | 'controlledBy' | 'description' | 'timing') => ({
    label: FIELD_WORDS[name],
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
