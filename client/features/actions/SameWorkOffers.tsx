import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { showToast } from '../../platform/ui/toasts';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { endAddress, endWords } from './crossReferences';
import { useSameWork } from './sameWork';

/** What other plans may call the same work: offered to whoever may propose it, never said by itself. */
export function SameWorkOffers({ action, name }: PartProps) {
  const verbs = useActionVerbs();
  const { offers, again } = useSameWork(action.id, action.viewerCan.propose);
  if (offers.length === 0) return null;

  const propose = async (toId: string): Promise<void> => {
    const refused = await verbs.propose({ fromId: action.id, toId, kind: 'SAME_WORK_AS' });
    if (refused) showToast({ tone: 'danger', message: refusalWords(refused) });
    else again();
  };
  return (
    <section className="same-work" aria-label={`Possibly the same work as ${name}`}>
      <h3>Possibly the same work as</h3>
      <ul className="offers">
        {offers.map(({ action: other, words }) => {
          const said = endWords(other);
          return (
            <li key={other.id}>
              <span className="same-work-words">
                <Link to={endAddress(other) ?? ''} preventScrollReset>
                  <b>{said.name}</b> {said.words}
                </Link>
                <span className="quiet">
                  In {other.plan.title}. Both say {formatList(words.map((word) => `“${word}”`))}.
                </span>
              </span>
              <Button size="sm" icon="link" onPress={() => void propose(other.id)}>
                Propose that it is the same work
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
