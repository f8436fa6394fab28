import { mayPass } from './again.js';

const LATER = 'Try again in a moment.';

/** What the network says when the database is not there, or goes in the middle of a question. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** Of PostgreSQL: the connection broke (08), too little of something (53), it is being stopped or is starting (57P). */
const DATABASE = /^(08...|53...|57P0[1-5])$/;
const NO_ROOM = '53100';

/** pg’s own errors, which have no codes. */
const NO_CONNECTION = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const ALL_TAKEN = 'timeout exceeded when trying to connect';

/**
 * What to tell somebody whose question failed because the database is away, full or asked too much: nobody’s mistake,
 * and it passes. Null for every other error.
 */
export function whyUnavailable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = '' } = error as { code?: unknown };
  if (code === NO_ROOM)
    return 'The server’s disk is full, so nothing can be saved; reading goes on. Tell whoever runs it.';
  if (error.message === ALL_TAKEN || mayPass(error))
    return `The server has more to do than it can at once. ${LATER}`;
  const isAway =
    typeof code === 'string' &&
    (NETWORK.has(code) || DATABASE.test(code) || (code === '' && NO_CONNECTION.test(error.message)));
  return isAway ? `The server cannot reach its database just now. ${LATER}` : null;
}
