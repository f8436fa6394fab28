import { type DocumentNode, parse } from 'graphql';
import type { MeetingStatus } from '../../../../schema/meeting-words.js';
import type { Whereabouts } from '../../../../schema/moved-meetings.js';
import type {
  PackChange,
  PackFormat,
  PackPart,
  PublicationKind,
  PublicationStatus,
} from '../../../../schema/publications.js';
import type { QuestionRules } from '../pack/questions.rules.js';

/** What the public pages ask through the graph, as nobody. */

export interface PublicMeeting {
  id: string;
  title: string;
  meetsOn: string;
  startsAt: string;
  endsAt: string | null;
  place: string | null;
  status: MeetingStatus;
  statusReason: string | null;
  moved: (Whereabouts & { reason: string; movedAt: string }) | null;
  version: number;
  updatedAt: string;
  /** Asked for its own page alone: no list has what was put away. */
  archivedAt?: string | null;
  boards: { id: string; name: string }[];
  /** On the page of the meeting alone. */
  meetingBoards?: { board: { name: string }; quorum: { inWords: string } }[];
  publications: PublicPublication[];
}

export interface PublicPublication {
  id: string;
  kind: PublicationKind;
  status: PublicationStatus;
  number: number | null;
  isLate: boolean;
  lateReason: string | null;
  publishedAt: string | null;
  recalledAt: string | null;
  recallReason: string | null;
  parts: PublicPart[];
}

export interface PublicPart {
  id: string;
  part: PackPart;
  pages: number | null;
  /** On the page of the meeting alone. */
  boards?: PublishedBoard[];
  privateNotices?: string[];
  items: PublicItem[];
  files: { format: PackFormat; url: string; sha256: string }[];
}

export interface PublicItem {
  number: number;
  title: string;
  startsAt: string | null;
  mark: string | null;
  section: string;
  isReportToFollow: boolean;
  forBoards: string | null;
}

export interface PublicPartnership {
  id: string;
  name: string;
  boards: { id: string; name: string; purpose: string | null }[];
}

export interface PublicBoard {
  id: string;
  name: string;
  purpose: string | null;
  createdAt: string;
  meetings: PublicMeeting[];
  publishedPlans: PublicPublication[];
}

/** A board that meets, with its members as they were published. */
export interface PublishedBoard {
  name: string;
  members: string[];
  quorum: string;
}

/** A meeting with what the rules of its boards say of questions. */
export interface PublicMeetingPage extends PublicMeeting {
  boards: { id: string; name: string; rules: QuestionRules }[];
}

/** A board as far as its calendar goes. */
export type BoardMeetings = Pick<PublicBoard, 'name' | 'meetings'>;

/** A publication, and what it is of. */
export interface PublicPaper extends PublicPublication {
  meeting: PublicMeeting | null;
  board: { id: string; name: string } | null;
}

/** Which of those published for the same this is. */
export interface PublicVersions extends PublicPaper {
  meeting: (PublicMeeting & { publications: PublicPublication[] }) | null;
  board: { id: string; name: string; publishedPlans: PublicPublication[] } | null;
}

/** What is other in a part than in that of an earlier publication. */
export interface PublicChanges {
  since: { id: string; number: number | null; publishedAt: string | null } | null;
  facts: string[];
  items: { kind: PackChange; number: number; title: string; words: string[] }[];
}

/** The same, with what changed since each version before it. */
export interface PublicPaperChanges extends PublicVersions {
  parts: (PublicPart & { changesSince: PublicChanges[] })[];
}

const MEETING = `id title meetsOn startsAt endsAt place status statusReason moved { meetsOn startsAt place reason movedAt } version updatedAt boards { id name }`;
const PUBLICATION = `id kind status number isLate lateReason publishedAt recalledAt recallReason`;
const PART = `id part pages items { number title startsAt mark section isReportToFollow forBoards } files { format url sha256 }`;
/** Of a part that is not told of item by item: what it holds is not read for it. */
const DOWNLOADS = `id part pages files { format url sha256 }`;

export const PARTNERSHIPS: DocumentNode = parse(
  `query { partnerships { id name boards { id name purpose } } }`,
);

export const COMING: DocumentNode = parse(
  `query ($within: ID!, $from: Date!) { meetings(within: $within, first: 20, filter: { from: $from }) { nodes { ${MEETING} publications { ${PUBLICATION} } } } }`,
);

export const BOARD: DocumentNode = parse(
  `query ($id: ID!) { board(id: $id) { id name purpose createdAt meetings { ${MEETING} publications { ${PUBLICATION} } } publishedPlans { ${PUBLICATION} parts { ${DOWNLOADS} } } } }`,
);

/** What a calendar holds: programs ask for it by themselves, and often. */
export const BOARD_MEETINGS: DocumentNode = parse(
  `query ($id: ID!) { board(id: $id) { id name meetings { ${MEETING} } } }`,
);

/** Who meets, by the rules as they are now, and as it was published; and the notice of what is considered in private. */
const WHO_MEETS = `meetingBoards { board { name } quorum { inWords } } publications { parts { boards { name members quorum } privateNotices } }`;

export const MEETING_PAGE: DocumentNode = parse(
  `query ($id: ID!) { meeting(id: $id) { archivedAt ${MEETING} boards { rules { questionsByClearDays longestQuestionWords mostQuestions counting } } publications { ${PUBLICATION} parts { ${PART} } } ${WHO_MEETS} } }`,
);

/** Which files it has. What it holds is not read for them: they are asked for again and again. */
export const PUBLICATION_FILES: DocumentNode = parse(
  `query ($id: ID!) { publication(id: $id) { ${PUBLICATION} meeting { ${MEETING} } board { id name } parts { ${DOWNLOADS} } } }`,
);

const VERSIONS = `${PUBLICATION} meeting { ${MEETING} publications { ${PUBLICATION} } } board { id name publishedPlans { ${PUBLICATION} } }`;

export const PUBLICATION_VERSIONS: DocumentNode = parse(
  `query ($id: ID!) { publication(id: $id) { ${VERSIONS} parts { ${PART} } } }`,
);

export const PUBLICATION_CHANGES: DocumentNode = parse(
  `query ($id: ID!) { publication(id: $id) { ${VERSIONS} parts { part files { format url } changesSince { since { id number publishedAt } facts items { kind number title words } } } } }`,
);
