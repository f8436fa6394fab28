import type { PackedItem, PackedReport } from './publication.queries';

/** Where a report goes when the pack is prepared now. */
export type Going = 'EVERYBODY' | 'SEATS' | 'FOLLOWS' | 'NOWHERE';

/** By whom it is for, and whether it is signed off as it stands; the server decides by the same. */
export function goingOf({
  isSignedOff,
  audience: { kind },
}: Pick<PackedReport, 'isSignedOff' | 'audience'>): Going {
  const isForAll = kind === 'PARTNERSHIP' || kind === 'EVERYONE';
  if (!isForAll && kind !== 'BOARD') return 'NOWHERE';
  if (!isSignedOff) return 'FOLLOWS';
  return isForAll ? 'EVERYBODY' : 'SEATS';
}

export const GOING_WORDS: Readonly<Record<Going, string>> = {
  EVERYBODY: 'Goes in',
  SEATS: 'Goes in for those with a seat',
  FOLLOWS: 'To follow: not signed off as it stands',
  NOWHERE: 'Stays out: not all who hold a seat see it',
};

/** What else the check before dispatch finds; that it is not signed off is said already. */
export const leftToDo = ({ findings }: Pick<PackedReport, 'findings'>): number =>
  findings.filter(({ kind }) => kind !== 'NOT_SIGNED_OFF').length;

/** What goes in although something is, or was at its sign-off, left to put right. */
export const isDespite = (report: PackedReport): boolean =>
  ['EVERYBODY', 'SEATS'].includes(goingOf(report)) &&
  (report.signedOffDespite !== null || leftToDo(report) > 0);

/** Each report in the order of the agenda, with the item it goes with. */
export const reportsIn = (items: readonly PackedItem[]): { report: PackedReport; item: PackedItem }[] =>
  items.flatMap((item) =>
    item.reports.filter(({ archivedAt }) => archivedAt === null).map((report) => ({ report, item })),
  );
