import { Button } from '../../platform/ui/Button';

interface KeepActionsProps {
  readonly isArchived: boolean;
  /** Left out where the viewer may change it and no more. */
  readonly onArchive?: () => void;
  readonly onChange: () => void;
}

/** What can be done with a body as a whole, at the head of its page. */
export function KeepActions({ isArchived, onArchive, onChange }: KeepActionsProps) {
  return (
    <>
      {onArchive && (
        <Button look="quiet" icon="archive" onPress={onArchive}>
          {isArchived ? 'Bring it back' : 'Archive'}
        </Button>
      )}
      <Button icon="edit" onPress={onChange}>
        Change its details
      </Button>
    </>
  );
}
