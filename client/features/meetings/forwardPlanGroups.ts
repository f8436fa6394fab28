interface Meets {
  readonly id: string;
  readonly meetsOn: string;
  readonly meetingStatus: string;
}

interface Line {
  readonly id: string;
  readonly meeting: { readonly id: string } | null;
}

export interface PlanGroup<Meeting, Entry> {
  /** Null for what is not yet for a meeting. */
  readonly meeting: Meeting | null;
  readonly lines: readonly Entry[];
}

/** Meetings that something can be planned for: those to come. */
export const isToCome = ({ meetsOn, meetingStatus }: Meets, today: string): boolean =>
  meetingStatus === 'PLANNED' && meetsOn >= today;

/**
 * The lines of a forward plan by the meeting they are for, as these follow each other: those to come, those that are past
 * or do not take place but still hold lines, and last what is not for a meeting yet.
 */
export function planGroups<Meeting extends Meets, Entry extends Line>(
  meetings: readonly Meeting[],
  lines: readonly Entry[],
  today: string,
): {
  ahead: PlanGroup<Meeting, Entry>[];
  behind: PlanGroup<Meeting, Entry>[];
  open: PlanGroup<Meeting, Entry>;
} {
  const of = (meeting: Meeting) => ({
    meeting,
    lines: lines.filter((line) => line.meeting?.id === meeting.id),
  });
  const known = new Set(meetings.map(({ id }) => id));
  return {
    ahead: meetings.filter((one) => isToCome(one, today)).map(of),
    behind: meetings
      .filter((one) => !isToCome(one, today))
      .map(of)
      .filter((group) => group.lines.length > 0)
      .reverse(),
    open: { meeting: null, lines: lines.filter(({ meeting }) => meeting === null || !known.has(meeting.id)) },
  };
}

/** The meeting before or after, where Alt with an arrow takes a line; undefined at the end of the road. */
export function meetingBeside(
  meetings: readonly Meets[],
  from: string | null,
  how: 'up' | 'down',
  today: string,
): string | null | undefined {
  const road: (string | null)[] = [
    ...meetings.filter((one) => isToCome(one, today)).map(({ id }) => id),
    null,
  ];
  const at = road.indexOf(from);
  if (at < 0) return how === 'down' ? undefined : road[0];
  return road[at + (how === 'up' ? -1 : 1)];
}
