import { showToast } from '../ui/toasts';
import type { Refusal } from './errors';
import { refusalWords } from './saving';

/** Says how something went that has no form of its own to say it in; true when it was done. */
export function tellOutcome(refusal: Refusal | null, done: string): boolean {
  if (refusal) showToast({ tone: 'danger', message: refusalWords(refusal) });
  else showToast({ tone: 'success', message: done });
  return refusal === null;
}
