import { useState } from 'react';
import type { OrganisationKind } from '../../../schema/vocabulary';
import type { Refusal } from '../../platform/graphql/errors';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { useSaving } from '../../platform/graphql/saving';
import { Select } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import type { Organisation } from './bodies';
import { FormDialog } from './FormDialog';
import { useOrganisationVerbs } from './organisation.operations';
import { linesOf, orNull, useForm } from './useForm';
import { KIND_WORD } from './words';

interface OrganisationDialogProps {
  readonly partnershipId: string;
  /** Null for a new one. */
  readonly organisation: Organisation | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Kind = keyof typeof OrganisationKind;
const KINDS = Object.entries(KIND_WORD).map(([id, label]) => ({ id, label }));
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  shortName: 'Short name',
  kind: 'Kind',
  aliases: 'Also written',
  website: 'Website',
};

const typedOf = (one: Organisation | null) => ({
  name: one?.name ?? '',
  shortName: one?.shortName ?? '',
  kind: (one?.organisationKind ?? 'NHS_TRUST') as Kind,
  aliases: (one?.aliases ?? []).join('\n'),
  website: one?.website ?? '',
});

/** A new partner, or changes to one. */
export function OrganisationDialog({
  partnershipId,
  organisation: shown,
  onClose,
  onDone,
}: OrganisationDialogProps) {
  const verbs = useOrganisationVerbs();
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [organisation] = useState(shown);
  const [save, conflict] = useSaving();
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => organisation?.id ?? crypto.randomUUID());
  const begin = typedOf(organisation);
  const fieldsOf = (typed: typeof begin) => ({
    name: typed.name.trim(),
    shortName: orNull(typed.shortName),
    kind: typed.kind,
    aliases: linesOf(typed.aliases),
    website: orNull(typed.website),
  });
  const send = async (typed: typeof begin): Promise<Refusal | null> => {
    if (!organisation) return verbs.createOrganisation({ id, partnershipId, ...fieldsOf(typed) });
    return saveChanged(save, {
      item: organisation.name,
      version: organisation.version,
      label: (field) => FIELD_WORDS[field] ?? field,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => verbs.updateOrganisation({ id, expectedVersion, ...changed }),
    });
  };
  const form = useForm(begin, send, () => {
    onDone();
    onClose();
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={organisation ? `Change ${organisation.name}` : 'Add an organisation'}
        verb={organisation ? 'Save' : 'Add the organisation'}
        onClose={onClose}
      >
        <TextField
          label="Name"
          isRequired
          autoFocus
          value={typed.name}
          onChange={(name) => type({ name })}
          {...errorAt('name')}
        />
        <TextField
          label="Short name"
          isOptional
          description="As partners say it: NCUHT"
          value={typed.shortName}
          onChange={(shortName) => type({ shortName })}
          {...errorAt('shortName')}
        />
        <Select
          label="Kind"
          options={KINDS}
          value={typed.kind}
          onChange={(kind) => kind && type({ kind: kind as Kind })}
        />
        <TextArea
          label="Also written"
          isOptional
          rows={3}
          description="Other names in papers and workbooks, one a line. Imports recognise it by them."
          value={typed.aliases}
          onChange={(aliases) => type({ aliases })}
          {...errorAt('aliases')}
        />
        <TextField
          label="Website"
          isOptional
          description="Beginning with https://"
          value={typed.website}
          onChange={(website) => type({ website })}
          {...(errorAt('website').error
            ? { error: 'This is no web address: write it as https://www.example.org' }
            : {})}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
