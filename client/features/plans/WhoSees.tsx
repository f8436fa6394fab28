import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { RestrictDialog, type RestrictProps } from './RestrictDialog';

/** Opens who sees an item. For those who may say so. */
export function WhoSees(props: RestrictProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" icon="lock" onPress={() => setOpen(true)}>
        Who sees it
      </Button>
      {isOpen && <RestrictDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
