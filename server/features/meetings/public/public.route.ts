import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { PackPart } from '../../../../schema/publications.js';
import { type Credential, nobody, tokenCredential } from '../../../platform/auth/credential.js';
import type { Database } from '../../../platform/db/database.js';
import { askThrough } from '../../../platform/graphql/ask.js';
import { problemOf } from '../../../platform/http/problem.js';
import type { Reader } from '../../../platform/reading/reader.js';
import { timetablesOf } from '../dispatch.js';
import { agendasFeed, meetingsCalendar } from './feeds.js';
import { type Answered, packFile } from './pack-file.js';
import * as queries from './public.queries.js';
import { boardPage, meetingPage, missingPage, partnershipsPage } from './public-pages.js';

export interface PublicDoor {
  database: Database;
  schema: GraphQLSchema;
  credentialOf(request: FastifyRequest): Credential;
  /** What feeds call the server by. */
  origin: string;
}

interface WithId {
  Params: { id: string; file: string };
}

const ID = ':id(^[0-9a-f-]{36}$)';
const HTML = 'text/html; charset=utf-8';
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
      send(request, reply, 'public, no-cache', () =>
        asking(door, nobody, (ask, reader) =>
          answer(ask, (request.params as { id?: string }).id ?? '', reader),
        ),
      );
  const { origin } = door;

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
    asNobody((ask, id) => withBoard(ask, queries.BOARD, id, ICS, (board) => meetingsCalendar(board, origin))),
  );
  http.get(
    `/public/boards/${ID}/agendas.atom`,
    asNobody((ask, id) =>
      withBoard(ask, queries.BOARD_AGENDAS, id, ATOM, (board) => agendasFeed(board, origin)),
    ),
  );
  http.get(
    `/public/meetings/${ID}`,
    asNobody(async (ask, id) => {
      const { meeting } = await ask<{ meeting: queries.PublicMeeting | null }>(queries.MEETING_PAGE, { id });
      return meeting && { type: HTML, body: meetingPage(meeting) };
    }),
  );
  http.get<WithId>(`/public/publications/${ID}/:file`, (request, reply) =>
    send(request, reply, 'public, no-cache', () =>
      asking(door, nobody, (ask, reader) => packFile(ask, reader, request.params, [PackPart.PUBLIC])),
    ),
  );

  // What follows is for those entitled, and nobody between keeps it.
  http.get<WithId>(`/publications/${ID}/:file`, (request, reply) =>
    send(request, reply, 'private, no-store', () =>
      asking(door, door.credentialOf(request), (ask, reader) =>
        packFile(ask, reader, request.params, [PackPart.PUBLIC, PackPart.FULL]),
      ),
    ),
  );
  http.get<WithId>(`/boards/${ID}/meetings.ics`, (request, reply) => {
    const credential = calendarCredential(request, door);
    if (credential.kind === 'NONE')
      return reply
        .code(401)
        .header('www-authenticate', 'Basic realm="Accord: your address and a token"')
        .send('');
    return send(request, reply, 'private, no-store', () =>
      asking(door, credential, async (ask, reader) => {
        if (!(await isMember(reader, request.params.id))) return null;
        return withBoard(ask, queries.BOARD, request.params.id, ICS, async (board) =>
          meetingsCalendar(board, origin, await timetablesOf(reader, board.meetings)),
        );
      }),
    );
  });
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

async function withBoard(
  ask: Ask,
  document: DocumentNode,
  id: string,
  type: string,
  write: (board: queries.PublicBoard) => string | Promise<string>,
): Promise<Answered | null> {
  const { board } = await ask<{ board: queries.PublicBoard | null }>(document, { id });
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

/** A programme that keeps calendars sends an address and a token, the one way it has. */
function calendarCredential(request: FastifyRequest, { credentialOf }: PublicDoor): Credential {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!basic) return credentialOf(request);
  const secret = Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':');
  return secret ? tokenCredential(secret) : nobody;
}

/** Answers with what there is, or that nothing has changed since it was last asked for; missing and not yours are one answer. */
async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  keeping: string,
  answer: () => Promise<Answered | null>,
): Promise<FastifyReply> {
  try {
    const found = (await answer()) ?? { type: HTML, body: missingPage(), status: 404 };
    const etag = `"${createHash('sha256').update(found.body).digest('base64url')}"`;
    reply.header('cache-control', keeping).header('etag', etag).type(found.type);
    if (found.name) reply.header('content-disposition', `inline; filename="${found.name}"`);
    if (request.headers['if-none-match'] === etag && !found.status) return reply.code(304).send();
    return reply.code(found.status ?? 200).send(found.body);
  } catch (error) {
    const { status, problem } = problemOf(error);
    if (status === 500) request.log.error({ err: error }, 'a public page failed');
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send({ errors: [problem] });
  }
}
