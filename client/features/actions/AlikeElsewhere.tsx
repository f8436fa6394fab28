import { formatList } from '../../platform/format/counts';
import { endAddress, endWords } from './crossReferences';
import { useWorkLike } from './sameWork';

interface AlikeElsewhereProps {
  readonly planId: string;
  /** As far as it is typed. */
  readonly title: string;
}

/** While an action is being written: what other plans may have already. Each opens beside, so that nothing typed is lost. */
export function AlikeElsewhere({ planId, title }: AlikeElsewhereProps) {
  const offers = useWorkLike(planId, title);
  return (
    <div aria-live="polite">
      {offers.length > 0 && (
        <section className="same-work same-work-typed" aria-label="Possibly the same work">
          <h3>Possibly the same work as</h3>
          <ul className="offers">
            {offers.map(({ action: other, words }) => {
              const said = endWords(other);
              return (
                <li key={other.id} className="same-work-words">
                  <a href={endAddress(other) ?? ''} target="_blank" rel="noreferrer">
                    <b>{said.name}</b> {said.words}
                  </a>
                  <span className="quiet">
                    In {other.plan.title}. Both say {formatList(words.map((word) => `“${word}”`))}.
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
