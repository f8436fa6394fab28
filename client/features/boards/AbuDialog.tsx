import { FormDialog } from '../../platform/ui/FormDialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { useItemForm } from '../../platform/ui/useItemForm';
import { BodiesField } from '../organisations/BodiesField';
import type { Abu } from '../organisations/bodies';
import { useChoices, withKept } from '../organisations/choices';
import { abuFields, abuWords, typedAbu } from './abuForm';
import { useBoardVerbs } from './board.operations';

interface AbuDialogProps {
  readonly partnershipId: string;
  /** Null for a new one. */
  readonly abu: Abu | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A new accountable business unit, or changes to one. */
export function AbuDialog({ partnershipId, abu, onClose, onDone }: AbuDialogProps) {
  const verbs = useBoardVerbs();
  const choices = useChoices();
  const { organisations, people, boards } = choices;
  const [form, conflict] = useItemForm(abu, {
    typedOf: () => typedAbu(abu),
    fieldsOf: abuFields,
    words: abuWords(abu, choices),
    create: (id, fields) => verbs.createAbu({ id, partnershipId, ...fields }),
    update: verbs.updateAbu,
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
        title={abu ? `Change ${abu.name}` : 'Add an accountable business unit'}
        {...(abu
          ? {}
          : { lead: 'What is delegated to it you say next; which priorities it delivers, at the priority.' })}
        verb={abu ? 'Save' : 'Add the unit'}
        onClose={onClose}
      >
        <TextField
          label="Name"
          isRequired
          autoFocus
          maxLength={300}
          value={typed.name}
          onChange={(name) => type({ name })}
          {...errorAt('name')}
        />
        <TextField
          label="Short name"
          isOptional
          maxLength={60}
          value={typed.shortName}
          onChange={(shortName) => type({ shortName })}
          {...errorAt('shortName')}
        />
        <ComboBox
          label="Host"
          isRequired
          description="The organisation that hosts it and employs its staff"
          options={withKept(organisations, [abu?.hostOrganisation])}
          value={typed.hostOrganisationId || null}
          onChange={(host) => type({ hostOrganisationId: host ?? '' })}
          {...errorAt('hostOrganisationId')}
        />
        <BodiesField
          label="Members"
          add="Add a member organisation"
          choices={withKept(organisations, abu?.memberOrganisations ?? [])}
          value={typed.memberOrganisationIds}
          onChange={(memberOrganisationIds) => type({ memberOrganisationIds })}
          {...errorAt('memberOrganisationIds')}
        />
        <ComboBox
          label="Managing director"
          isOptional
          options={withKept(people, [abu?.managingDirector])}
          value={typed.managingDirectorId}
          onChange={(managingDirectorId) => type({ managingDirectorId })}
          {...errorAt('managingDirectorId')}
        />
        <TextField
          label="Serves"
          isOptional
          maxLength={500}
          description="The population or place: older people in the north of the county"
          value={typed.serves}
          onChange={(serves) => type({ serves })}
          {...errorAt('serves')}
        />
        <BodiesField
          label="Answers to"
          add="Add a board it answers to"
          choices={withKept(boards, abu?.boards ?? [])}
          value={typed.boardIds}
          onChange={(boardIds) => type({ boardIds })}
          {...errorAt('boardIds')}
        />
        <TextArea
          label="Also written"
          isOptional
          rows={2}
          description="Other names in papers and workbooks, one a line. Imports recognise it by them."
          value={typed.aliases}
          onChange={(aliases) => type({ aliases })}
          {...errorAt('aliases')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
