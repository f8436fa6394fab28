import { useState } from 'react';
import { formatDay, formatDayRange } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Popover } from '../../platform/ui/Popover';
import { PresenceStack } from '../../platform/ui/PresenceStack';
import { StatusBar } from '../../platform/ui/StatusBar';
import { TextField } from '../../platform/ui/TextField';
import { DownloadMenu } from './DownloadMenu';
import { PlanBanners } from './PlanBanners';
import { KIND_WORDS } from './PlanFields';
import { PlanMenu } from './PlanMenu';
import { PlanParts } from './PlanParts';
import type { Plan } from './plan.queries';
import { usePlanContext } from './planContext';
import { countsOf } from './statusCounts';
import { WhoSees } from './WhoSees';

export const PLAN_STATUS_WORDS = { DRAFT: 'Draft', ADOPTED: 'Adopted', CLOSED: 'Closed' } as const;

interface AsOfProps {
  /** The day read, or null for now. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

function AsOf({ day, onDay }: AsOfProps) {
  const today = useToday();
  const [typed, setTyped] = useState(day ?? '');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && typed <= today;
  return (
    <Popover
      label="Read the plan as it stood"
      placement="bottom end"
      trigger={<Button icon="history">{day ? formatDay(day) : 'As of today'}</Button>}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay) onDay(typed === today ? null : typed);
        }}
      >
        <TextField
          label="As it stood at the end of"
          type="date"
          value={typed}
          onChange={setTyped}
          {...(typed > today ? { error: 'Choose a day that has been' } : {})}
        />
        <Button type="submit" look="primary" isDisabled={!isDay}>
          Read the plan then
        </Button>
        {day !== null && <Button onPress={() => onDay(null)}>Back to today</Button>}
      </form>
    </Popover>
  );
}

interface PlanHeaderProps extends AsOfProps {
  readonly plan: Plan;
}

/** What the plan is, who it belongs to and how it stands. */
export function PlanHeader({ plan, day, onDay }: PlanHeaderProps) {
  const { present, save } = usePlanContext();
  const { summary, board } = plan;
  return (
    <>
      <Page
        title={plan.title}
        trail={[{ label: 'Plans', to: '/plans' }]}
        lead={
          <span className="plan-lead">
            <span>{KIND_WORDS[plan.planKind]}</span>
            {board && <span>{board.name}</span>}
            <span>{formatDayRange(plan.startsOn, plan.endsOn)}</span>
            <Badge look={plan.planStatus === 'ADOPTED' ? 'accent' : 'plain'}>
              {plan.planStatus === 'ADOPTED' && plan.adoptedOn
                ? `Adopted on ${formatDay(plan.adoptedOn)}`
                : PLAN_STATUS_WORDS[plan.planStatus]}
            </Badge>
            <PresenceStack people={present} />
          </span>
        }
        actions={
          <>
            {day === null && plan.viewerCan.restrict && (
              <WhoSees
                type="Plan"
                item={plan}
                name={plan.title}
                suggested={[]}
                partnershipId={plan.partnership.id}
                save={save}
                mayPublish={plan.viewerCan.publish}
              />
            )}
            <AsOf key={day} day={day} onDay={onDay} />
            {day === null && <DownloadMenu planId={plan.id} />}
            {day === null && <PlanMenu plan={plan} />}
          </>
        }
      />
      <PlanBanners plan={plan} day={day} onDay={onDay} />
      <div className="plan-summary">
        <StatusBar label="Actions of this plan" counts={countsOf(summary)} />
        {summary.overdue > 0 && (
          <Badge look="danger" icon="clock">
            {summary.overdue} overdue
          </Badge>
        )}
      </div>
      <PlanParts plan={plan} />
    </>
  );
}
