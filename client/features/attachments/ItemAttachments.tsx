import { useQuery } from 'urql';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { LoadingState } from '../../platform/ui/LoadingState';
import { Attachments } from './Attachments';
import { itemAttachmentsQuery } from './attachment.queries';

interface ItemAttachmentsProps {
  readonly itemId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** What is attached to an item of an agenda itself, beside its reports. */
export function ItemAttachments({ itemId, name, onClose }: ItemAttachmentsProps) {
  const [{ data }, ask] = useQuery({
    query: itemAttachmentsQuery,
    variables: { id: itemId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Dialog
      isOpen
      title={`Attachments of ${name}`}
      onClose={onClose}
      actions={<Button onPress={onClose}>Done</Button>}
    >
      {data ? (
        <Attachments
          to={{ agendaItemId: itemId }}
          attachments={data.agendaItem?.attachments ?? []}
          canAttach
          refresh={() => ask({ requestPolicy: 'network-only' })}
        />
      ) : (
        <LoadingState what="the attachments" shape="text" />
      )}
    </Dialog>
  );
}
