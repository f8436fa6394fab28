import { useState } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { Button } from '../../platform/ui/Button';
import { showToast } from '../../platform/ui/toasts';
import { useActionVerbs } from './action.operations';
import type { PanelAction } from './actionPanel.queries';
import { endWords, KIND_WORDS } from './crossReferences';
import { type Suggestion, useSuggestions } from './suggestions';

interface ReferenceOffersProps {
  readonly action: PanelAction;
  readonly text: string;
}

/** What a narrative mentions can become a cross-reference; it never does by itself. */
export function ReferenceOffers({ action, text }: ReferenceOffersProps) {
  const verbs = useActionVerbs();
  const [made, setMade] = useState<ReadonlySet<string>>(new Set());
  const suggestions = useSuggestions(action.id, text);
  const offers = new Map(
    suggestions.flatMap((one) =>
      one.item && 'id' in one.item && !one.isReferenced && one.item.id !== action.id && !made.has(one.item.id)
        ? [[one.item.id, one] as const]
        : [],
    ),
  );
  if (offers.size === 0 || !action.viewerCan.propose) return null;

  const propose = async (toId: string, { promise }: Suggestion): Promise<void> => {
    const refused = await verbs.propose({ fromId: action.id, toId, kind: promise });
    if (refused) showToast({ tone: 'danger', message: refusalWords(refused) });
    else setMade((before) => new Set(before).add(toId));
  };
  return (
    <ul className="offers" aria-label="Mentioned, and not yet cross-referenced">
      {[...offers].map(([id, offer]) => {
        if (!offer.item) return null;
        const { name, words } = endWords(offer.item);
        return (
          <li key={id}>
            <span>
              You mention <b>{name}</b> {words}
            </span>
            <Button size="sm" icon="link" onPress={() => void propose(id, offer)}>
              {`It ${KIND_WORDS[offer.promise].out} ${name}`}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
