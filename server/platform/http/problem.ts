import type { FastifyReply, FastifyRequest } from 'fastify';
import { whyUnavailable } from '../db/unavailable.js';
import { AccordError, type ErrorCode } from '../graphql/errors.js';

/** An error as a route beside GraphQL answers it: `{ errors: [problem] }`, in the words and codes that GraphQL has. */
export interface Problem {
  status: number;
  problem: { message: string; extensions: Record<string, unknown> };
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  RATE_LIMITED: 429,
};

export function problemOf(error: unknown): Problem {
  if (error instanceof AccordError)
    return {
      status: STATUS[error.code] ?? 400,
      problem: { message: error.message, extensions: error.extensions },
    };
  const away = whyUnavailable(error);
  if (away) return { status: 503, problem: { message: away, extensions: { code: 'UNAVAILABLE' } } };
  return {
    status: 500,
    problem: { message: 'Something went wrong on our side. Try again.', extensions: { code: 'INTERNAL' } },
  };
}

/** Headers of what would have been sent. */
const OF_THE_ANSWER = ['etag', 'content-length', 'content-disposition', 'content-security-policy'];

/** Answers that something could not be sent, and when to try again where that is known; kept by nobody. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  what: string,
): FastifyReply {
  const { status, problem } = problemOf(error);
  if (status === 500) request.log.error({ err: error }, what);
  for (const header of OF_THE_ANSWER) reply.removeHeader(header);
  const { retryAfterSeconds } = problem.extensions;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send({ errors: [problem] });
}
