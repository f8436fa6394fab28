import { type ReactNode, useState } from 'react';
import { formatLongDay } from '../../platform/format/dates';
import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Checkbox } from '../../platform/ui/Checkbox';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { usePublishing } from './publication.operations';
import { fileOf, PUBLISHED_WORDS, type PublicationLineData } from './publication.queries';

interface PublishDialogProps {
  readonly publication: PublicationLineData;
  /** The last day for the papers to go out, where that day is over. */
  readonly dueOn: string | null;
  readonly before?: ReactNode;
  readonly onClose: () => void;
}

const notSeen: Refusal = {
  code: 'NOT_SEEN',
  message: 'Open it first, look at it as the public will see it, and say that you have.',
  fields: [],
  conflicts: [],
};

/** The second person looks at the pack as the public will, and gives it to everybody. */
export function PublishDialog({ publication, dueOn, before, onClose }: PublishDialogProps) {
  const { publish } = usePublishing();
  const { what } = PUBLISHED_WORDS[publication.packKind];
  const [isOpened, setOpened] = useState(false);
  const open = publication.parts.find(({ part }) => part === 'PUBLIC');
  const form = useForm(
    { hasSeen: false, lateReason: publication.packLateReason ?? '' },
    async ({ hasSeen, lateReason }) =>
      hasSeen && isOpened && open
        ? publish({
            ...{ id: publication.id, expectedVersion: publication.version, seenSha256: open.sha256 },
            lateReason: orNull(lateReason),
          })
        : notSeen,
    () => {
      showToast({
        tone: 'success',
        message:
          publication.packKind === 'FORWARD_PLAN'
            ? 'The forward plan is published'
            : 'The papers are published',
      });
      onClose();
    },
  );
  // A machine whose day is another than the server’s learns it from the server.
  const wantsReason =
    dueOn !== null || form.refusal?.rule === 'LATE_WITHOUT_REASON' || form.typed.lateReason !== '';
  return (
    <FormDialog
      {...form}
      title={`Publish ${what}`}
      lead="Everybody will read what it says, the public too. What is published does not change any more; it can be recalled."
      verb="Publish"
      onClose={onClose}
    >
      {before}
      <p>
        <a
          className="publish-look"
          href={fileOf(publication, 'PUBLIC', 'HTML')}
          target="_blank"
          rel="noreferrer"
          onClick={() => setOpened(true)}
        >
          Open it as the public will see it
        </a>{' '}
        (in a new tab)
      </p>
      <Checkbox isSelected={form.typed.hasSeen} onChange={(hasSeen) => form.type({ hasSeen })}>
        I have looked at it as the public will see it
      </Checkbox>
      {wantsReason && (
        <>
          {dueOn !== null && (
            <Banner tone="warning">The papers were to go out by {formatLongDay(dueOn)}.</Banner>
          )}
          <TextArea
            label="The chair’s reason"
            description="Why they come later. Everybody is told, the public too."
            isRequired
            rows={3}
            maxLength={1000}
            value={form.typed.lateReason}
            onChange={(lateReason) => form.type({ lateReason })}
            {...form.errorAt('lateReason')}
          />
        </>
      )}
    </FormDialog>
  );
}
