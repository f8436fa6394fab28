import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { AttachDialog } from './AttachDialog';
import { AttachmentLine } from './AttachmentLine';
import type { Attachment } from './attachment.queries';
import type { AttachedTo } from './sendAttachment';
import './attachments.css';

interface AttachmentsProps {
  readonly to: AttachedTo;
  readonly attachments: readonly Attachment[];
  readonly canAttach: boolean;
  /** Asks for the list again. */
  readonly refresh: () => void;
}

/** What goes along with a report or an item, in the order of the papers. */
export function Attachments({ to, attachments, canAttach, refresh }: AttachmentsProps) {
  const [isAttaching, setAttaching] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const done = (refused: Refusal | null): void => {
    setRefusal(refused);
    if (!refused) refresh();
  };
  return (
    <div className="attachments">
      {refusal && (
        <Banner tone="danger" isLive onDismiss={() => setRefusal(null)}>
          {refusalWords(refusal)}
        </Banner>
      )}
      {attachments.length === 0 && <p className="quiet">Nothing is attached.</p>}
      <ol>
        {attachments.map((one, at) => (
          <AttachmentLine
            key={one.id}
            attachment={one}
            before={at === 0 ? null : { afterId: attachments[at - 2]?.id ?? null }}
            onDone={done}
          />
        ))}
      </ol>
      {canAttach && (
        <Button size="sm" icon="plus" className="no-print" onPress={() => setAttaching(true)}>
          Attach a file
        </Button>
      )}
      {isAttaching && (
        <AttachDialog
          to={to}
          onClose={() => setAttaching(false)}
          onAttached={() => {
            setAttaching(false);
            refresh();
          }}
        />
      )}
    </div>
  );
}
