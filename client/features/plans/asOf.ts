import { Client, fetchExchange } from 'urql';
import { londonDay } from '../../platform/format/dates';

/** The last second of a calendar day by the London clock. */
export function endOfDay(day: string): string {
  const summer = new Date(`${day}T22:59:59Z`);
  const winter = new Date(`${day}T23:59:59Z`);
  return (londonDay(winter) === day ? winter : summer).toISOString();
}

/**
 * Reads the past without a cache: an action as it stood in May has the same identity as the action now, and must
 * never take its place.
 */
export const pastClient = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: { credentials: 'same-origin' },
  exchanges: [fetchExchange],
});
