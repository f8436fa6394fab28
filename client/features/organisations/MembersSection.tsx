import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { MembershipRole } from '../../../schema/vocabulary';
import type { Refusal } from '../../platform/graphql/errors';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Button } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { Select } from '../../platform/ui/Select';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { Membership, Organisation, Person } from './bodies';
import { GiveRoleDialog } from './GiveRoleDialog';
import { useOrganisationVerbs } from './organisation.operations';
import { ROLE_NOTE, ROLE_WORD } from './words';

type Role = keyof typeof MembershipRole;
const ROLES = (Object.keys(ROLE_WORD) as Role[]).map((id) => ({
  id,
  label: ROLE_WORD[id],
  note: ROLE_NOTE[id],
}));

const nameOf = ({ person }: Membership): string => person?.name ?? 'Somebody no longer listed';

interface MembersSectionProps {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly refresh: () => void;
}

/** Who acts for an organisation, and what each may do. Its administrators decide. */
export function MembersSection({ organisation, people, refresh }: MembersSectionProps) {
  const verbs = useOrganisationVerbs();
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Membership | null>(null);
  const [isPending, setPending] = useState(false);
  // By name: a row must not move away under the hand that has just given it another role.
  const members = organisation.memberships
    .filter((one) => !one.archivedAt)
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'));
  const { manageMembers } = organisation.viewerCan;
  // Until it has an administrator of its own there is one thing to do: appoint the first.
  const hasAdministrator = members.some(({ role }) => role === 'ADMIN');

  const done = (refusal: Refusal | null, message: string): void => {
    refresh();
    tellOutcome(refusal, message);
  };
  const changeRole = async (member: Membership, role: Role): Promise<void> => {
    const refusal = await verbs.updateMembership({ id: member.id, expectedVersion: member.version, role });
    done(refusal, `${nameOf(member)} is now ${ROLE_WORD[role]} for ${organisation.name}`);
  };
  const end = async (): Promise<void> => {
    if (!ending) return;
    setPending(true);
    const refusal = await verbs.archiveMembership({ id: ending.id, expectedVersion: ending.version });
    setPending(false);
    setEnding(null);
    done(refusal, `${nameOf(ending)} no longer acts for ${organisation.name}`);
  };

  const columns: TableColumn<Membership>[] = [
    { id: 'name', header: 'Name', isRowHeader: true, cell: nameOf },
    {
      id: 'title',
      header: 'Job title',
      cell: ({ person }) => person?.jobTitle ?? <span className="quiet">Not given</span>,
    },
    {
      id: 'role',
      header: 'Role',
      cell: (member) =>
        manageMembers && hasAdministrator ? (
          <span className="row-tools">
            <Select
              label={`Role of ${nameOf(member)}`}
              isLabelHidden
              options={ROLES}
              value={member.role}
              onChange={(role) => role && role !== member.role && void changeRole(member, role as Role)}
            />
            <Button
              look="quiet"
              size="sm"
              aria-label={`End the role of ${nameOf(member)}`}
              onPress={() => setEnding(member)}
            >
              End
            </Button>
          </span>
        ) : (
          ROLE_WORD[member.role]
        ),
    },
  ];
  const section = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    // The browser looked for it before there was anything here.
    if (hash === '#members') section.current?.scrollIntoView();
  }, [hash]);
  return (
    <section className="body-section" id="members" aria-label="Members" ref={section}>
      <div className="section-head">
        <h2>Members</h2>
        {manageMembers && (
          <Button icon="plus" onPress={() => setGiving(true)}>
            {hasAdministrator ? 'Give a role' : 'Appoint its first administrator'}
          </Button>
        )}
      </div>
      <Table
        label={`Who acts for ${organisation.name}`}
        isLabelHidden
        columns={columns}
        rows={members}
        rowId={({ id }) => id}
        empty={<p className="quiet">Nobody acts for this organisation here yet.</p>}
      />
      {isGiving && (
        <GiveRoleDialog
          organisation={organisation}
          people={people}
          roles={hasAdministrator ? ROLES : ROLES.filter(({ id }) => id === 'ADMIN')}
          onClose={() => setGiving(false)}
          onDone={refresh}
        />
      )}
      <ConfirmDialog
        isOpen={ending !== null}
        title={`End the role of ${ending ? nameOf(ending) : ''}?`}
        confirm="End the role"
        isDanger
        isPending={isPending}
        onConfirm={() => void end()}
        onClose={() => setEnding(null)}
      >
        They can do nothing more for {organisation.name}, at once. What they wrote stays, under their name.
      </ConfirmDialog>
    </section>
  );
}
