import { Link } from 'react-router';
import { Button } from '../../platform/ui/Button';
import type { ArchivableItem } from './useArchiving';

interface ArchivedListProps<Item extends ArchivableItem> {
  readonly what?: string;
  readonly items: readonly Item[];
  /** Where their pages are: '/boards'. Left out for what has none. */
  readonly at?: string;
  readonly onBringBack: (item: Item) => void;
}

/** What was archived, folded up below what is in use, with the way back. */
export function ArchivedList<Item extends ArchivableItem>({
  what = 'Archived',
  items,
  at,
  onBringBack,
}: ArchivedListProps<Item>) {
  if (items.length === 0) return null;
  return (
    <details className="folded">
      <summary>
        {what} ({items.length})
      </summary>
      <ul className="body-list">
        {items.map((item) => (
          <li key={item.id} className="body-row">
            {at === undefined ? <span>{item.name}</span> : <Link to={`${at}/${item.id}`}>{item.name}</Link>}
            <Button
              look="quiet"
              size="sm"
              aria-label={`Bring back ${item.name}`}
              onPress={() => onBringBack(item)}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
