import { formatList } from '../format/counts';
import { shortPersonName } from '../format/names';
import { PersonMark } from './Avatar';
import './people.css';

export interface PresentPerson {
  readonly id: string;
  readonly name: string;
  readonly isEditing?: boolean;
}

interface PresenceStackProps {
  readonly people: readonly PresentPerson[];
  /** Leaves the sentence to screen readers, for a row of a table. */
  readonly isCompact?: boolean;
}

function sentence(people: readonly PresentPerson[]): string {
  const names = people.map((person) => shortPersonName(person.name));
  const doing = people.every((person) => person.isEditing === true) ? 'editing' : 'looking at';
  return `${formatList(names, 2)} ${people.length === 1 ? 'is' : 'are'} ${doing} this`;
}

/** Who else is here. Not announced as it changes: it would talk over everything. */
export function PresenceStack({ people, isCompact = false }: PresenceStackProps) {
  if (people.length === 0) return null;
  return (
    <span className="presence">
      <span className="presence-marks" aria-hidden="true">
        {people.slice(0, 4).map((person) => (
          <PersonMark key={person.id} name={person.name} size="sm" isDecorative />
        ))}
      </span>
      <span className={isCompact ? 'visually-hidden' : undefined}>{sentence(people)}</span>
    </span>
  );
}
