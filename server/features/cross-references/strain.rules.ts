import {
  BragStatus,
  type CrossReferenceKind,
  CrossReferenceStatus,
  givenByFrom,
  givenByTo,
  StrainLevel,
} from '../../../schema/vocabulary.js';

/** What strain needs to know of one end. Items without a status or a deadline of their own have null there. */
export interface StrainEnd {
  /** As a person would name it: “WS2 B12”. */
  name: string;
  status: BragStatus | null;
  /** Last day meant by its deadline. */
  end: string | null;
  archivedAt: string | null;
}

/** What a cross-reference says that strain depends on: what the one is to the other, and the days both parties named. */
export interface PromiseMade {
  kind: CrossReferenceKind;
  status: CrossReferenceStatus;
  /** By when whoever asked needs it. */
  neededBy: string | null;
  /** For when whoever gives it promised it. */
  promisedBy: string | null;
}

export interface StrainAsk {
  promise: PromiseMade;
  from: StrainEnd | null;
  to: StrainEnd | null;
  today: string;
}

export interface StrainFound {
  level: StrainLevel;
  reasons: string[];
}

const NONE: StrainFound = { level: StrainLevel.NONE, reasons: [] };

/** The kinds in which one end counts on the other; the rest only say that two things belong together. */
export const kindsUnderStrain: readonly CrossReferenceKind[] = [...givenByTo, ...givenByFrom];

/** Of a dependency, the one that gives and the one that receives; null where neither counts on the other. */
export function giverAndReceiver<T>(
  kind: CrossReferenceKind,
  from: T,
  to: T,
): [giver: T, receiver: T] | null {
  if (!kindsUnderStrain.includes(kind)) return null;
  return givenByTo.includes(kind) ? [to, from] : [from, to];
}

/**
 * By when the giver must be done. Once agreed, the later of the two days counts: whoever asked has accepted it. Until
 * then what was asked counts, also beside a counter-offer.
 */
export function agreedDay({ status, neededBy, promisedBy }: PromiseMade): string | null {
  if (status !== CrossReferenceStatus.CONFIRMED || promisedBy === null) return neededBy;
  return neededBy !== null && neededBy > promisedBy ? neededBy : promisedBy;
}

/**
 * Whether a promise holds. Broken when the giver was withdrawn; strained when it is Red, overdue, or due after the
 * receiver or after the day agreed. Amber strains a dependency alone: what merely contributes, or lessens a risk, may still be on its way.
 * What is signed off has been given, and what was put away needs nothing more.
 */
export function strainOf({ promise, from, to, today }: StrainAsk): StrainFound {
  const [giver, receiver] = giverAndReceiver(promise.kind, from, to) ?? [null, null];
  if (!giver || !receiver || receiver.archivedAt !== null) return NONE;
  if (giver.archivedAt !== null)
    return { level: StrainLevel.BROKEN, reasons: [`${giver.name} was withdrawn.`] };
  if (giver.status === BragStatus.BLUE) return NONE;
  const reasons = [
    ...ratingReason(promise.kind, giver),
    ...(giver.end !== null && giver.end < today
      ? [`${giver.name} is overdue: it was due by ${inWords(giver.end)}.`]
      : []),
    ...lateReason(giver, receiver, promise),
  ];
  return reasons.length ? { level: StrainLevel.STRAINED, reasons } : NONE;
}

function lateReason(giver: StrainEnd, receiver: StrainEnd, promise: PromiseMade): string[] {
  const agreed = agreedDay(promise);
  const late = `${giver.name} is due by ${giver.end === null ? '' : inWords(giver.end)}, but`;
  if (giver.end === null) return [];
  if (receiver.end !== null && (agreed === null || receiver.end <= agreed))
    return giver.end > receiver.end ? [`${late} ${receiver.name} is due by ${inWords(receiver.end)}.`] : [];
  if (agreed === null || giver.end <= agreed) return [];
  const isAgreed = promise.status === CrossReferenceStatus.CONFIRMED;
  return [`${late} ${isAgreed ? `${inWords(agreed)} was agreed` : `it is needed by ${inWords(agreed)}`}.`];
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
export const inWords = (date: string) => day.format(new Date(`${date}T00:00:00Z`));
