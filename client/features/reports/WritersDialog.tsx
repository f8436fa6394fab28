import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { ComboBox } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import { useReportVerbs } from './report.operations';
import type { Report } from './report.queries';

interface WritersDialogProps {
  readonly report: Report;
  readonly onClose: () => void;
}

const typedOf = (report: Report) => ({
  title: report.title,
  leadOrganisationId: report.leadOrganisation?.id ?? null,
  authorOrganisationIds: report.authorOrganisations.map(({ id }) => id) as readonly string[],
  authorIds: report.authors.map(({ id }) => id) as readonly string[],
  sponsorId: report.sponsor?.id ?? null,
  draftDueOn: report.draftDueOn ?? '',
});

const fieldsOf = (typed: Typed) => ({
  ...typed,
  title: typed.title.trim(),
  authorOrganisationIds: [...typed.authorOrganisationIds],
  authorIds: [...typed.authorIds],
  draftDueOn: orNull(typed.draftDueOn),
});

type Typed = ReturnType<typeof typedOf>;

const LABELS = {
  title: 'Title',
  leadOrganisationId: 'Lead organisation',
  authorOrganisationIds: 'Other organisations that write it',
  authorIds: 'People who write it',
  sponsorId: 'Sponsor',
  draftDueOn: 'Draft wanted by',
};

/** Who writes a report, who signs it off and by when: for those who manage it. */
export function WritersDialog({ report, onClose }: WritersDialogProps) {
  const verbs = useReportVerbs();
  const choices = useChoices();
  const organisations = withKept(choices.organisations, [
    report.leadOrganisation,
    ...report.authorOrganisations,
  ]);
  const people = withKept(choices.people, [report.sponsor, ...report.authors]);
  const [form, conflict] = useItemForm<Typed, ReturnType<typeof fieldsOf>>(report, {
    typedOf: () => typedOf(report),
    fieldsOf,
    words: {
      item: report.title,
      labels: LABELS,
      reads: {
        leadOrganisationId: namesIn(organisations),
        authorOrganisationIds: namesIn(organisations),
        authorIds: namesIn(people),
        sponsorId: namesIn(people),
      },
    },
    update: verbs.update,
    onDone: onClose,
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog {...form} title="Who writes this report" verb="Save" onClose={onClose}>
        <TextField
          label={LABELS.title}
          isRequired
          maxLength={300}
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        <ComboBox
          label={LABELS.leadOrganisationId}
          description="It answers for the report; its leads may change this."
          isRequired
          options={organisations}
          value={typed.leadOrganisationId}
          onChange={(leadOrganisationId) => type({ leadOrganisationId })}
          {...errorAt('leadOrganisationId')}
        />
        <MultiSelect
          label={LABELS.authorOrganisationIds}
          isOptional
          description="Their editors may write in it."
          options={organisations.filter(({ id }) => id !== typed.leadOrganisationId)}
          values={typed.authorOrganisationIds}
          onChange={(authorOrganisationIds) => type({ authorOrganisationIds })}
          {...errorAt('authorOrganisationIds')}
        />
        <MultiSelect
          label={LABELS.authorIds}
          isOptional
          description="They may write in it whatever their role."
          options={people}
          values={typed.authorIds}
          onChange={(authorIds) => type({ authorIds })}
          {...errorAt('authorIds')}
        />
        <ComboBox
          label={LABELS.sponsorId}
          isOptional
          description="Signs it off; while nobody is named, a lead of the lead organisation does."
          options={people}
          value={typed.sponsorId}
          onChange={(sponsorId) => type({ sponsorId })}
          {...errorAt('sponsorId')}
        />
        <TextField
          label={LABELS.draftDueOn}
          type="date"
          isOptional
          value={typed.draftDueOn}
          onChange={(draftDueOn) => type({ draftDueOn })}
          {...errorAt('draftDueOn')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
