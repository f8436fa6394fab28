import { StrainLevel } from '../../../schema/vocabulary.js';
import type { StrainFound } from './strain.rules.js';

export type NoticeStep = 'RAISE' | 'LAPSE' | 'NOTHING';

/**
 * What a move of strain is to those who count on the promise. There is something to tell when a reason came that was
 * not there before; nothing is left to tell once the promise holds again.
 */
export function noticeStep(was: StrainFound, now: StrainFound): NoticeStep {
  if (now.level === StrainLevel.NONE) return was.level === StrainLevel.NONE ? 'NOTHING' : 'LAPSE';
  return now.reasons.some((reason) => !was.reasons.includes(reason)) ? 'RAISE' : 'NOTHING';
}
