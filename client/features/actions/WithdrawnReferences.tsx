import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { useActionVerbs } from './action.operations';
import { type CrossReference, endWords, KIND_WORDS } from './crossReferences';
import './actions.css';

interface WithdrawnReferencesProps {
  readonly references: readonly CrossReference[];
  /** The item they are read from. */
  readonly itemId: string;
  /** False where the past is read. */
  readonly canChange?: boolean;
}

function sentence({ from, to, promise, textAsWritten }: CrossReference, itemId: string): string {
  const isOut = from.id === itemId;
  const other = isOut ? to : from;
  const { name, words } = other ? endWords(other) : { name: '', words: `“${textAsWritten ?? ''}”` };
  return `${isOut ? KIND_WORDS[promise].out : KIND_WORDS[promise].in} ${name} ${words}`;
}

/** Promises that were withdrawn, folded away. Whoever may withdraw one may bring it back. */
export function WithdrawnReferences({ references, itemId, canChange = true }: WithdrawnReferencesProps) {
  const verbs = useActionVerbs();
  if (references.length === 0) return null;
  const bringBack = async ({ id, version }: CrossReference): Promise<void> => {
    const refused = await verbs.bringBack({ id, expectedVersion: version });
    tellOutcome(refused, 'The cross-reference is back');
  };
  return (
    <details className="put-away">
      <summary>Withdrawn ({references.length})</summary>
      <ul className="reference-list">
        {references.map((reference) => (
          <li key={reference.id} className="put-away-line">
            <span>This {sentence(reference, itemId)}</span>
            {canChange && reference.viewerCan.archive && (
              <Button size="sm" icon="undo" onPress={() => void bringBack(reference)}>
                Bring it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
