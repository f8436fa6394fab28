import { useState } from 'react';
import { useQuery } from 'urql';
import { formatList } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import { saveChanged } from '../../platform/graphql/saveChanged';
import type { Save, Side } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox } from '../../platform/ui/Select';
import { useForm } from '../../platform/ui/useForm';
import { bodiesQuery } from './actionPanel.queries';
import { choices, type Line, lineOf, ownersOf } from './assigning';
import { OwnerLines } from './OwnerLines';
import { type Owner, ownerName } from './owners';

interface Assigned {
  readonly owners?: ReturnType<typeof ownersOf>;
  readonly leadOrganisationId?: string | null;
}

interface AssignDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly verb: string;
  /** What the list is called where two have changed it. */
  readonly label: string;
  /** What the server calls the list. */
  readonly field: 'leads' | 'sponsors' | 'sros' | 'owners';
  readonly item: string;
  readonly version: number;
  readonly owners: readonly Owner[];
  readonly roles: readonly [Line['role'], ...Line['role'][]];
  /** The organisation that leads, where one does besides those in the list. */
  readonly leadOrganisation?: { readonly id: string; readonly name: string } | null;
  readonly partnershipId: string;
  readonly save: (asked: Save) => Promise<void>;
  readonly send: (expectedVersion: number, changed: Assigned) => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** Says who answers for an item. If somebody else says so meanwhile, saving asks whose word is to hold. */
export function AssignDialog(props: AssignDialogProps) {
  const {
    field,
    item,
    version,
    label,
    owners,
    roles,
    leadOrganisation,
    partnershipId,
    save,
    send,
    onClose,
    ...words
  } = props;
  const [{ data }] = useQuery({ query: bodiesQuery, variables: { id: partnershipId } });
  const bodies = data?.partnership;
  // As it was when this was opened: what others change meanwhile must not pass for what was seen here.
  const [found] = useState({ version, owners, leadOrganisationId: leadOrganisation?.id ?? null });
  const [begin] = useState(() => ({
    lines: owners.map(lineOf) as readonly Line[],
    leadOrganisationId: found.leadOrganisationId,
  }));
  const fieldsOf = ({ lines, leadOrganisationId }: typeof begin) => ({
    [field]: ownersOf(lines),
    ...(leadOrganisation === undefined ? {} : { leadOrganisationId }),
  });
  const namesOf = (lines: readonly Line[]): readonly string[] => {
    const named = bodies ? choices(bodies, null).flatMap(({ options }) => options) : [];
    return lines.flatMap(({ who, was }) =>
      who === null ? [] : (named.find((one) => one.id === who)?.label ?? (was ? ownerName(was) : [])),
    );
  };
  const show = (lines: readonly Line[]) => (of: string, value: unknown, side: 'base' | Side) => {
    if (of !== field) return bodies?.organisations.find(({ id }) => id === value)?.name ?? 'No organisation';
    const names =
      side === 'yours' ? namesOf(lines) : (side === 'base' ? found.owners : owners).map(ownerName);
    return formatList(names) || 'Nobody';
  };
  const form = useForm(
    begin,
    (typed) =>
      saveChanged<Readonly<Record<string, unknown>>>(save, {
        item,
        version: found.version,
        label: (of) => (of === field ? label : 'Led by'),
        show: show(typed.lines),
        before: fieldsOf(begin),
        after: fieldsOf(typed),
        send: (expectedVersion, changed) =>
          send(expectedVersion, {
            ...(field in changed ? { owners: ownersOf(typed.lines) } : {}),
            ...('leadOrganisationId' in changed ? { leadOrganisationId: typed.leadOrganisationId } : {}),
          }),
      }),
    onClose,
  );
  const { typed, type, errorAt, refusal } = form;
  const wrong = refusal?.fields.filter((one) => one.field.startsWith(field)) ?? [];
  return (
    <FormDialog {...words} {...form} isWide isTouched onClose={onClose}>
      {wrong.length > 0 && (
        <Banner tone="danger" isLive>
          {wrong.map(({ message }) => message).join(' ')}
        </Banner>
      )}
      {!bodies && <LoadingState what="the partners" />}
      {bodies && leadOrganisation !== undefined && (
        <ComboBox
          label="Led by"
          isOptional
          description="Only its leads can add actions"
          options={bodies.organisations.map(({ id, name }) => ({ id, label: name }))}
          value={typed.leadOrganisationId}
          onChange={(leadOrganisationId) => type({ leadOrganisationId })}
          placeholder="Type a name"
          {...errorAt('leadOrganisationId')}
        />
      )}
      {bodies && (
        <OwnerLines lines={typed.lines} onChange={(lines) => type({ lines })} bodies={bodies} roles={roles} />
      )}
    </FormDialog>
  );
}
