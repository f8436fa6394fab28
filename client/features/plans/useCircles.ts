import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { useToday } from '../../platform/format/useToday';
import { isHeld } from '../boards/seating';
import type { Me, Names } from './circle';
import { circlesQuery } from './restrict.operations';

const optionsOf = (bodies: readonly { id: string; name: string; shortName: string | null }[] = []) =>
  bodies.map(({ id, name, shortName }) => ({ id, label: name, ...(shortName ? { note: shortName } : {}) }));

/** What can be chosen, and which of it the reader is part of. */
export function useCircles(partnershipId: string) {
  const { person, organisations } = useHere();
  const [{ data }] = useQuery({ query: circlesQuery, variables: { id: partnershipId } });
  const found = data?.partnership;
  const isThere = (one: { readonly archivedAt: string | null }): boolean => one.archivedAt === null;
  const boards = found?.boards.filter(isThere) ?? [];
  const today = useToday();
  const options = {
    organisations: optionsOf(found?.organisations.filter(isThere)),
    boards: optionsOf(boards),
    people: (found?.people.filter(isThere) ?? []).map(({ id, name, jobTitle, organisation }) => ({
      id,
      label: name,
      note: [jobTitle, organisation?.name].filter(Boolean).join(', '),
    })),
  };
  const names: Names = new Map(
    Object.values(options).flatMap((group) => group.map(({ id, label }) => [id, label] as const)),
  );
  const me: Me = {
    personId: person?.id ?? null,
    organisationIds: organisations.map(({ organisation }) => organisation.id),
    boardIds: boards
      .filter(({ seats }) => seats.some((seat) => isHeld(seat, today) && seat.holder?.id === person?.id))
      .map(({ id }) => id),
  };
  return { isLoaded: found !== undefined, options, names, me };
}
