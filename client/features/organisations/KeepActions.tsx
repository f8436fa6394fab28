import { Button } from '../../platform/ui/Button';

interface KeepActionsProps {
  readonly isPutAway: boolean;
  /** Left out where the viewer may change it and no more. */
  readonly onPutAway?: () => void;
  readonly onChange: () => void;
}

/** What can be done with a body as a whole, at the head of its page. */
export function KeepActions({ isPutAway, onPutAway, onChange }: KeepActionsProps) {
  return (
    <>
      {onPutAway && (
        <Button look="quiet" icon="archive" onPress={onPutAway}>
          {isPutAway ? 'Bring it back' : 'Put away'}
        </Button>
      )}
      <Button icon="edit" onPress={onChange}>
        Change its details
      </Button>
    </>
  );
}
