import { useState } from 'react';
import type { MembershipRole } from '../../../schema/vocabulary';
import { FormDialog } from '../../platform/ui/FormDialog';
import type { Option } from '../../platform/ui/ListItems';
import { ComboBox, Select } from '../../platform/ui/Select';
import { useForm } from '../../platform/ui/useForm';
import type { Organisation, Person } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface GiveRoleDialogProps {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly roles: readonly Option[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Lets somebody act for an organisation. Its own people come first. */
export function GiveRoleDialog({ organisation, people, roles, onClose, onDone }: GiveRoleDialogProps) {
  const verbs = useOrganisationVerbs();
  const [id] = useState(() => crypto.randomUUID());
  const members = new Set(
    organisation.memberships.flatMap((one) => (one.archivedAt ? [] : (one.person?.id ?? []))),
  );
  const optionOf = (one: Person): Option => ({
    id: one.id,
    label: one.name,
    note: one.jobTitle ?? undefined,
  });
  const free = people.filter((one) => !one.archivedAt && !members.has(one.id));
  const own = free.filter((one) => one.organisation?.id === organisation.id);
  const others = free.filter((one) => one.organisation?.id !== organisation.id);
  const form = useForm(
    {
      personId: null as string | null,
      role: (roles.length > 1 ? 'EDITOR' : 'ADMIN') as keyof typeof MembershipRole,
    },
    async ({ personId, role }) =>
      personId
        ? verbs.createMembership({ id, personId, organisationId: organisation.id, role })
        : {
            code: 'INVALID_INPUT',
            message: 'Say who.',
            fields: [{ field: 'personId', message: 'Choose the person.' }],
            conflicts: [],
          },
    () => {
      onDone();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  return (
    <FormDialog
      {...form}
      title="Give a role"
      lead={`To act for ${organisation.name}`}
      verb="Give the role"
      onClose={onClose}
    >
      <ComboBox
        label="Person"
        sections={[
          ...(own.length > 0 ? [{ title: organisation.name, options: own.map(optionOf) }] : []),
          ...(others.length > 0 ? [{ title: 'Others', options: others.map(optionOf) }] : []),
        ]}
        value={typed.personId}
        onChange={(personId) => type({ personId })}
        empty="Nobody of that name is known here. Add the person first."
        {...errorAt('personId')}
      />
      <Select
        label="Role"
        options={roles}
        value={typed.role}
        onChange={(role) => role && type({ role: role as typeof typed.role })}
        {...errorAt('role')}
      />
    </FormDialog>
  );
}
