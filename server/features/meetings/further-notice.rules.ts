import { isDeepStrictEqual } from 'node:util';
import { NoticeException } from '../../../schema/meeting-words.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { RuleValues } from '../boards/rule-profile.rules.js';
import type { PrivateLine } from './pack/pack-document.js';

/**
 * The further notice of what is considered in private: why, what was said against that, and how the board responds (SI
 * 2012/2089, regulation 5(4) and (5)). It goes out with the agenda.
 */

/** A line of a forward plan, as far as the further notice tells of it. */
export interface Considered {
  readonly id: string;
  readonly isConfidential: boolean;
  readonly noticeException: NoticeException | null;
  readonly representations: string | null;
  readonly representationsResponse: string | null;
}

/** What the published forward plan tells of a line, in its own words. */
export interface PublicLine {
  readonly title: string;
  readonly reason: string;
}

type FurtherRules = Pick<RuleValues, 'privateMeetingFurtherNoticeClearDays'>;

export const asksForFurther = (rules: FurtherRules): boolean =>
  rules.privateMeetingFurtherNoticeClearDays !== null;

/**
 * What the further notice tells of a line. Nothing where the rules of none of its boards ask for it, and nothing where no
 * first notice was published: then it goes by special urgency, whose reason the forward plan tells (regulation 5(6) and (7)).
 */
export function furtherNoticeOf(
  { id, isConfidential, noticeException, representations, representationsResponse }: Considered,
  rules: readonly FurtherRules[],
  told: PublicLine | undefined,
): PrivateLine | null {
  if (
    !isConfidential ||
    !rules.some(asksForFurther) ||
    !told ||
    noticeException === NoticeException.SPECIAL_URGENCY
  )
    return null;
  const said = representations?.trim() || null;
  return {
    ...{ id, title: told.title, reason: told.reason, representations: said },
    response: said === null ? null : representationsResponse?.trim() || null,
  };
}

export enum FurtherNoticeStands {
  RESPONSE_MISSING = 'RESPONSE_MISSING',
  NOT_OUT = 'NOT_OUT',
  OUT = 'OUT',
}

/** How far it has come: first what was said is answered, then it is published as it is. */
export function standsAs(line: PrivateLine, out: readonly PrivateLine[]): FurtherNoticeStands {
  if (line.representations !== null && line.response === null) return FurtherNoticeStands.RESPONSE_MISSING;
  const isOut = out.some((one) => isDeepStrictEqual({ ...one }, { ...line }));
  return isOut ? FurtherNoticeStands.OUT : FurtherNoticeStands.NOT_OUT;
}

/** Nothing is answered that nobody said. */
export function checkResponse({
  representations,
  representationsResponse,
}: Pick<Considered, 'representations' | 'representationsResponse'>): void {
  if (representationsResponse?.trim() && !representations?.trim())
    throw invalidInput([
      {
        field: 'representations',
        message: 'Say what was said about why it should be considered in public, or leave the response out.',
      },
    ]);
}
