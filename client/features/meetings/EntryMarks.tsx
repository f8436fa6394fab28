import { Link } from 'react-router';
import { formatDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Icon } from '../../platform/ui/Icon';
import { ReportLinks } from '../reports/ReportLinks';
import { exemptionsOf, lineWantsGround } from './exemptions';
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

/** How the published plan stands to the notice that the rules ask for. */
function NoticeMark({
  notice: { clearDays, dueBy, givenOn, isShort },
  isExcepted,
}: {
  readonly notice: NonNullable<PlanLine['notice']>;
  readonly isExcepted: boolean;
}) {
  if (isShort && isExcepted) return <Badge>At short notice, with an exception</Badge>;
  if (isShort)
    return (
      <Badge look="warning">
        Too late for {clearDays} clear days’ notice, due by {formatDay(dueBy)}
      </Badge>
    );
  if (givenOn) return <Badge icon="check">Notice given on {formatDay(givenOn)}</Badge>;
  return <Badge>To be published by {formatDay(dueBy)}</Badge>;
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
      {line.notice && <NoticeMark notice={line.notice} isExcepted={line.noticeException !== null} />}
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
      {lineWantsGround(line, line) && (
        <Badge look="warning" icon="risk">
          {exemptionsOf(line).length > 0 ? 'Wants its paragraph' : 'Wants its reason'}
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
