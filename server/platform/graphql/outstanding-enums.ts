import * as meetings from '../../../schema/meeting-words.js';
import { describe } from './describe-enum.js';

/** The closed lists of what is owed to meetings. */
export function registerOutstanding(): void {
  describe(meetings.OutstandingKind, 'OutstandingKind', 'What is still outstanding for a meeting.', {
    REPORT_WANTED: 'The item wants a report and has none.',
    REPORT_EMPTY: 'Its report was begun, and nothing is written in it.',
    CLEARANCE_NOT_ASKED: 'The board wants a clearance of its reports that nobody was asked for.',
    CLEARANCE_UNANSWERED: 'A clearance was asked for and not answered.',
    CHANGES_WANTED: 'An organisation wants changes before it clears the report; nothing was changed since.',
    CLEARANCE_OF_EARLIER_TEXT: 'An organisation answered for an earlier text: it has to look again.',
    SIGN_OFF_MISSING: 'The report is written and cleared, and not signed off as it stands.',
    PRESENTER_MISSING: 'Nobody is named to present the item.',
    GROUND_MISSING: 'It is confidential, or press and public are excluded from it, on no ground.',
    LATE_REASON_MISSING: 'The item came after the day of dispatch, and the chair’s reason is missing.',
  });
  describe(
    meetings.TimetableStage,
    'TimetableStage',
    'The day of a meeting’s timetable that something was to be done by.',
    {
      DRAFTS: 'The last day for draft reports.',
      CLEARANCES: 'The last day for clearances.',
      DISPATCH: 'The last day for papers to go out.',
    },
  );
}
