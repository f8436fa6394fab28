import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { FileDrop } from '../../platform/ui/FileDrop';
import { Progress } from '../../platform/ui/Progress';
import { AcceptFile } from './AcceptFile';
import { ATTACHABLE, type AttachedTo, PICTURES } from './sendAttachment';
import { useSending } from './useSending';

interface AttachDialogProps {
  readonly to: AttachedTo;
  /** For the text: a picture and nothing else. */
  readonly isForText?: boolean;
  /** Already chosen: pasted or dropped into the text. */
  readonly given?: File;
  readonly onAttached: (attached: { id: string; altText: string }) => void;
  readonly onClose: () => void;
}

/** A file is chosen, sent and looked into; what is in it is told before it is attached. */
export function AttachDialog({ to, isForText = false, given, onAttached, onClose }: AttachDialogProps) {
  const { file, share, isSending, trouble, choose, startAgain } = useSending(to, given ?? null);
  const close = (): void => {
    startAgain();
    onClose();
  };
  if (file) return <AcceptFile {...{ file, to, onAttached, startAgain }} onClose={close} />;
  return (
    <Dialog
      isOpen
      title={isForText ? 'A new image' : 'Attach a file'}
      lead="It is looked into first: what is hidden in it is told before anybody else sees it."
      onClose={close}
      actions={<Button onPress={close}>Cancel</Button>}
    >
      <div className="attach-steps">
        {trouble !== null && (
          <Banner tone="danger" isLive>
            {trouble}
          </Banner>
        )}
        {isSending ? (
          <Progress
            label={share < 1 ? 'Sending the file' : 'Looking into the file'}
            done={share}
            {...(share < 1 ? { of: 1 } : {})}
          />
        ) : (
          <FileDrop
            label="Drop a file here"
            note={
              isForText
                ? 'PNG or JPEG, 25 MB at most'
                : 'PDF, PNG, JPEG, Word, Excel or PowerPoint, 25 MB at most'
            }
            accept={isForText ? PICTURES : ATTACHABLE}
            onFiles={([chosen]) => chosen && choose(chosen)}
          />
        )}
      </div>
    </Dialog>
  );
}
