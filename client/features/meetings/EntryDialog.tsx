import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { MultiSelect } from '../../platform/ui/MultiSelect';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';

interface EntryDialogProps {
  readonly line: PlanLine;
  readonly onClose: () => void;
}

const typedOf = (line: PlanLine) => ({
  boardIds: line.boards.map(({ id }) => id) as readonly string[],
  summary: line.summary ?? '',
  leadOfficerIds: line.leadOfficers.map(({ id }) => id),
  leadOfficersAsWritten: line.leadOfficersAsWritten ?? '',
  isKeyDecision: line.isKeyDecision,
  keyDecisionReference: line.keyDecisionReference ?? '',
  isForFullCouncil: line.isForFullCouncil,
  cameFrom: line.cameFrom ?? '',
});

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  boardIds: [...typed.boardIds],
  summary: orNull(typed.summary),
  leadOfficerIds: typed.leadOfficerIds,
  leadOfficersAsWritten: orNull(typed.leadOfficersAsWritten),
  isKeyDecision: typed.isKeyDecision,
  keyDecisionReference: typed.isKeyDecision ? orNull(typed.keyDecisionReference) : null,
  isForFullCouncil: typed.isForFullCouncil,
  cameFrom: orNull(typed.cameFrom),
});

const yesNo = (value: unknown): string => (value === true ? 'Yes' : 'No');

/** What else there is to say of a line of the forward plan. */
export function EntryDialog({ line, onClose }: EntryDialogProps) {
  const { board, verbs, refresh } = useForwardPlan();
  const choices = useChoices();
  const people = withKept(choices.people, line.leadOfficers);
  const meetsAt = board.meetings.find(({ id }) => id === line.meeting?.id)?.boards ?? [];
  // Those of others are theirs to give, unless they meet where it is planned.
  const boards = withKept(
    choices.boards.filter(({ id, mayKeep }) => mayKeep || meetsAt.some((one) => one.id === id)),
    line.boards,
    'Kept by others',
  );
  const [form, conflict] = useItemForm(line, {
    typedOf: () => typedOf(line),
    fieldsOf,
    words: {
      item: `“${line.title}”`,
      labels: {
        boardIds: 'Boards',
        summary: 'What it is about',
        leadOfficerIds: 'Lead officers',
        leadOfficersAsWritten: 'Lead officers, as written',
        isKeyDecision: 'Key decision',
        keyDecisionReference: 'Its reference',
        isForFullCouncil: 'Goes on to the full council',
        cameFrom: 'Who asked for it',
      },
      reads: {
        boardIds: namesIn(boards),
        leadOfficerIds: namesIn(people),
        isKeyDecision: yesNo,
        isForFullCouncil: yesNo,
      },
    },
    update: verbs.update,
    onDone: () => {
      refresh();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog {...form} title={`Details of “${line.title}”`} verb="Save" onClose={onClose}>
        <TextArea
          label="What it is about"
          isOptional
          autoFocus
          rows={3}
          maxLength={2000}
          value={typed.summary}
          onChange={(summary) => type({ summary })}
          {...errorAt('summary')}
        />
        <MultiSelect
          label="Boards that consider it"
          description="It stands in the forward plan of each. The first answers for it."
          options={boards}
          values={typed.boardIds}
          onChange={(boardIds) => type({ boardIds })}
          {...errorAt('boardIds')}
        />
        <MultiSelect
          label="Lead officers"
          isOptional
          options={people}
          values={typed.leadOfficerIds}
          onChange={(ids) => type({ leadOfficerIds: [...ids] })}
          {...errorAt('leadOfficerIds')}
        />
        <TextField
          label="Lead officers, as written"
          isOptional
          maxLength={300}
          description="For those who are not known here."
          value={typed.leadOfficersAsWritten}
          onChange={(leadOfficersAsWritten) => type({ leadOfficersAsWritten })}
          {...errorAt('leadOfficersAsWritten')}
        />
        <Checkbox isSelected={typed.isKeyDecision} onChange={(isKeyDecision) => type({ isKeyDecision })}>
          A key decision: 28 clear days’ notice is given
        </Checkbox>
        {typed.isKeyDecision && (
          <TextField
            label="Reference of the key decision"
            isOptional
            maxLength={60}
            description="Such as 2026/041"
            value={typed.keyDecisionReference}
            onChange={(keyDecisionReference) => type({ keyDecisionReference })}
            {...errorAt('keyDecisionReference')}
          />
        )}
        <Checkbox
          isSelected={typed.isForFullCouncil}
          onChange={(isForFullCouncil) => type({ isForFullCouncil })}
        >
          Goes on to the full council
        </Checkbox>
        <TextField
          label="Who asked for it"
          isOptional
          maxLength={300}
          value={typed.cameFrom}
          onChange={(cameFrom) => type({ cameFrom })}
          {...errorAt('cameFrom')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
