import type { OrganisationKind } from '../../../schema/vocabulary';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { linesOf, orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { Organisation } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';
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
const LABELS = {
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

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  name: typed.name.trim(),
  shortName: orNull(typed.shortName),
  kind: typed.kind,
  aliases: linesOf(typed.aliases),
  website: orNull(typed.website),
});

/** A new partner, or changes to one. */
export function OrganisationDialog({
  partnershipId,
  organisation,
  onClose,
  onDone,
}: OrganisationDialogProps) {
  const verbs = useOrganisationVerbs();
  const [form, conflict] = useItemForm(organisation, {
    typedOf: () => typedOf(organisation),
    fieldsOf,
    words: {
      item: organisation?.name ?? '',
      labels: LABELS,
      reads: { kind: (kind) => KIND_WORD[kind as Kind] },
    },
    create: (id, fields) => verbs.createOrganisation({ id, partnershipId, ...fields }),
    update: verbs.updateOrganisation,
    onDone: () => {
      onDone();
      onClose();
    },
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
