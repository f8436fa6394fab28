import { useState } from 'react';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import type { InputOf } from '../../platform/graphql/verbs';
import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { useForm } from '../../platform/ui/useForm';
import { withKept } from '../organisations/choices';
import { priorityName } from '../plans/priorityRow';
import type { linkPriority, unlinkPriority } from './origin.operations';
import { type Origin, reportingPriorities } from './origin.queries';

export interface ReportsOn {
  readonly title: string;
  readonly of: { readonly forwardPlanEntryId: string } | { readonly agendaItemId: string };
  /** What it is for so far. */
  readonly origins: readonly Origin[];
  /** Those that consider it. */
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly verbs: {
    readonly linkPriority: (input: InputOf<typeof linkPriority>) => Promise<Refusal | null>;
    readonly unlinkPriority: (input: InputOf<typeof unlinkPriority>) => Promise<Refusal | null>;
  };
  readonly onDone?: () => void;
}

interface Named {
  readonly id: string;
  readonly priorityNumber: string;
  readonly title: string;
}

const nameOf = (one: Named): string => `${priorityName(one)} ${one.title}`;

/** The priorities that report to any of some boards, as people name them. */
function usePriorities(boards: ReportsOn['boards']) {
  const partnership = usePartnership();
  const [{ data }] = useQuery({
    query: reportingPriorities,
    variables: { partnershipId: partnership?.id ?? '' },
    pause: !partnership,
    requestPolicy: 'cache-and-network',
  });
  const theirs = (data?.partnership?.boards ?? []).filter(({ id }) => boards.some((one) => one.id === id));
  const found = new Map(theirs.flatMap((one) => one.reportingPriorities).map((one) => [one.id, one]));
  return [...found.values()].map((one) => ({ id: one.id, label: nameOf(one), note: one.plan.title }));
}

/** The links of something to priorities, however they came about. */
const linksIn = (origins: readonly Origin[]) =>
  origins.flatMap(({ id, version, item }) =>
    item?.__typename === 'Priority' ? [{ id, version, priority: { id: item.id, name: nameOf(item) } }] : [],
  );

/** Says by hand which priorities something reports on: they count like what was accepted from the proposals. */
export function ReportsOnDialog({ onClose, ...about }: ReportsOn & { readonly onClose: () => void }) {
  const { title, of, origins, boards, verbs, onDone } = about;
  const links = linksIn(origins);
  const offered = usePriorities(boards);
  const options = withKept(
    offered,
    links.map(({ priority }) => priority),
    'Linked already',
  );
  // As it was when this was opened: what others link or unlink meanwhile stays as they said.
  const [before] = useState(() => links.map(({ priority }) => priority.id));
  const send = async (ids: readonly string[]): Promise<Refusal | null> => {
    for (const priorityId of ids.filter((id) => !before.includes(id))) {
      const refusal = await verbs.linkPriority({ ...of, priorityId });
      if (refusal) return refusal;
    }
    const unwanted = before.filter((id) => !ids.includes(id));
    for (const { id, version } of links.filter(({ priority }) => unwanted.includes(priority.id))) {
      const refusal = await verbs.unlinkPriority({ id, expectedVersion: version });
      if (refusal) return refusal;
    }
    return null;
  };
  const form = useForm<{ priorityId: readonly string[] }>(
    { priorityId: before },
    ({ priorityId }) => send(priorityId),
    () => {
      onDone?.();
      onClose();
    },
  );
  return (
    <FormDialog {...form} title={`What “${title}” reports on`} verb="Save" onClose={onClose}>
      <MultiSelect
        label="Priorities"
        isOptional
        description={`Those that report to ${formatList(boards.map(({ name }) => name))}. What is linked counts as reported on, and whose turn is next goes by that.`}
        options={options}
        values={form.typed.priorityId}
        onChange={(priorityId) => form.type({ priorityId })}
        placeholder="Type a number or a title"
        {...form.errorAt('priorityId')}
      />
    </FormDialog>
  );
}
