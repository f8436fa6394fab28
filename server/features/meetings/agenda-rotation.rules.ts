/** So many priorities report to a meeting in turn. */
export const PRIORITIES_A_MEETING = 3;

/** The meeting whose turn it is, and how many priorities there is still room for. */
export interface Turn {
  meetingId: string | null;
  meetsOn: string | null;
  left: number;
}

/**
 * Priorities report a few at each meeting: those after them wait for the meeting after it. `meetings` are those to come,
 * the next first; `planned` says of each priority that is planned for which of them, null for one that is planned for
 * none yet and takes the next place there is. Without any meeting to come a turn is for none yet; null where all have theirs.
 */
export function turnOf(
  meetings: readonly { id: string; meetsOn: string }[],
  planned: readonly (string | null)[],
  most = PRIORITIES_A_MEETING,
): Turn | null {
  let unplaced = planned.filter((id) => id === null).length;
  const roomFor = (taken: number): number => {
    const room = Math.max(0, most - taken);
    const filled = Math.min(room, unplaced);
    unplaced -= filled;
    return room - filled;
  };
  for (const { id, meetsOn } of meetings) {
    const left = roomFor(planned.filter((one) => one === id).length);
    if (left > 0) return { meetingId: id, meetsOn, left };
  }
  if (meetings.length > 0) return null;
  const left = roomFor(0);
  return left > 0 ? { meetingId: null, meetsOn: null, left } : null;
}
