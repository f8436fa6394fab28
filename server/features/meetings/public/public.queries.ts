import { type DocumentNode, parse } from 'graphql';
import type { MeetingStatus } from '../../../../schema/meeting-words.js';
import type {
  PackFormat,
  PackPart,
  PublicationKind,
  PublicationStatus,
} from '../../../../schema/publications.js';

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
  version: number;
  updatedAt: string;
  boards: { id: string; name: string }[];
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
  items: { number: number; title: string; startsAt: string | null; mark: string | null; section: string }[];
  files: { format: PackFormat; url: string; sha256: string }[];
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
}

const MEETING = `id title meetsOn startsAt endsAt place status statusReason version updatedAt boards { id name }`;
const PUBLICATION = `id kind status number isLate lateReason publishedAt recalledAt recallReason`;
const PART = `id part pages items { number title startsAt mark section } files { format url sha256 }`;

export const PARTNERSHIPS: DocumentNode = parse(
  `query { partnerships { id name boards { id name purpose } } }`,
);

export const COMING: DocumentNode = parse(
  `query ($within: ID!, $from: Date!) { meetings(within: $within, first: 20, filter: { from: $from }) { nodes { ${MEETING} publications { ${PUBLICATION} } } } }`,
);

export const BOARD: DocumentNode = parse(
  `query ($id: ID!) { board(id: $id) { id name purpose createdAt meetings { ${MEETING} publications { ${PUBLICATION} } } } }`,
);

/** With the titles of what was published, for the feed that tells of it. */
export const BOARD_AGENDAS: DocumentNode = parse(
  `query ($id: ID!) { board(id: $id) { id name purpose createdAt meetings { ${MEETING} publications { ${PUBLICATION} parts { ${PART} } } } } }`,
);

export const MEETING_PAGE: DocumentNode = parse(
  `query ($id: ID!) { meeting(id: $id) { ${MEETING} publications { ${PUBLICATION} parts { ${PART} } } } }`,
);

export const PUBLICATION_PAGE: DocumentNode = parse(
  `query ($id: ID!) { publication(id: $id) { ${PUBLICATION} meeting { ${MEETING} } parts { ${PART} } } }`,
);
