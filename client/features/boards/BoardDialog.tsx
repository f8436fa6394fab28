import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { linesOf, orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import { BodiesField } from '../organisations/BodiesField';
import type { Board } from '../organisations/bodies';
import { namesIn, useChoices, withKept } from '../organisations/choices';
import { useBoardVerbs } from './board.operations';

interface BoardDialogProps {
  readonly partnershipId: string;
  /** Null for a new one. */
  readonly board: Board | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LABELS = {
  name: 'Name',
  shortName: 'Short name',
  kind: 'Kind',
  purpose: 'What it is for',
  reportsToIds: 'Answers to',
  aliases: 'Also written',
};

const typedOf = (board: Board | null) => ({
  name: board?.name ?? '',
  shortName: board?.shortName ?? '',
  kind: board?.boardKind ?? '',
  purpose: board?.purpose ?? '',
  reportsToIds: (board?.reportsTo ?? []).map(({ id }) => id),
  aliases: (board?.aliases ?? []).join('\n'),
});

const fieldsOf = (typed: ReturnType<typeof typedOf>) => ({
  name: typed.name.trim(),
  shortName: orNull(typed.shortName),
  kind: typed.kind.trim(),
  purpose: orNull(typed.purpose),
  reportsToIds: typed.reportsToIds,
  aliases: linesOf(typed.aliases),
});

/** A new board, or changes to one and to whom it answers. */
export function BoardDialog({ partnershipId, board, onClose, onDone }: BoardDialogProps) {
  const verbs = useBoardVerbs();
  const boards = withKept(useChoices().boards, board?.reportsTo ?? []);
  const [form, conflict] = useItemForm(board, {
    typedOf: () => typedOf(board),
    fieldsOf,
    words: {
      item: board?.name ?? '',
      labels: LABELS,
      reads: { reportsToIds: namesIn(boards) },
      fieldOfRule: { NO_RINGS: 'reportsToIds' },
    },
    create: (id, fields) => verbs.createBoard({ id, partnershipId, ...fields }),
    update: verbs.updateBoard,
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
        title={board ? `Change ${board.name}` : 'Add a board'}
        {...(board ? {} : { lead: 'Everybody can see that it is there. Who sits on it you say next.' })}
        verb={board ? 'Save' : 'Add the board'}
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
          description="As partners say it: HWB"
          value={typed.shortName}
          onChange={(shortName) => type({ shortName })}
          {...errorAt('shortName')}
        />
        <TextField
          label="Kind"
          isRequired
          maxLength={200}
          description="Such as health and wellbeing board, delivery board"
          value={typed.kind}
          onChange={(kind) => type({ kind })}
          {...errorAt('kind')}
        />
        <TextArea
          label="What it is for"
          isOptional
          maxLength={5000}
          value={typed.purpose}
          onChange={(purpose) => type({ purpose })}
          {...errorAt('purpose')}
        />
        <BodiesField
          label="Answers to"
          add="Add a board it answers to"
          description="Nearest first: the board that oversees it, then the one above that."
          isOrdered
          choices={boards.filter(({ id }) => id !== board?.id)}
          value={typed.reportsToIds}
          onChange={(reportsToIds) => type({ reportsToIds })}
          {...errorAt('reportsToIds')}
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
