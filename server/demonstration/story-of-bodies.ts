import { MembershipRole, RuleProfileKind } from '../../schema/vocabulary.js';
import { rulesIdOf } from '../features/boards/board-rules.rules.js';
import { adopted } from '../features/boards/rule-profile.rules.js';
import { ruleProfileOf } from '../features/boards/rule-profiles.js';
import type { AbuContent, BoardContent } from './bodies.types.js';
import { idOf, type Moment, type NewRow, type Step } from './history.js';
import { administrator, type Stage } from './stage.js';
import { beganOn, type Happening, holdersOfPosts, seats } from './story-of-offices.js';

const boardKinds: Record<BoardContent['ruleProfile'], string> = {
  COUNCIL_COMMITTEE: 'Council committee',
  NHS_BODY: 'Board of an NHS body',
  HEALTH_AND_WELLBEING_BOARD: 'Health and wellbeing board',
  NON_STATUTORY_PARTNERSHIP: 'Partnership board',
};

/** The accounts are not the log’s business: `accountOf` says who has one. */
export function storyOfBodies(stage: Stage, accountOf: (person: string) => string | null): Moment[] {
  const held = [...holdersOfPosts(stage), ...seats(stage)];
  const opening: Step[] = [
    ...partnership(stage),
    ...people(stage, accountOf),
    ...boards(stage),
    ...abus(stage),
    ...held.filter(({ day }) => day <= beganOn).flatMap(({ steps }) => steps),
  ];
  const later = [...held, ...delegations(stage), ...departures(stage)];
  return [
    stage.moment('opening', beganOn, [9, 9.5], administrator, opening),
    ...later
      .filter(({ day, key }) => day > beganOn || key.startsWith('delegation'))
      .map(({ key, day, hours, steps }) =>
        stage.moment(key, day > beganOn ? day : beganOn, hours, administrator, steps),
      ),
  ];
}

function partnership({ content, circles }: Stage): Step[] {
  const { name, shortName, place, statusDefinitions } = content.partnership;
  const id = idOf('partnership', 'wensmere');
  const ownBragDefinitions = { ...statusDefinitions };
  return [
    {
      insert: 'partnerships',
      rows: [
        { id, audienceId: circles.everyone, name, shortName, place, slug: 'wensmere', ownBragDefinitions },
      ],
    },
    {
      insert: 'organisations',
      rows: content.organisations.map(({ key, name, kind, aliases, formerNames = [] }) => ({
        id: idOf('organisation', key),
        audienceId: circles.everyone,
        name,
        shortName: aliases[0] ?? null,
        kind,
        aliases: [...aliases, ...formerNames.map((former) => former.name)],
      })),
    },
  ];
}

function people({ content, circles }: Stage, accountOf: (person: string) => string | null): Step[] {
  const audienceId = circles.partnership;
  const membership = (person: string, organisation: string | null, role: MembershipRole): NewRow => ({
    id: idOf('membership', `${person}/${organisation}`),
    audienceId,
    personId: idOf('person', person),
    organisationId: organisation && idOf('organisation', organisation),
    role,
  });
  return [
    {
      insert: 'people',
      rows: content.people.map(({ key, name, jobTitle, organisation, aliases = [], leftOn }) => ({
        id: idOf('person', key),
        audienceId,
        name,
        jobTitle,
        organisationId: idOf('organisation', organisation),
        aliases,
        accountId: accountOf(key),
        archivedAt: leftOn && leftOn <= beganOn ? `${beganOn}T09:00:00Z` : null,
      })),
    },
    {
      insert: 'memberships',
      rows: content.accounts.flatMap(({ person, memberships, isPartnershipAdmin }) => [
        ...memberships.map(({ organisation, role }) => membership(person, organisation, role)),
        ...(isPartnershipAdmin ? [membership(person, null, MembershipRole.ADMIN)] : []),
      ]),
    },
    {
      insert: 'posts',
      rows: content.posts.map(({ key, title, organisation }) => ({
        id: idOf('post', key),
        audienceId,
        title,
        organisationId: idOf('organisation', organisation),
      })),
    },
  ];
}

function boards({ content, circles }: Stage): Step[] {
  const rows = content.boards.map((board) => ({
    id: idOf('board', board.key),
    audienceId: circles.everyone,
    name: board.name,
    shortName: board.aliases[0] ?? null,
    kind: boardKinds[board.ruleProfile],
    aliases: board.aliases,
    purpose: board.purpose,
    reportsToIds: board.reportsTo.map((key) => idOf('board', key)),
  }));
  return [
    { insert: 'boards', rows },
    { insert: 'board_rules', rows: content.boards.map((board) => rulesOf(board, circles.everyone)) },
  ];
}

/** The profile of the board’s kind, with what the board words otherwise. */
export function ruleValuesOf({ ruleProfile, rules }: BoardContent) {
  const { quorum, ...others } = rules;
  const parts = (quorum.parts ?? []).map(({ label, organisationKinds = [], posts = [] }) => ({
    ...{ label, atLeast: 1, organisationKinds },
    postIds: posts.map((post) => idOf('post', post)),
  }));
  const none = { atLeast: null, fraction: null, organisationsAtLeast: null };
  return {
    ...adopted(ruleProfileOf(RuleProfileKind[ruleProfile])),
    ...others,
    quorum: { ...none, ...quorum, parts },
  };
}

function rulesOf(board: BoardContent, audienceId: string): NewRow {
  const boardId = idOf('board', board.key);
  return { ...ruleValuesOf(board), id: rulesIdOf(boardId), audienceId, boardId };
}

function abus({ content, circles }: Stage): Step[] {
  const rows = content.abus.map((abu) => ({
    id: idOf('abu', abu.key),
    audienceId: circles.everyone,
    name: abu.name,
    shortName: abu.aliases[0] ?? null,
    aliases: abu.aliases,
    hostOrganisationId: idOf('organisation', abu.host),
    memberOrganisationIds: abu.members.map((key) => idOf('organisation', key)),
    serves: `${abu.place} (${abu.population.toLocaleString('en-GB')} people)`,
    boardIds: abu.answersTo.map((key) => idOf('board', key)),
  }));
  return [{ insert: 'accountable_business_units', rows }];
}

/** A delegation is written down on the day it began, or with the ABU where no day is known yet. */
function delegations({ content, circles }: Stage): Happening[] {
  return content.abus.flatMap((abu) =>
    abu.delegations.map(({ function: name, from, conditions, status, fromOn }, i): Happening => {
      const row = {
        id: idOf('delegation', `${abu.key}/${i}`),
        audienceId: circles.everyone,
        abuId: idOf('abu', abu.key),
        function: name,
        fromOrganisationId: idOf('organisation', from),
        conditions,
        status: delegationWords[status],
        sinceOn: fromOn ?? null,
      };
      const step: Step = { insert: 'delegated_functions', rows: [row] };
      return { key: `delegation ${row.id}`, day: fromOn ?? beganOn, hours: [10, 12], steps: [step] };
    }),
  );
}

const delegationWords: Record<AbuContent['delegations'][number]['status'], string> = {
  PROPOSED: 'Proposed',
  IN_SHADOW: 'In shadow form',
  IN_FORCE: 'In force',
  WITHDRAWN: 'Withdrawn',
};

function departures({ content }: Stage): Happening[] {
  return content.people.flatMap(({ key, leftOn }): Happening[] => {
    if (!leftOn || leftOn <= beganOn) return [];
    const archivedAt = `${leftOn}T17:30:00Z`;
    const step: Step = { update: 'people', ids: [idOf('person', key)], set: { archivedAt } };
    return [{ key: `departure ${key}`, day: leftOn, hours: [17.5, 17.6], steps: [step] }];
  });
}
