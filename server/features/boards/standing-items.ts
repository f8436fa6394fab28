import { AgendaPlace } from '../../../schema/vocabulary.js';
import type { StandingItem } from './rule-profile.rules.js';

/** What stands on every agenda by itself. */
export const standing = (openTo: 'public' | 'partners'): StandingItem[] => [
  { title: 'Apologies and declarations of interest', section: null, place: AgendaPlace.START, minutes: 5 },
  {
    title: 'Minutes of the last meeting and action log',
    section: null,
    place: AgendaPlace.START,
    minutes: 10,
  },
  ...(openTo === 'public'
    ? [{ title: 'Questions from the public', section: null, place: AgendaPlace.START, minutes: 15 }]
    : []),
  { title: 'Forward plan', section: null, place: AgendaPlace.END, minutes: 5 },
  { title: 'Date of the next meeting', section: null, place: AgendaPlace.END, minutes: null },
];

/** Where a risk stands in the highest band of the usual matrix, 15 to 25. */
export const HIGH_SCORE = 15;

export const RISKS = 'The board’s own choice: 15 of 25 is where the highest band of the usual matrix begins';

export const DRAFTS =
  'No law: time for officers’ clearances. Counted in working days back from the day on which papers go out';
