import { BragStatus, CrossReferenceKind, StrainLevel } from '../../../schema/vocabulary.js';

/** What strain needs to know of one end. Items without a status or a deadline of their own have null there. */
export interface StrainEnd {
  /** As a person would name it: “WS2 B12”. */
  name: string;
  status: BragStatus | null;
  /** Last day meant by its deadline. */
  end: string | null;
  archivedAt: string | null;
}

export interface StrainAsk {
  kind: CrossReferenceKind;
  from: StrainEnd | null;
  to: StrainEnd | null;
  today: string;
}

export interface StrainFound {
  level: StrainLevel;
  reasons: string[];
}

const NONE: StrainFound = { level: StrainLevel.NONE, reasons: [] };

/** In a dependency the one pointed at gives; a contribution and a mitigation are given by the one they are written at. */
export const givenByTo: readonly CrossReferenceKind[] = [CrossReferenceKind.DEPENDS_ON];
export const givenByFrom: readonly CrossReferenceKind[] = [
  CrossReferenceKind.CONTRIBUTES_TO,
  CrossReferenceKind.MITIGATES,
];
/** The kinds in which one end counts on the other; the rest only say that two things belong together. */
export const kindsUnderStrain: readonly CrossReferenceKind[] = [...givenByTo, ...givenByFrom];

/**
 * Whether a promise holds. Broken when the giver was withdrawn; strained when it is Red, overdue, or due after the
 * receiver. Amber strains a dependency alone: what merely contributes, or lessens a risk, may still be on its way.
 * What is signed off has been given, and what was put away needs nothing more.
 */
export function strainOf({ kind, from, to, today }: StrainAsk): StrainFound {
  if (!kindsUnderStrain.includes(kind)) return NONE;
  const [giver, receiver] = givenByTo.includes(kind) ? [to, from] : [from, to];
  if (!giver || !receiver || receiver.archivedAt !== null) return NONE;
  if (giver.archivedAt !== null)
    return { level: StrainLevel.BROKEN, reasons: [`${giver.name} was withdrawn.`] };
  if (giver.status === BragStatus.BLUE) return NONE;
  const reasons = [
    ...ratingReason(kind, giver),
    ...(giver.end !== null && giver.end < today
      ? [`${giver.name} is overdue: it was due by ${inWords(giver.end)}.`]
      : []),
    ...(giver.end !== null && receiver.end !== null && giver.end > receiver.end
      ? [
          `${giver.name} is due by ${inWords(giver.end)}, but ${receiver.name} is due by ${inWords(receiver.end)}.`,
        ]
      : []),
  ];
  return reasons.length ? { level: StrainLevel.STRAINED, reasons } : NONE;
}

function ratingReason(kind: CrossReferenceKind, giver: StrainEnd): string[] {
  if (giver.status === BragStatus.RED) return [`${giver.name} is Red.`];
  const ambers = givenByTo.includes(kind) && giver.status === BragStatus.AMBER;
  return ambers ? [`${giver.name} is Amber.`] : [];
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const inWords = (date: string) => day.format(new Date(`${date}T00:00:00Z`));
