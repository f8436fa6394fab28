import { createContext, useContext } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { type Save, useSaveHere } from '../../platform/graphql/saving';
import type { MeetingVerbs } from './meeting.operations';
import type { Meeting } from './meeting.queries';

export type NewItem = Parameters<MeetingVerbs['createItem']>[0];

/** What every part of a meeting’s page needs to know about the whole. */
export interface MeetingContextValue {
  readonly meeting: Meeting;
  /** Whether this reader builds the agenda; else it is read. */
  readonly canKeep: boolean;
  /** Whether they may say what its items report on, also once it was held. */
  readonly canLink: boolean;
  readonly verbs: MeetingVerbs;
  /** Puts an item on the agenda; asks for the chair’s reason where the papers are out. */
  readonly add: (item: NewItem) => Promise<Refusal | null>;
  readonly save: (save: Save) => Promise<void>;
}

const MeetingContext = createContext<MeetingContextValue | null>(null);
export const MeetingProvider = MeetingContext.Provider;

export function useMeetingContext(): MeetingContextValue {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('Used outside the page of a meeting');
  const save = useSaveHere(meeting.save);
  return save === meeting.save ? meeting : { ...meeting, save };
}

/** How people name an item: by its title, for its number moves. */
export const itemName = ({ title }: { readonly title: string }): string => `“${title}”`;
