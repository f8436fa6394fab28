import { useState } from 'react';
import { formatDay, londonDay } from '../../platform/format/dates';
import { ConfirmVerb } from '../../platform/graphql/ConfirmVerb';
import { Button } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';
import { PlanDialog } from './PlanDialog';
import { usePlanVerbs } from './plan.operations';
import type { Plan } from './plan.queries';

type Open = 'change' | 'adopt' | 'close' | 'archive' | null;

/** What can be done with the plan as a whole, by those who may, as it stands. */
export function PlanMenu({ plan }: { readonly plan: Plan }) {
  const verbs = usePlanVerbs();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { viewerCan, planStatus, title } = plan;
  const input = { id: plan.id, expectedVersion: plan.version };
  const entries: MenuEntry[] = [
    ...(viewerCan.update && planStatus !== 'CLOSED'
      ? [{ id: 'change', label: 'Change its details', icon: 'edit' as const }]
      : []),
    ...(viewerCan.adopt && planStatus === 'DRAFT'
      ? [{ id: 'adopt', label: 'Adopt it', icon: 'success' as const, note: 'Its board has agreed it' }]
      : []),
    ...(viewerCan.adopt && planStatus === 'ADOPTED'
      ? [{ id: 'close', label: 'Close it', icon: 'lock' as const, note: 'Read from then on, not changed' }]
      : []),
    ...(viewerCan.archive && plan.archivedAt === null
      ? [{ id: 'archive', label: 'Archive it', icon: 'archive' as const, isDanger: true }]
      : []),
  ];
  if (entries.length === 0) return null;
  return (
    <>
      <Menu
        label="What can be done with this plan"
        placement="bottom end"
        trigger={<Button icon="more">Manage the plan</Button>}
        groups={[{ entries }]}
        onSelect={(id) => setOpen(id as Open)}
      />
      {open === 'change' && <PlanDialog partnershipId={plan.partnership.id} plan={plan} onClose={close} />}
      {open === 'adopt' && (
        <ConfirmVerb
          title={`Adopt ${title}?`}
          confirm="Adopt the plan"
          run={() => verbs.adopt(input)}
          done={`${title} is adopted`}
          onClose={close}
        >
          <p>
            This records that {plan.board?.name ?? 'the partnership'} agreed the plan on{' '}
            {formatDay(londonDay(new Date()))}. Its actions can still be reported on, rated and changed. A
            plan that is adopted does not become a draft again.
          </p>
        </ConfirmVerb>
      )}
      {open === 'close' && (
        <ConfirmVerb
          title={`Close ${title}?`}
          confirm="Close the plan"
          isDanger
          run={() => verbs.close(input)}
          done={`${title} is closed`}
          onClose={close}
        >
          <p>
            From then on everything in it can be read and nothing can be changed: no reports, no ratings, no
            new actions. A closed plan is not opened again.
          </p>
        </ConfirmVerb>
      )}
      {open === 'archive' && (
        <ConfirmVerb
          title={`Archive ${title}?`}
          confirm="Archive the plan"
          isDanger
          run={() => verbs.archive(input)}
          done={`${title} is archived`}
          onClose={close}
        >
          <p>
            It leaves the list of plans for everyone. Nothing in it is lost: at its address it can be read,
            and brought back by those who may archive it.
          </p>
        </ConfirmVerb>
      )}
    </>
  );
}
