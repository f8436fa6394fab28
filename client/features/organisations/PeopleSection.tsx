import { useState } from 'react';
import { Button, IconButton } from '../../platform/ui/Button';
import { Menu } from '../../platform/ui/Menu';
import { AccountDialog } from './AccountDialog';
import type { Person } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';
import { PersonDialog } from './PersonDialog';
import { PutAwayList } from './PutAwayList';
import { usePutAway } from './usePutAway';

interface PeopleSectionProps {
  /** Whose people; null for those of no organisation. */
  readonly organisationId: string | null;
  readonly people: readonly Person[];
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
  const { organisationId, people, partnershipId, mayAdd, none, refresh } = props;
  const verbs = useOrganisationVerbs();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const [putAway, putAwayDialog] = usePutAway({
    what: 'person',
    archive: verbs.archivePerson,
    restore: verbs.restorePerson,
    onDone: refresh,
    meaning: 'For somebody who left: they can do nothing more here, at once. What they wrote stays.',
  });
  const present = people.filter((one) => !one.archivedAt);
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
      {present.length === 0 && <p className="quiet">{none}</p>}
      {present.length > 0 && (
        <ul className="body-list">
          {present.map((person) => (
            <li key={person.id} className="body-row">
              <span>
                {person.name}
                {person.jobTitle && <span className="quiet">, {person.jobTitle}</span>}
              </span>
              {person.viewerCan.update && (
                <Menu
                  label={`What to do for ${person.name}`}
                  placement="bottom end"
                  trigger={<IconButton icon="more" size="sm" label={`What to do for ${person.name}`} />}
                  groups={[
                    {
                      entries: [
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
                        {
                          id: 'away',
                          label: 'Put away',
                          icon: 'archive',
                          onAction: () => putAway(person),
                        },
                      ],
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <PutAwayList
        items={people.filter((one) => one.archivedAt && one.viewerCan.update)}
        onBringBack={putAway}
      />
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
      {putAwayDialog}
    </section>
  );
}
