import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { BringInDialog, type BroughtIn } from './BringInDialog';
import { useForwardPlan } from './forwardPlanContext';
import { PlanMeetingDialog } from './PlanMeetingDialog';

/** What keepers begin here. */
export function ForwardPlanActions() {
  const { board, ahead, refresh } = useForwardPlan();
  const [open, setOpen] = useState<BroughtIn | 'meeting' | null>(null);
  const dialog = { board, onClose: () => setOpen(null), onDone: refresh };
  return (
    <>
      <Button icon="import" onPress={() => setOpen('plan')}>
        Bring in a forward plan…
      </Button>
      <Button icon="import" onPress={() => setOpen('agenda')}>
        Bring in an agenda…
      </Button>
      <Button icon="calendar" look="primary" onPress={() => setOpen('meeting')}>
        Plan a meeting…
      </Button>
      {open === 'meeting' && <PlanMeetingDialog {...dialog} />}
      {(open === 'plan' || open === 'agenda') && <BringInDialog {...dialog} what={open} meetings={ahead} />}
    </>
  );
}
