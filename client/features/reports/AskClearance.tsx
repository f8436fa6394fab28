import { Button } from '../../platform/ui/Button';
import { ComboBox, Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { orNull, useForm } from '../../platform/ui/useForm';
import { useChoices } from '../organisations/choices';
import { useReportVerbs } from './report.operations';
import type { Report } from './report.queries';
import { KINDS, missingKinds } from './reportWords';

type Kind = (typeof KINDS)[number]['id'];

interface Typed {
  readonly kind: string | null;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly dueOn: string;
}

/** Who is asked to clear it, for what and by when: of an organisation, or of one person there. */
export function AskClearance({ report }: { readonly report: Report }) {
  const verbs = useReportVerbs();
  const choices = useChoices();
  const form = useForm<Typed>(
    {
      kind: missingKinds(report)[0] ?? 'FINANCE',
      organisationId: report.leadOrganisation?.id ?? null,
      ...{ personId: null, dueOn: '' },
    },
    async ({ kind, organisationId, personId, dueOn }) =>
      organisationId === null
        ? null
        : verbs.requestClearance({
            ...{ reportId: report.id, kind: kind as Kind, organisationId, personId, dueOn: orNull(dueOn) },
          }),
    () => form.type({ personId: null, dueOn: '' }),
  );
  const { typed, type, errorAt, refusal } = form;
  const people = choices.people.filter(({ organisationId }) => organisationId === typed.organisationId);
  return (
    <form className="report-form" onSubmit={form.onSubmit}>
      <Select
        label="Ask for"
        options={KINDS}
        value={typed.kind}
        onChange={(kind) => type({ kind })}
        {...errorAt('kind')}
      />
      <ComboBox
        label="Of"
        options={choices.organisations}
        value={typed.organisationId}
        onChange={(organisationId) => type({ organisationId, personId: null })}
        {...errorAt('organisationId')}
      />
      <ComboBox
        label="Who is to answer"
        description="While nobody is named, any lead of the organisation does."
        isOptional
        options={people}
        value={typed.personId}
        onChange={(personId) => type({ personId })}
        {...errorAt('personId')}
      />
      <TextField
        label="Answer wanted by"
        type="date"
        isOptional
        value={typed.dueOn}
        onChange={(dueOn) => type({ dueOn })}
        {...errorAt('dueOn')}
      />
      {refusal && refusal.fields.length === 0 && (
        <p className="field-error" role="alert">
          {refusal.message}
        </p>
      )}
      <Button type="submit" isDisabled={typed.organisationId === null} isPending={form.isPending}>
        Ask for the clearance
      </Button>
    </form>
  );
}
