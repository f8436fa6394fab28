import type { MembershipRole, SeatCapacity } from '../../../schema/vocabulary.js';
import { type Capability, can } from './roles.js';

/**
 * What decides what a viewer sees and may do. Two people in the same position get the same answers, so live
 * updates are worked out once for all of them; policies are given a position and nothing more of the person.
 */
export interface Position {
  /** The same for all in this position, until what it is made of changes. */
  readonly key: string;
  readonly audiences: ReadonlySet<string>;
  readonly partnerships: ReadonlySet<string>;
  /** Role by organisation. */
  readonly roles: ReadonlyMap<string, MembershipRole>;
  /** Partnerships administered. */
  readonly administers: ReadonlySet<string>;
  /** Capacities by board, of the seats held today. */
  readonly seats: ReadonlyMap<string, ReadonlySet<SeatCapacity>>;
  /** Posts held today, and the person where an item names the person. */
  readonly bodies: ReadonlySet<string>;
}

/** By what way something came to be done; CLOCK is what nobody did: a day began. */
export type Via = 'PUBLIC' | 'SESSION' | 'TOKEN' | 'IMPORT' | 'DEMONSTRATION' | 'CLOCK';

export interface ActingPerson {
  id: string;
  name: string;
  organisationId: string | null;
}

/** Who asks: a position, and on whose behalf changes are recorded. */
export interface Viewer {
  readonly position: Position;
  readonly via: Via;
  readonly accountId: string | null;
  /** The account’s person in each partnership. */
  readonly people: ReadonlyMap<string, ActingPerson>;
  /** A token for reading only, or nobody signed in: no verbs. */
  readonly mayWrite: boolean;
  readonly sessionId: string | null;
  /** When the credential ends by itself, in epoch milliseconds. */
  readonly expiresAt: number | null;
}

/** Whether the viewer holds a capability for any of these organisations. */
export function holds(
  position: Position,
  organisationIds: Iterable<string | null>,
  capability: Capability,
): boolean {
  for (const id of organisationIds) {
    const role = id === null ? undefined : position.roles.get(id);
    if (role && can(role, capability)) return true;
  }
  return false;
}

/** The organisations the viewer holds a capability for. */
export const organisationsWith = (position: Position, capability: Capability): string[] =>
  [...position.roles].flatMap(([id, role]) => (can(role, capability) ? [id] : []));

export const administers = (position: Position, partnershipId: string): boolean =>
  position.administers.has(partnershipId);

export const isAnyOf = (position: Position, bodyIds: Iterable<string | null>): boolean => {
  for (const id of bodyIds) if (id !== null && position.bodies.has(id)) return true;
  return false;
};
