import type { HealthFindingKind } from '../../../schema/vocabulary.js';

type Kind = keyof typeof HealthFindingKind;

/** What each kind is called, above its findings and counted; and what it means for whoever has not met it before. */
export const KIND_WORDS: Readonly<
  Record<Kind, { readonly title: string; readonly short: string; readonly meaning: string }>
> = {
  UNANSWERED: {
    title: 'Not agreed yet',
    short: 'not agreed yet',
    meaning: 'Written at one end; whoever answers for the other end has yet to say yes or no.',
  },
  ONE_SIDED: {
    title: 'Said at one end only',
    short: 'said at one end only',
    meaning: 'The other end disputes it, or several actions lean on one that names none of them.',
  },
  CIRCULAR: {
    title: 'Waiting for one another',
    short: 'waiting in a circle',
    meaning: 'Each waits for the next, round in a circle, so none of them can begin.',
  },
  ORPHANED: {
    title: 'Leading nowhere',
    short: 'leading nowhere',
    meaning: 'One end was archived, or nobody could tell what the words refer to.',
  },
  GIVER_WITHOUT_OWNER: {
    title: 'Needed, and nobody answers for it',
    short: 'without an owner',
    meaning: 'Others count on it, and no owner is named, or only “TBC”.',
  },
  NEEDED_BEFORE_DUE: {
    title: 'Needed before it is due',
    short: 'needed before due',
    meaning: 'What is needed is due later than what needs it.',
  },
  CONTRADICTORY: {
    title: 'The same work, told differently',
    short: 'told differently',
    meaning: 'Two actions are said to be the same work, and their deadlines, statuses or owners differ.',
  },
};
