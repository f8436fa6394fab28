import { found } from './circles.js';
import { idOf } from './history.js';
import {
  type AgendaContent,
  agendas,
  type EntryContent,
  entries,
  type MeetingContent,
  meetings,
} from './meetings.content.js';

/** The content of meetings, looked up by its keys. */
export const meetingOf = (key: string): MeetingContent => found(meetings.find((one) => one.key === key));
export const entryOf = (key: string): EntryContent => found(entries.find((one) => one.key === key));
export const agendaOf = (meeting: string): AgendaContent =>
  found(agendas.find((one) => one.meeting === meeting));

export const agendaItemId = (meeting: string, index: number): string =>
  idOf('agenda-item', `${meeting}/${index}`);

/** The item of an agenda that an entry became. */
export const itemOfEntry = (meeting: string, entry: string): string =>
  agendaItemId(
    meeting,
    agendaOf(meeting).items.findIndex((item) => 'entry' in item && item.entry === entry),
  );
