import { useQuery } from 'urql';
import { formatDay } from '../../platform/format/dates';
import { graphql } from '../../platform/graphql/graphql';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextField } from '../../platform/ui/TextField';
import { useItemForm } from '../../platform/ui/useItemForm';
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

const LABELS = {
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
export function PlanDialog({ partnershipId, plan, onClose, onBegun }: PlanDialogProps) {
  const verbs = usePlanVerbs();
  const [{ data }] = useQuery({ query: planBoardsQuery, variables: { id: partnershipId } });
  const boards = (
    data?.partnership?.boards ?? (plan?.board ? [{ ...plan.board, archivedAt: null }] : [])
  ).filter((board) => board.archivedAt === null || board.id === plan?.board?.id);
  const day = (value: unknown) => formatDay(String(value));
  const [form, conflict] = useItemForm(plan, {
    typedOf: () => typedOf(plan),
    fieldsOf,
    words: {
      item: plan?.title ?? '',
      labels: LABELS,
      reads: {
        kind: (kind) => KIND_WORDS[kind as PlanKindName],
        boardId: (id) => boards.find((board) => board.id === id)?.name ?? 'Another board',
        startsOn: day,
        endsOn: day,
        yearOneStartsOn: day,
      },
    },
    create: async (id, fields) => {
      const refusal = await verbs.create({ id, partnershipId, ...fields });
      if (!refusal) onBegun?.(id);
      return refusal;
    },
    update: verbs.update,
    onDone: onClose,
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
