import { useState } from 'react';
import { useQuery } from 'urql';
import { formatDay } from '../../platform/format/dates';
import type { Refusal } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { saveChanged } from '../../platform/graphql/saveChanged';
import { useSaving } from '../../platform/graphql/saving';
import { TextField } from '../../platform/ui/TextField';
import { FormDialog } from '../organisations/FormDialog';
import { useForm } from '../organisations/useForm';
import { beginPlan, KIND_WORDS, PlanFields, type PlanKindName, type TypedPlan } from './PlanFields';
import { usePlanVerbs } from './plan.operations';
import type { Plan } from './plan.queries';

const planBoardsQuery = graphql(`
  query PlanBoards($id: ID!) {
    partnership(id: $id) {
      id
      boards {
        id
        name
        archivedAt
      }
    }
  }
`);

interface PlanDialogProps {
  readonly partnershipId: string;
  /** Null for a new one. */
  readonly plan: Plan | null;
  readonly onClose: () => void;
  readonly onBegun?: (id: string) => void;
}

interface Typed extends TypedPlan {
  readonly yearOneStartsOn: string;
}

const LABELS: Readonly<Record<string, string>> = {
  title: 'Title',
  kind: 'Kind',
  boardId: 'Board',
  startsOn: 'First day',
  endsOn: 'Last day',
  yearOneStartsOn: 'Year 1 begins on',
};

function typedOf(plan: Plan | null): Typed {
  if (!plan) return { ...beginPlan(), yearOneStartsOn: '' };
  const { title, planKind: kind, board, startsOn, endsOn, yearOneStartsOn } = plan;
  return { title, kind, boardId: board?.id ?? null, startsOn, endsOn, yearOneStartsOn };
}

const fieldsOf = ({ title, kind, boardId, startsOn, endsOn, yearOneStartsOn }: Typed) => ({
  title: title.trim(),
  kind,
  boardId,
  startsOn,
  endsOn,
  yearOneStartsOn: yearOneStartsOn || startsOn,
});

/** A new plan, or changes to what one is. */
export function PlanDialog({ partnershipId, plan: shown, onClose, onBegun }: PlanDialogProps) {
  const verbs = usePlanVerbs();
  // As it was when writing began: what others change meanwhile must not pass for what the writer saw.
  const [plan] = useState(shown);
  const [begin] = useState(() => typedOf(plan));
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => plan?.id ?? crypto.randomUUID());
  const [save, conflict] = useSaving();
  const [{ data }] = useQuery({ query: planBoardsQuery, variables: { id: partnershipId } });
  const boards = (
    data?.partnership?.boards ?? (plan?.board ? [{ ...plan.board, archivedAt: null }] : [])
  ).filter((board) => board.archivedAt === null || board.id === plan?.board?.id);
  const show = (field: string, value: unknown) => {
    if (field === 'kind') return KIND_WORDS[value as PlanKindName];
    if (field === 'boardId') return boards.find((board) => board.id === value)?.name ?? 'No board';
    return field === 'title' ? String(value) : formatDay(String(value));
  };
  const send = async (typed: Typed): Promise<Refusal | null> => {
    if (!plan) return verbs.create({ id, partnershipId, ...fieldsOf(typed) });
    return saveChanged(save, {
      item: plan.title,
      version: plan.version,
      label: (field) => LABELS[field] ?? field,
      show,
      before: fieldsOf(begin),
      after: fieldsOf(typed),
      send: (expectedVersion, changed) => verbs.update({ id, expectedVersion, ...changed }),
    });
  };
  const form = useForm(begin, send, () => {
    onClose();
    onBegun?.(id);
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={plan ? 'Change the details of the plan' : 'Begin a plan'}
        {...(plan ? {} : { lead: 'It begins as a draft that everyone in the partnership may see.' })}
        verb={plan ? 'Save' : 'Begin the plan'}
        onClose={onClose}
      >
        <PlanFields typed={typed} onChange={type} boards={boards} errorAt={errorAt} />
        <TextField
          label="Year 1 begins on"
          type="date"
          isOptional
          description="Deadlines such as “Y3” are counted from here. Empty means the first day."
          value={typed.yearOneStartsOn}
          onChange={(yearOneStartsOn) => type({ yearOneStartsOn })}
          {...errorAt('yearOneStartsOn')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
