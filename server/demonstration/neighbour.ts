import type pg from 'pg';
import {
  BragStatus,
  MembershipRole,
  OrganisationKind,
  OwnershipRole,
  PlanKind,
  PlanStatus,
} from '../../schema/vocabulary.js';
import { drawCircles } from './circles.js';
import { idOf, type Moment, type NewRow, tell } from './history.js';
import { timingColumns } from './timing-columns.js';

/** A second partnership on the same server, as made up as the first: nobody in one sees anything of the other. */
export const neighbourAccount = {
  email: 'rhiannon.askew@lorrimer.example',
  name: 'Rhiannon Askew',
  jobTitle: 'Community Safety Manager',
  organisation: 'Lorrimer Borough Council',
  shows: 'A different partnership: shares the server with Wensmere and nothing else',
};

const partnershipId = idOf('partnership', 'lorrimer');
const id = (kind: string, key: string) => idOf(kind, `lorrimer/${key}`);
const plan = { startsOn: '2026-04-01', endsOn: '2027-03-31', yearOneStartsOn: '2026-04-01' };
const beganAt = '2026-09-01T09:30:00Z';

export async function loadNeighbour(client: pg.ClientBase, today: string): Promise<void> {
  const { partnership } = await drawCircles(client, partnershipId, []);
  if (beganAt.slice(0, 10) <= today) await tell(client, partnershipId, [beginning(partnership)]);
}

function beginning(audienceId: string): Moment {
  const rows = (...given: Omit<NewRow, 'audienceId'>[]) =>
    given.map((row) => ({ ...row, audienceId }) as unknown as NewRow);
  const council = id('organisation', 'council');
  const police = id('organisation', 'police');
  const manager = id('person', 'askew');
  const planId = id('plan', 'safety');
  const workstreamId = id('workstream', '1');
  const actions = [
    {
      id: id('action', '1'),
      reference: '1.1',
      title: 'Light the path between Lorrimer station and the college',
      timing: 'By December 2026',
      status: BragStatus.GREEN,
      owner: council,
    },
    {
      id: id('action', '2'),
      reference: '1.2',
      title: 'Walk the late bus routes with students each term',
      timing: 'March 2027',
      status: BragStatus.AMBER,
      owner: police,
    },
  ];
  return {
    at: beganAt,
    actorId: manager,
    organisationId: council,
    steps: [
      {
        insert: 'partnerships',
        rows: rows({
          id: partnershipId,
          name: 'Lorrimer Community Safety Partnership',
          shortName: 'Safer Lorrimer',
          place: 'The borough of Lorrimer',
          slug: 'lorrimer',
        }),
      },
      {
        insert: 'organisations',
        rows: rows(
          {
            id: council,
            name: 'Lorrimer Borough Council',
            shortName: 'LBC',
            kind: OrganisationKind.DISTRICT_COUNCIL,
            aliases: ['LBC'],
          },
          {
            id: police,
            name: 'Lorrimer Police',
            shortName: 'LP',
            kind: OrganisationKind.POLICE,
            aliases: ['LP'],
          },
        ),
      },
      {
        insert: 'people',
        rows: rows({
          id: manager,
          name: neighbourAccount.name,
          jobTitle: neighbourAccount.jobTitle,
          organisationId: council,
          accountId: idOf('account', neighbourAccount.email),
        }),
      },
      {
        insert: 'memberships',
        rows: rows(
          {
            id: id('membership', 'council'),
            personId: manager,
            organisationId: council,
            role: MembershipRole.LEAD,
          },
          {
            id: id('membership', 'partnership'),
            personId: manager,
            organisationId: null,
            role: MembershipRole.ADMIN,
          },
        ),
      },
      {
        insert: 'plans',
        rows: rows({
          id: planId,
          title: 'Safer Streets Action Plan 2026/27',
          kind: PlanKind.ACTION_PLAN,
          status: PlanStatus.ADOPTED,
          adoptedOn: '2026-09-01',
          ...plan,
        }),
      },
      {
        insert: 'workstreams',
        rows: rows({
          id: workstreamId,
          planId,
          number: '1',
          title: 'Getting home safely',
          leadOrganisationId: council,
          position: 1024,
        }),
      },
      {
        insert: 'actions',
        rows: rows(
          ...actions.map(({ owner: _, timing, ...action }, i) => ({
            ...action,
            planId,
            workstreamId,
            position: (i + 1) * 1024,
            ...timingColumns(timing, plan),
          })),
        ),
      },
      {
        insert: 'ownerships',
        rows: rows(
          ...actions.map(({ id: itemId, reference, owner }) => ({
            id: id('ownership', reference),
            planId,
            itemType: 'Action',
            itemId,
            role: OwnershipRole.ACCOUNTABLE,
            organisationId: owner,
          })),
        ),
      },
    ],
  };
}
