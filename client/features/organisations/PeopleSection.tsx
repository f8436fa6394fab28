import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { AccountDialog } from './AccountDialog';
import { ArchivedList } from './ArchivedList';
import type { Person } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';
import { PersonDialog } from './PersonDialog';
import { RowMenu } from './RowMenu';
import { useArchiving } from './useArchiving';

interface PeopleSectionProps {
  /** Whose people; null for those of no organisation. */
  readonly organisationId: string | null;
  readonly people: readonly Person[];
  readonly archived: readonly Person[];
  readonly partnershipId: string;
  readonly mayAdd: boolean;
  /** Said when there is nobody. */
  readonly none: string;
  readonly refresh: () => void;
}

type Open = { readonly dialog: 'person'; readonly person: Person | null } | Opened | null;
interface Opened {
  readonly dialog: 'account';
  readonly person: Person;
}

/** Everybody who works for an organisation and is known here, whether or not they have a role. */
export function PeopleSection(props: PeopleSectionProps) {
  const { organisationId, people, archived, partnershipId, mayAdd, none, refresh } = props;
  const verbs = useOrganisationVerbs();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const [move, moveDialog] = useArchiving({
    what: 'person',
    archive: verbs.archivePerson,
    restore: verbs.restorePerson,
    onDone: refresh,
    meaning: 'For somebody who left: they can do nothing more here, at once. What they wrote stays.',
  });
  return (
    <section className="body-section" aria-label="People">
      <div className="section-head">
        <h2>People</h2>
        {mayAdd && (
          <Button icon="plus" onPress={() => setOpen({ dialog: 'person', person: null })}>
            Add a person
          </Button>
        )}
      </div>
      {people.length === 0 && <p className="quiet">{none}</p>}
      {people.length > 0 && (
        <ul className="body-list">
          {people.map((person) => (
            <li key={person.id} className="body-row">
              <span>
                {person.name}
                {person.jobTitle && <span className="quiet">, {person.jobTitle}</span>}
              </span>
              {person.viewerCan.update && (
                <RowMenu
                  label={`What to do for ${person.name}`}
                  entries={[
                    {
                      id: 'change',
                      label: 'Change what is known',
                      icon: 'edit',
                      onAction: () => setOpen({ dialog: 'person', person }),
                    },
                    {
                      id: 'account',
                      label: 'Give an account',
                      icon: 'people',
                      onAction: () => setOpen({ dialog: 'account', person }),
                    },
                    { id: 'away', label: 'Archive', icon: 'archive', onAction: () => move(person) },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <ArchivedList items={archived.filter((one) => one.viewerCan.update)} onBringBack={move} />
      {open?.dialog === 'person' && (
        <PersonDialog
          partnershipId={partnershipId}
          person={open.person}
          organisationId={organisationId}
          onClose={close}
          onDone={refresh}
        />
      )}
      {open?.dialog === 'account' && <AccountDialog person={open.person} onClose={close} />}
      {moveDialog}
    </section>
  );
}
