interface Coming {
  /** Whether the rules of any of the boards want the chair’s reason for what comes late. */
  readonly isWanted: boolean;
  /** Whether the agenda was published, without it. */
  readonly isPublished: boolean;
  readonly meetsOn: string;
  /** The last day for the papers to go out. */
  readonly dispatchBy: string;
  /** The day it comes to the agenda. */
  readonly on: string;
}

/**
 * Why an item is taken only when the chair says why, in words; null when it is in time (Local Government Act 1972, section
 * 100B(4)). An agenda that nobody published of a meeting that is over is history: nobody takes anything there any more.
 */
export function whyLate({ isWanted, isPublished, meetsOn, dispatchBy, on }: Coming): string | null {
  if (!isWanted) return null;
  if (isPublished)
    return 'The agenda of this meeting is published. What is added to it needs the chair’s reason.';
  if (on <= dispatchBy || on > meetsOn) return null;
  return `The papers of this meeting were to go out by ${dispatchBy}. What comes to its agenda later needs the chair’s reason.`;
}
