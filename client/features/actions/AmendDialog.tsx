import { useState } from 'react';
import { formatDay } from '../../platform/format/dates';
import { NO_DAY, readTypedDay } from '../../platform/format/typedDay';
import { useToday } from '../../platform/format/useToday';
import type { Refusal } from '../../platform/graphql/errors';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { useSaving } from '../../platform/graphql/saving';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextArea } from '../../platform/ui/TextField';
import { orNull, useForm } from '../../platform/ui/useForm';
import { useActionVerbs } from './action.operations';
import {
  type CrossReference,
  endWords,
  isKind,
  KIND_WORDS,
  KINDS,
  type ReferenceEnd,
} from './crossReferences';
import { EndPicker, NO_END } from './EndPicker';
import { NeedFields } from './NeedFields';

interface AmendDialogProps {
  readonly reference: CrossReference;
  readonly partnershipId: string;
  readonly planId: string;
  readonly onClose: () => void;
}

const LABELS: Readonly<Record<string, string>> = {
  kind: 'Kind',
  note: 'Note',
  neededBy: 'By when',
  ifLate: 'If it is late',
  toId: 'What it means',
};

const noDay: Refusal = {
  code: 'INVALID_INPUT',
  message: NO_DAY,
  fields: [{ field: 'neededBy', message: NO_DAY }],
  conflicts: [],
};

const nameOf = (end: ReferenceEnd): string => {
  const { name, words } = endWords(end);
  return `${name} ${words}`.trim();
};

function show(field: string, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (field === 'neededBy') return formatDay(value);
  return field === 'kind' && isKind(value) ? `This ${KIND_WORDS[value].out}` : null;
}

/** Changes a promise: its kind, its note, its day, and what its words mean where they were not recognised. */
export function AmendDialog({ reference: shown, partnershipId, planId, onClose }: AmendDialogProps) {
  const verbs = useActionVerbs();
  const [save, conflict] = useSaving();
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [reference] = useState(shown);
  const { from, to, textAsWritten } = reference;
  const begin = {
    kind: reference.promise,
    note: reference.note ?? '',
    neededBy: reference.neededBy ? formatDay(reference.neededBy) : '',
    ifLate: reference.ifLate ?? '',
    end: NO_END,
  };
  const today = useToday();
  const fieldsOf = ({ kind, note, neededBy, ifLate, end }: typeof begin) => ({
    kind,
    note: orNull(note),
    // Another kind has no day: what was typed for it is left as it was.
    ...(kind === 'DEPENDS_ON'
      ? { neededBy: readTypedDay(neededBy, today), ifLate: orNull(ifLate) }
      : { neededBy: reference.neededBy, ifLate: reference.ifLate }),
    ...(end.picked ? { toId: end.picked.id } : {}),
  });
  const send = async (typed: typeof begin): Promise<Refusal | null> => {
    if (typed.neededBy.trim() !== '' && readTypedDay(typed.neededBy, today) === null) return noDay;
    return saveChanged(save, {
      item: 'The cross-reference',
      version: reference.version,
      label: (field) => LABELS[field] ?? field,
      show,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => verbs.amend({ id: reference.id, expectedVersion, ...changed }),
    });
  };
  const form = useForm(begin, send, onClose);
  const { typed, type, errorAt } = form;
  const asksAgain = to !== null && typed.kind !== begin.kind;
  return (
    <>
      <FormDialog
        {...form}
        title="Change the cross-reference"
        lead={`From ${nameOf(from)} to ${to ? nameOf(to) : `“${textAsWritten ?? ''}”`}`}
        verb="Save"
        onClose={onClose}
      >
        <Select
          label="What it is to the other"
          options={KINDS}
          value={typed.kind}
          onChange={(kind) => isKind(kind) && type({ kind })}
          {...(asksAgain
            ? { description: 'Another kind is another promise: the other end may be asked anew' }
            : {})}
          {...errorAt('kind')}
        />
        {to === null && (
          <EndPicker
            label="What these words mean"
            description="Once said, this cannot be changed: withdraw it and write another"
            atId={from.id}
            partnershipId={partnershipId}
            planId={planId}
            end={typed.end}
            onChange={(end) => type({ end })}
            {...errorAt('toId')}
          />
        )}
        <TextArea
          label="Note"
          isOptional
          rows={3}
          description="What is needed, in a sentence"
          value={typed.note}
          onChange={(note) => type({ note })}
          {...errorAt('note')}
        />
        {typed.kind === 'DEPENDS_ON' && (
          <NeedFields need={typed} onChange={type} error={errorAt('neededBy').error} />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
