import { Link } from 'react-router';
import { Badge } from '../../platform/ui/Badge';
import { Icon } from '../../platform/ui/Icon';
import { ReportLinks } from '../reports/ReportLinks';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { boardsWords, confidentialWords, FULL_COUNCIL } from './forwardPlanWords';

/** The sign a printed plan has, never without its meaning. */
function Sign({ sign, words }: { readonly sign: string; readonly words: string }) {
  return (
    <>
      <b aria-hidden="true">{sign}</b>
      {words}
    </>
  );
}

/** What is particular about a line, always in words. */
export function EntryMarks({ line }: { readonly line: PlanLine }) {
  const { board } = useForwardPlan();
  const others = line.boards.filter(({ id }) => id !== board.id);
  const { agendaItem, audience } = line;
  return (
    <p className="plan-marks">
      {(line.isKeyDecision || line.keyDecisionReference) && (
        <Badge look="accent">Key decision {line.keyDecisionReference ?? ''}</Badge>
      )}
      {line.isForFullCouncil && (
        <Badge>
          <Sign sign="*" words={FULL_COUNCIL} />
        </Badge>
      )}
      {line.isConfidential && (
        <Badge look="warning">
          <Sign sign="+" words={confidentialWords(line.exemptionParagraphs)} />
        </Badge>
      )}
      {audience.kind !== 'PARTNERSHIP' && (
        <Badge look="warning" icon="lock">
          Restricted: {audience.label}
        </Badge>
      )}
      {others.length > 0 && <Badge icon="people">With {boardsWords(others)}</Badge>}
      <ReportLinks reports={line.reports} />
      {agendaItem && (
        <Link className="plan-on-agenda" to={`/meetings/${agendaItem.meeting?.id ?? line.meeting?.id ?? ''}`}>
          <Icon name="check" size={0.75} /> On the agenda
        </Link>
      )}
    </p>
  );
}
