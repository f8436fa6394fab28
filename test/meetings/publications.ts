import { vi } from 'vitest';
import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

const PUBLICATION = `fragment P on Publication { id version kind status number stepsDone isLate lateReason dispatchBy archivedAt recallReason
  viewerCan { publish recall rebuild } parts { id part sha256 pages document files { format url sha256 } items { number title startsAt mark isRestricted } } }`;
export const PREPARE = `mutation ($input: PreparePublicationInput!) { preparePublication(input: $input) { publication { ...P } } } ${PUBLICATION}`;
export const PUBLISH = `mutation ($input: PublishPublicationInput!) { publishPublication(input: $input) { publication { ...P } } } ${PUBLICATION}`;
export const RECALL = `mutation ($input: RecallPublicationInput!) { recallPublication(input: $input) { publication { ...P } } } ${PUBLICATION}`;
export const ASK = `query ($id: ID!) { publication(id: $id) { ...P } } ${PUBLICATION}`;
const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id version } } }`;
export const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { id version title } } }`;
const RESTRICT = `mutation ($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { id version } } }`;
const ADOPT = `mutation ($input: AdoptRuleProfileInput!) { adoptRuleProfile(input: $input) { boardRules { version } } }`;
const CHANGE_RULES = `mutation ($input: UpdateBoardRulesInput!) { updateBoardRules(input: $input) { boardRules { version } } }`;

export interface Part {
  id: string;
  part: 'PUBLIC' | 'FULL';
  sha256: string;
  pages: number | null;
  document: string | null;
  files: { format: string; url: string; sha256: string }[];
  items: {
    number: number;
    title: string;
    startsAt: string | null;
    mark: string | null;
    isRestricted: boolean;
  }[];
}

export interface Publication {
  id: string;
  version: number;
  kind: string;
  status: string;
  number: number | null;
  stepsDone: number;
  isLate: boolean;
  lateReason: string | null;
  dispatchBy: string | null;
  archivedAt: string | null;
  recallReason: string | null;
  viewerCan: { publish: boolean; recall: boolean; rebuild: boolean };
  parts: Part[];
}

export interface Item {
  id: string;
  version: number;
}

/** A board with a secretary and a chair, who publish for each other, and a member. */
export interface Publishing extends World {
  secretary: Person;
  member: Person;
  aMeeting(input?: object): Promise<string>;
  add(meetingId: string, title: string, input?: object): Promise<Item>;
  restrict(item: Item, input?: object): Promise<Item>;
  prepare(meetingId: string, input?: object, by?: Person): Promise<Publication>;
  /** Once its files are built. */
  built(id: string, by?: Person): Promise<Publication>;
  publish(publication: Publication, input?: object, by?: Person): Promise<Publication>;
  recall(publication: Publication, reason: string): Promise<Publication>;
  ask(id: string, by?: Person): Promise<Publication | null>;
  /** Prepared, built and published. */
  published(meetingId: string, input?: object): Promise<Publication>;
  adopt(profile: string, changes?: object): Promise<void>;
  get(path: string, by?: Person): Promise<Response>;
}

export async function startPublishing(
  settings: Record<string, string> = {},
  now?: () => Date,
): Promise<Publishing> {
  const world = await startWorld(settings, {}, now);
  const { app, partnershipId, south, boardId, chair } = world;
  const seated = async (name: string, capacity: string) => {
    const email = `${name}@example.org`;
    const id = await app.build.person(partnershipId, { email, role: 'VIEWER', organisationId: south });
    await app.build.seat(partnershipId, boardId, id, { capacity });
    return app.as(email);
  };
  const secretary = await seated('secretary', 'SECRETARIAT');
  const member = await seated('member', 'MEMBER');
  const ask = async (id: string, by = secretary) =>
    (await by.ok<{ publication: Publication | null }>(ASK, { id })).publication;
  const built = async (id: string, by = secretary) => {
    await vi.waitUntil(async () => (await ask(id, by))?.status === 'PREPARED', {
      timeout: 60_000,
      interval: 50,
    });
    const publication = await ask(id, by);
    if (!publication) throw new Error('It went out of sight');
    return publication;
  };
  const prepare = async (meetingId: string, input: object = {}, by = secretary) =>
    (
      await by.ok<{ preparePublication: { publication: Publication } }>(PREPARE, {
        input: { meetingId, ...input },
      })
    ).preparePublication.publication;
  const publish = async (publication: Publication, input: object = {}, by = chair) => {
    const given = {
      ...{
        id: publication.id,
        expectedVersion: publication.version,
        seenSha256: partOf(publication, 'PUBLIC')?.sha256,
      },
      ...input,
    };
    return (await by.ok<{ publishPublication: { publication: Publication } }>(PUBLISH, { input: given }))
      .publishPublication.publication;
  };
  return {
    ...world,
    ...{ secretary, member, ask, built, prepare, publish },
    aMeeting: async (input = {}) => {
      const asked = {
        boardIds: [boardId],
        meetsOn: '2030-07-19',
        startsAt: '10:30',
        endsAt: '12:30',
        place: 'Town Hall',
      };
      const { createMeeting } = await secretary.ok<{ createMeeting: { meeting: Item } }>(CREATE, {
        input: { withStandingItems: false, title: 'Ordinary meeting', ...asked, ...input },
      });
      return createMeeting.meeting.id;
    },
    add: async (meetingId, title, input = {}) =>
      (
        await secretary.ok<{ createAgendaItem: { agendaItem: Item } }>(ADD, {
          input: { meetingId, title, minutes: 10, ...input },
        })
      ).createAgendaItem.agendaItem,
    restrict: async ({ id, version }, input = {}) =>
      (
        await secretary.ok<{ restrictAgendaItem: { agendaItem: Item } }>(RESTRICT, {
          input: { id, expectedVersion: version, exemptionParagraphs: ['A'], ...input },
        })
      ).restrictAgendaItem.agendaItem,
    recall: async ({ id, version }, reason) =>
      (
        await secretary.ok<{ recallPublication: { publication: Publication } }>(RECALL, {
          input: { id, expectedVersion: version, reason },
        })
      ).recallPublication.publication,
    published: async (meetingId, input = {}) => publish(await built((await prepare(meetingId)).id), input),
    adopt: async (profile, changes) => {
      const { adoptRuleProfile } = await secretary.ok<{
        adoptRuleProfile: { boardRules: { version: number } };
      }>(ADOPT, {
        input: { boardId, profile },
      });
      const expectedVersion = adoptRuleProfile.boardRules.version;
      if (changes) await secretary.ok(CHANGE_RULES, { input: { boardId, expectedVersion, ...changes } });
    },
    get: (path, by = app.nobody) => fetch(`${app.url}${path}`, { headers: by.headers }),
  };
}

export const partOf = (publication: Publication | null, part: 'PUBLIC' | 'FULL'): Part | undefined =>
  publication?.parts.find((one) => one.part === part);

export const titles = (part: Part | undefined): string[] =>
  (part?.items ?? []).map(({ number, title, mark }) => `${number} ${title}${mark ? ` ${mark}` : ''}`);
