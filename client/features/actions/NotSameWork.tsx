import { Link } from 'react-router';
import { formatInstant } from '../../platform/format/dates';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import type { PartProps } from './actionPanel.queries';
import { endAddress, endWords } from './crossReferences';
import { useDismissals } from './sameWork';
import type { SameWorkDismissal } from './sameWorkDismissal';
import './actions.css';

interface NotSameWorkProps extends PartProps {
  /** False where the past is read. */
  readonly canChange: boolean;
}

function said({ dismissedBy, organisation, createdAt }: SameWorkDismissal): string {
  const body = organisation?.shortName ?? organisation?.name;
  const who = [dismissedBy?.name ?? 'Somebody', body && `(${body})`].filter(Boolean).join(' ');
  return `${who}, ${formatInstant(createdAt)}`;
}

/** What was said not to be the same work, folded away: by whom, when and why. Whoever may say so may take it back. */
export function NotSameWork({ action, canChange }: NotSameWorkProps) {
  const { takeBack } = useDismissals();
  const dismissals = action.sameWorkDismissals;
  if (dismissals.length === 0) return null;
  const undo = async ({ id, version }: SameWorkDismissal, name: string): Promise<void> => {
    tellOutcome(await takeBack({ id, expectedVersion: version }), `${name} may be offered again`);
  };
  return (
    <details className="put-away">
      <summary>Not the same work ({dismissals.length})</summary>
      <ul className="reference-list">
        {dismissals.map((dismissal) => {
          const other = dismissal.action.id === action.id ? dismissal.other : dismissal.action;
          const { name, words } = endWords(other);
          return (
            <li key={dismissal.id} className="put-away-line">
              <span className="same-work-words">
                <Link to={endAddress(other) ?? ''} preventScrollReset>
                  <b>{name}</b> {words}
                </Link>
                {dismissal.dismissedBecause && <span>“{dismissal.dismissedBecause}”</span>}
                <span className="quiet">
                  In {other.plan.title}. {said(dismissal)}
                </span>
              </span>
              {canChange && dismissal.mayTakeBack.archive && (
                <Button
                  size="sm"
                  icon="undo"
                  aria-label={`Take back that ${name} is not the same work`}
                  onPress={() => void undo(dismissal, name)}
                >
                  Take it back
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
