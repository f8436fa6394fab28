import { PackPart } from '../../../schema/publications.js';
import { AudienceKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { type Circle, contains } from '../../platform/policy/audience.rules.js';
import type { Reader } from '../../platform/reading/reader.js';
import { internAudience, intersection } from '../plans/audience.service.js';
import type { Meeting } from './meeting.entity.js';
import { agendaCircle } from './meeting.settling.js';

/** For whom each part is while it waits to be published. */
export type PartCircles = Readonly<Record<PackPart, string>>;

export async function circlesOf(work: Work, meeting: Meeting & Row): Promise<PartCircles> {
  const partners = await agendaCircle(work, meeting, null);
  const seats = await internAudience(work, meeting.partnershipId, AudienceKind.BOARD, meeting.boardIds);
  return { PUBLIC: partners, FULL: await intersection(work, partners, seats) };
}

/** Who sees what of a pack, by how circles are drawn and never by who is in them today. */
export interface Sight {
  /** Whether all whom a part is for while it waits may see what is under an audience. */
  contains(part: PackPart, audienceId: string): boolean;
  /**
   * For whom it is while it waits. What is shown live from the plans is what all of them see: what partners work on
   * together is published when two people who keep the meeting have agreed to it, as are the words beside it.
   */
  circle(part: PackPart): Circle;
}

/** Call it under every audience. */
export async function sightOver(work: Work, meeting: Meeting & Row, parts: PartCircles): Promise<Sight> {
  const circles = await drawnIn(work, [meeting.partnershipId]);
  const circle = (id: string): Circle => {
    const found = circles.get(id);
    if (!found) throw new Error(`There is no audience ${id}.`);
    return found;
  };
  return {
    contains: (part, audienceId) => contains(circle(audienceId), circle(parts[part]), circles),
    circle: (part) => circle(parts[part]),
  };
}

/** Whether what is seen by `outer` is for all of `inner`, by how circles are drawn. */
export type IsFor = (inner: string, outer: string) => boolean;

export async function openingOf(reader: Pick<Reader, 'query'>, partnershipId: string): Promise<IsFor> {
  const circles = await drawnIn(reader, [partnershipId]);
  return (inner, outer) => {
    const [a, b] = [circles.get(outer), circles.get(inner)];
    return a !== undefined && b !== undefined && contains(a, b, circles);
  };
}

/** How the circles of some partnerships are drawn, by their ids. */
export async function drawnIn(
  reader: Pick<Reader, 'query'>,
  partnershipIds: readonly string[],
): Promise<Map<string, Circle & { partnershipId: string }>> {
  const rows = await reader.query<Circle & { partnershipId: string }>(
    'select id, kind, members, partnership_id as "partnershipId" from audiences where partnership_id = any($1::uuid[])',
    [partnershipIds],
  );
  return new Map(rows.map((one) => [one.id, one]));
}
