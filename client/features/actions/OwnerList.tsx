import { Badge } from '../../platform/ui/Badge';
import { isUnrecognised, type Owner, ownerName, ROLE_WORDS } from './owners';
import './actions.css';

/** Who answers for an item and how; nobody is said as a gap. */
export function OwnerList({ owners, none }: { readonly owners: readonly Owner[]; readonly none: string }) {
  if (owners.length === 0)
    return (
      <span>
        <Badge look="warning">{none}</Badge>
      </span>
    );
  return (
    <ul className="owner-list">
      {owners.map((one) => (
        <li key={one.id}>
          {isUnrecognised(one) ? `“${ownerName(one)}”` : ownerName(one)}{' '}
          <span className="quiet">
            {isUnrecognised(one) ? 'as written, nobody recognised' : ROLE_WORDS[one.role].toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}
