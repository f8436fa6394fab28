import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { PackPart } from '../../../../schema/publications.js';
import {
  type Credential,
  calendarCredential,
  nobody,
  tokenCredential,
} from '../../../platform/auth/credential.js';
import type { Database } from '../../../platform/db/database.js';
import { askThrough } from '../../../platform/graphql/ask.js';
import { disposition, OF_NOWHERE } from '../../../platform/http/disposition.js';
import { sendProblem } from '../../../platform/http/problem.js';
import { isKnown, sendFile } from '../../../platform/http/send-file.js';
import type { Reader } from '../../../platform/reading/reader.js';
import { timetablesOf } from '../dispatch.js';
import { itemsOf } from '../publication.outlines.js';
import { agendasFeed, latestOf, meetingsCalendar } from './feeds.js';
import { type Answered, type Asked, HTML, packAttachment, packFile } from './pack-file.js';
import * as queries from './public.queries.js';
import { boardPage, meetingPage, missingPage, partnershipsPage } from './public-pages.js';
import type { Base } from './public-pieces.js';
import { changesAnswered, publicationAnswered } from './publication-answers.js';

export interface PublicDoor {
  database: Database;
  schema: GraphQLSchema;
  credentialOf(request: FastifyRequest): Credential;
  /** What feeds call the server by. */
  origin: string;
}

interface WithId {
  Params: { id: string };
}

const ID = ':id(^[0-9a-f-]{36}$)';
const ICS = 'text/calendar; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';

/** Asks one question through the graph, in the reading that goes on. */
export type Ask = <T>(document: DocumentNode, variables?: Record<string, unknown>) => Promise<T>;

/**
 * Pages for everybody, without a script and without signing in. Whatever they show is asked through the graph as nobody,
 * whoever asks for them: so they are the same for all, and there is nothing in them that is not public.
 */
export function registerPublicPages(http: FastifyInstance, door: PublicDoor): void {
  const asNobody =
    (answer: (ask: Ask, id: string, reader: Reader) => Promise<Answered | null>) =>
    (request: FastifyRequest, reply: FastifyReply) =>
      send(request, inItsPlace(request, reply), 'public, no-cache', () =>
        asking(door, nobody, (ask, reader) =>
          answer(ask, (request.params as { id?: string }).id ?? '', reader),
        ),
      );
  const { origin } = door;
  /** By which of its addresses a page is known, however it was asked for. */
  const inItsPlace = (request: FastifyRequest, reply: FastifyReply) =>
    origin ? reply.header('link', `<${origin}${request.url.split('?', 1)[0]}>; rel="canonical"`) : reply;

  http.get(
    '/public',
    asNobody(async (ask, _, { today }) => ({ type: HTML, body: await frontPage(ask, today) })),
  );
  http.get(
    `/public/boards/${ID}`,
    asNobody(async (ask, id, { today }) =>
      withBoard(ask, queries.BOARD, id, HTML, (board) => boardPage(board, today)),
    ),
  );
  http.get(
    `/public/boards/${ID}/meetings.ics`,
    asNobody((ask, id) =>
      withBoard<queries.BoardMeetings>(ask, queries.BOARD_MEETINGS, id, ICS, (board) =>
        meetingsCalendar(board, origin),
      ),
    ),
  );
  http.get(
    `/public/boards/${ID}/agendas.atom`,
    asNobody((ask, id, reader) =>
      withBoard<queries.PublicBoard>(ask, queries.BOARD, id, ATOM, async (board) => {
        const latest = latestOf(board);
        return agendasFeed(
          board,
          latest,
          await itemsOf(
            reader,
            latest.flatMap(({ id: of, summary }) => (summary === null ? [of] : [])),
          ),
          origin,
        );
      }),
    ),
  );
  http.get(
    `/public/meetings/${ID}`,
    asNobody(async (ask, id, { today }) => {
      const { meeting } = await ask<{ meeting: queries.PublicMeetingPage | null }>(queries.MEETING_PAGE, {
        id,
      });
      return meeting && meeting.archivedAt === null
        ? { type: HTML, body: meetingPage(meeting, today) }
        : null;
    }),
  );
  giveOut(http, door, {
    ...{ under: '/public', keeping: 'public, no-cache', parts: [PackPart.PUBLIC] },
    ...{ credentialOf: () => nobody, inItsPlace },
  });

  // What follows is for those entitled, and nobody between keeps it.
  giveOut(http, door, {
    ...{ under: '', keeping: 'private, no-store', parts: [PackPart.PUBLIC, PackPart.FULL] },
    ...{ credentialOf: door.credentialOf, inItsPlace: (_, reply) => reply },
  });
  http.get<WithId>(`/boards/${ID}/meetings.ics`, (request, reply) => {
    const credential = forCalendar(request, door);
    if (credential.kind === 'NONE')
      return reply
        .code(401)
        .header('www-authenticate', 'Basic realm="Accord: your address and a token"')
        .send('');
    return send(request, reply, 'private, no-store', () =>
      asking(door, credential, async (ask, reader) => {
        if (!(await isMember(reader, request.params.id))) return null;
        return withBoard<queries.BoardMeetings>(
          ask,
          queries.BOARD_MEETINGS,
          request.params.id,
          ICS,
          async (board) => meetingsCalendar(board, origin, await timetablesOf(reader, board.meetings)),
        );
      }),
    );
  });
}

interface GivenOut {
  under: '' | '/public';
  keeping: string;
  parts: readonly PackPart[];
  credentialOf(request: FastifyRequest): Credential;
  inItsPlace(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

/** The page of a publication, what changed since those before it, its files, and beside them those that go with it. */
function giveOut(
  http: FastifyInstance,
  door: PublicDoor,
  { under, keeping, parts, credentialOf, inItsPlace }: GivenOut,
): void {
  const answered =
    <T>(answer: (asked: Asked, params: T) => Promise<Answered | null>) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const credential = credentialOf(request);
      return send(request, inItsPlace(request, reply), keeping, () =>
        asking(door, credential, (ask, reader) =>
          answer({ ask, reader, database: door.database, credential, parts }, request.params as T),
        ),
      );
    };
  const base: Base = `${under}/publications`;
  http.get(
    `${base}/${ID}`,
    answered<{ id: string }>(({ ask }, { id }) => publicationAnswered(ask, id, base)),
  );
  http.get(
    `${base}/${ID}/since/:sinceId`,
    answered<{ id: string; sinceId: string }>(({ ask }, params) => changesAnswered(ask, params, base)),
  );
  http.get(`${under}/publications/${ID}/:file`, answered(packFile));
  http.get(`${under}/publications/${ID}/:folder/:attachment/:name`, answered(packAttachment));
}

function asking<T>(
  { database, schema }: PublicDoor,
  credential: Credential,
  answer: (ask: Ask, reader: Reader) => Promise<T>,
): Promise<T> {
  return database.read(credential, (reader) =>
    answer(
      (document, variables = {}) => askThrough(schema, database, credential, reader, document, variables),
      reader,
    ),
  );
}

async function withBoard<T = queries.PublicBoard>(
  ask: Ask,
  document: DocumentNode,
  id: string,
  type: string,
  write: (board: T) => string | Promise<string>,
): Promise<Answered | null> {
  const { board } = await ask<{ board: T | null }>(document, { id });
  return board && { type, body: await write(board) };
}

async function frontPage(ask: Ask, today: string): Promise<string> {
  const { partnerships } = await ask<{ partnerships: queries.PublicPartnership[] }>(queries.PARTNERSHIPS);
  const told = [];
  for (const one of partnerships) {
    const { meetings } = await ask<{ meetings: { nodes: queries.PublicMeeting[] } }>(queries.COMING, {
      ...{ within: one.id, from: today },
    });
    told.push({ ...one, coming: meetings.nodes });
  }
  return partnershipsPage(told);
}

/** Whoever has a part in the partnership builds its agendas, and has the days by which papers are due. */
async function isMember({ query, viewer }: Reader, boardId: string): Promise<boolean> {
  const [board] = await query<{ partnershipId: string }>(
    'select partnership_id as "partnershipId" from boards where id = $1',
    [boardId],
  );
  return board !== undefined && viewer.position.partnerships.has(board.partnershipId);
}

/** A program that keeps calendars has an address, and at best a name and a password beside it. */
function forCalendar(request: FastifyRequest, { credentialOf }: PublicDoor): Credential {
  const { key } = request.query as { key?: unknown };
  if (typeof key === 'string' && key !== '') return calendarCredential(key);
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!basic) return credentialOf(request);
  const secret = Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':');
  return secret ? tokenCredential(secret) : nobody;
}

/**
 * Answers with what there is, or that nothing has changed since it was last asked for; missing and not yours are one
 * answer. A file is read once it is known to be wanted, and after the reading that found it has ended.
 */
async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  keeping: string,
  answer: () => Promise<Answered | null>,
): Promise<FastifyReply> {
  try {
    const found = (await answer()) ?? { type: HTML, body: missingPage(), status: 404 };
    const { body } = found;
    reply.header('cache-control', keeping);
    const isString = typeof body === 'string';
    const hash = isString ? createHash('sha256').update(body).digest('base64url') : body.sha256;
    if (isKnown(request, reply, hash) && !found.status) return reply.code(304).send();
    const type = typeof found.type === 'string' ? found.type : await found.type();
    reply.type(type);
    if (found.name && !found.isForeign)
      reply.header('content-disposition', `inline; filename="${found.name}"`);
    if (found.name && found.isForeign)
      reply
        .header('content-disposition', disposition(type.startsWith('image/'), found.name))
        .header('content-security-policy', OF_NOWHERE);
    return isString ? reply.code(found.status ?? 200).send(body) : await sendFile(request, reply, body);
  } catch (error) {
    return sendProblem(request, reply, error, 'a public page failed');
  }
}
