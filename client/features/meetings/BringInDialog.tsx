import { useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { FileDrop } from '../../platform/ui/FileDrop';
import { Select } from '../../platform/ui/Select';
import { showToast } from '../../platform/ui/toasts';
import { orNull } from '../../platform/ui/useForm';
import { BringInPreview } from './BringInPreview';
import { type Brought, useBringInVerbs } from './bringIn.operations';
import { meetingChoice } from './forwardPlanWords';
import { LATE, LateField } from './LateReason';
import { TABLE_FILES, textOf, whyNoTable } from './tableFile';

export type BroughtIn = 'plan' | 'agenda';

const WORDS = {
  plan: {
    title: 'Bring in a forward plan',
    item: 'line',
    of: 'A table with a column of titles, such as “Agenda item”, and the days, lead officers and signs beside it.',
  },
  agenda: {
    title: 'Bring in an agenda',
    item: 'item',
    of: 'A table with a column of titles, and the times, presenters and headings beside it.',
  },
} as const;

/** The meeting of the day that the file itself names. */
const BY_FILE = 'file';

interface BringInDialogProps {
  readonly what: BroughtIn;
  readonly board: { readonly id: string; readonly name: string };
  /** Those an agenda can be for. */
  readonly meetings: readonly { readonly id: string; readonly title: string; readonly meetsOn: string }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A forward plan or an agenda from elsewhere: the file, what would come of it row by row, and then that. */
export function BringInDialog({ what, board, meetings, onClose, onDone }: BringInDialogProps) {
  const verbs = useBringInVerbs();
  const words = WORDS[what];
  const [meetingId, setMeetingId] = useState<string>(BY_FILE);
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [preview, setPreview] = useState<Brought | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [lateReason, setLateReason] = useState('');
  const why = preview?.lateReasonWanted ?? null;
  const ask = async (content: string, to: string, dryRun: boolean): Promise<Brought | null> => {
    setPending(true);
    const where = to === BY_FILE ? { boardId: board.id } : { meetingId: to };
    const answer =
      what === 'plan'
        ? await verbs.plan({ boardId: board.id, content, dryRun })
        : await verbs.agenda({ ...where, content, dryRun, lateReason: why && orNull(lateReason) });
    setPending(false);
    setRefusal(answer.refusal);
    return answer.brought;
  };
  const look = async (content: string, to: string): Promise<void> => setPreview(await ask(content, to, true));
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const message = whyNoTable(chosen);
    setFile(null);
    setPreview(null);
    if (message) return setRefusal({ code: 'INVALID_INPUT', message, fields: [], conflicts: [] });
    const content = await textOf(chosen);
    setFile({ name: chosen.name, content });
    await look(content, meetingId);
  };
  // It stands above the field already why it is wanted.
  const isUnreasoned = refusal?.rule === LATE && why !== null && orNull(lateReason) === null;
  const count = preview?.lines.filter(({ outcome }) => outcome === 'ADDED').length ?? 0;
  const bringIn = async (): Promise<void> => {
    if (!file || !(await ask(file.content, meetingId, false))) return;
    showToast({ tone: 'success', message: `${formatCount(count, words.item)} came in from ${file.name}` });
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen
      isWide
      isDismissable={file === null}
      title={words.title}
      lead={`Into ${what === 'plan' ? 'the forward plan' : 'a meeting'} of ${board.name}. Nothing is written before you have seen what comes of it.`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={count === 0}
            isPending={isPending}
            onPress={() => void bringIn()}
          >
            {count === 0 ? 'Bring in' : `Bring in ${formatCount(count, words.item)}`}
          </Button>
        </>
      }
    >
      <div className="bring-in">
        <FileDrop
          label={file ? file.name : 'Drop the file here'}
          note={`${words.of} Saved as CSV.`}
          accept={TABLE_FILES}
          isDisabled={isPending}
          onFiles={([chosen]) => void take(chosen)}
        />
        {what === 'agenda' && (
          <Select
            label="For which meeting"
            options={[
              { id: BY_FILE, label: 'The meeting of the day in the file' },
              ...meetings.map((meeting) => ({ id: meeting.id, label: meetingChoice(meeting) })),
            ]}
            value={meetingId}
            onChange={(id) => {
              if (id === null) return;
              setMeetingId(id);
              if (file) void look(file.content, id);
            }}
          />
        )}
        {why !== null && (
          <LateField
            why={why}
            value={lateReason}
            onChange={setLateReason}
            {...(isUnreasoned ? { error: 'Write down the chair’s reason: it goes with each item.' } : {})}
          />
        )}
        {refusal && !isUnreasoned && (
          <Banner tone="danger" isLive>
            {refusalWords(refusal)}
          </Banner>
        )}
        {preview && <BringInPreview what={what} brought={preview} />}
      </div>
    </Dialog>
  );
}
