import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { AccountDialog } from './AccountDialog';
import type { Organisation, Person } from './bodies';
import { PersonDialog } from './PersonDialog';

interface PeopleSectionProps {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly partnershipId: string;
  readonly mayAdd: boolean;
  readonly mayGiveAccounts: boolean;
  readonly refresh: () => void;
}

/** Everybody who works for an organisation and is known here, whether or not they have a role. */
export function PeopleSection(props: PeopleSectionProps) {
  const { organisation, people, partnershipId, mayAdd, mayGiveAccounts, refresh } = props;
  const [isAdding, setAdding] = useState(false);
  const [given, setGiven] = useState<Person | null>(null);
  return (
    <section className="body-section" aria-label="People">
      <div className="section-head">
        <h2>People</h2>
        {mayAdd && (
          <Button icon="plus" onPress={() => setAdding(true)}>
            Add a person
          </Button>
        )}
      </div>
      {people.length === 0 && <p className="quiet">Nobody of this organisation is known here yet.</p>}
      {people.length > 0 && (
        <ul className="body-list">
          {people.map((person) => (
            <li key={person.id} className="body-row">
              <span>
                {person.name}
                {person.jobTitle && <span className="quiet">, {person.jobTitle}</span>}
              </span>
              {mayGiveAccounts && (
                <Button
                  look="quiet"
                  size="sm"
                  aria-label={`Give ${person.name} an account`}
                  onPress={() => setGiven(person)}
                >
                  Give an account
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding && (
        <PersonDialog
          partnershipId={partnershipId}
          organisations={[organisation]}
          organisationId={organisation.id}
          onClose={() => setAdding(false)}
          onDone={refresh}
        />
      )}
      {given && <AccountDialog person={given} onClose={() => setGiven(null)} />}
    </section>
  );
}
