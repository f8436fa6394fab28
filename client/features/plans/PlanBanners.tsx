import { formatDay, formatInstant } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { usePlanVerbs } from './plan.operations';
import type { Plan } from './plan.queries';

interface PlanBannersProps {
  readonly plan: Plan;
  /** The day read, or null for now. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

/** What holds for the whole plan: that the past is read, that it was put away, who sees it. */
export function PlanBanners({ plan, day, onDay }: PlanBannersProps) {
  const verbs = usePlanVerbs();
  const restore = async (): Promise<void> => {
    const refused = await verbs.restore({ id: plan.id, expectedVersion: plan.version });
    tellOutcome(refused, `${plan.title} is back`);
  };
  const canRestore = day === null && plan.viewerCan.archive;
  return (
    <>
      {day !== null && (
        <Banner actions={<Button onPress={() => onDay(null)}>Back to today</Button>}>
          You are reading the plan as it stood at the end of {formatDay(day)}. Nothing can be changed there.
        </Banner>
      )}
      {plan.isRestricted && (
        <Banner tone="warning">
          {plan.audience.label} {plan.audience.memberIds.length === 1 ? 'sees' : 'see'} this plan.
        </Banner>
      )}
      {plan.archivedAt !== null && (
        <Banner
          tone="warning"
          {...(canRestore ? { actions: <Button onPress={() => void restore()}>Bring it back</Button> } : {})}
        >
          This plan was archived on {formatInstant(plan.archivedAt)}. It is in no list of plans any more.
        </Banner>
      )}
    </>
  );
}
