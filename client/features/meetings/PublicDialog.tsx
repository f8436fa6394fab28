import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { linesOf, orNull } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { EXCEPTION_WORDS } from './forwardPlanWords';
import {
  REPRESENTATION_LABELS,
  RepresentationsFields,
  representationsOf,
  typedRepresentations,
} from './RepresentationsFields';

interface PublicDialogProps {
  readonly line: PlanLine;
  readonly onClose: () => void;
}

const NONE = 'NONE';
const EXCEPTIONS = [
  { id: NONE, label: 'None: notice is given in time' },
  { id: 'GENERAL_EXCEPTION', label: `${EXCEPTION_WORDS.GENERAL_EXCEPTION} (regulation 10)` },
  { id: 'SPECIAL_URGENCY', label: `${EXCEPTION_WORDS.SPECIAL_URGENCY} (regulation 11)` },
];

const typedOf = (line: PlanLine) => ({
  documents: line.documents.join('\n'),
  contact: line.contact ?? '',
  noticeException: line.noticeException ?? NONE,
  noticeExceptionReason: line.noticeExceptionReason ?? '',
  ...typedRepresentations(line),
});

type Typed = Omit<ReturnType<typeof typedOf>, 'noticeException'> & { noticeException: string };

const fieldsOf = ({ documents, contact, noticeException, noticeExceptionReason, ...said }: Typed) => ({
  ...representationsOf(said),
  documents: linesOf(documents),
  contact: orNull(contact),
  noticeException: noticeException === NONE ? null : (noticeException as PlanLine['noticeException']),
  noticeExceptionReason: noticeException === NONE ? null : orNull(noticeExceptionReason),
});

/** What the published forward plan tells of a line besides: documents, whom to ask, what was said against considering it in private, and why it comes at short notice. */
export function PublicDialog({ line, onClose }: PublicDialogProps) {
  const { verbs, refresh } = useForwardPlan();
  const [form, conflict] = useItemForm(line, {
    typedOf: (): Typed => typedOf(line),
    fieldsOf,
    words: {
      item: `“${line.title}”`,
      labels: {
        documents: 'Documents',
        contact: 'Contact',
        noticeException: 'Short notice',
        noticeExceptionReason: 'Why, and who agreed',
        ...REPRESENTATION_LABELS,
      },
      fieldOfRule: { EXCEPTION_WITHOUT_NOTICE: 'noticeException' },
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
      <FormDialog
        {...form}
        title={`What the public reads of “${line.title}”`}
        lead="Besides its title, what it is about, who leads, who decides and when."
        verb="Save"
        onClose={onClose}
      >
        <TextArea
          label="Documents"
          isOptional
          autoFocus
          rows={3}
          description="Those that will be before whoever decides, one a line."
          value={typed.documents}
          onChange={(documents) => type({ documents })}
          {...errorAt('documents')}
        />
        <TextField
          label="Contact"
          isOptional
          maxLength={300}
          description="Whom to ask about it, and for copies of its documents."
          value={typed.contact}
          onChange={(contact) => type({ contact })}
          {...errorAt('contact')}
        />
        {(line.isConfidential || line.representations !== null) && (
          <RepresentationsFields {...{ typed, type, errorAt }} />
        )}
        {(line.isKeyDecision || line.isConfidential || line.noticeException !== null) && (
          <Select
            label="Exception from the notice"
            options={EXCEPTIONS}
            value={typed.noticeException}
            onChange={(chosen) => type({ noticeException: chosen ?? NONE })}
            {...errorAt('noticeException')}
          />
        )}
        {typed.noticeException !== NONE && (
          <TextArea
            label="Why, and who agreed"
            isRequired
            rows={3}
            maxLength={1000}
            description="Everybody reads it."
            value={typed.noticeExceptionReason}
            onChange={(noticeExceptionReason) => type({ noticeExceptionReason })}
            {...errorAt('noticeExceptionReason')}
          />
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
