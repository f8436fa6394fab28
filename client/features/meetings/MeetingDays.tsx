import { useToday } from '../../platform/format/useToday';
import { DayList, type LateByDay } from '../boards/PapersOut';
import { useMeetingContext } from './meetingContext';
import '../boards/boardRules.css';

/** The days before the meeting, counted back from it by the rules of its boards, and what is late of each. */
export function MeetingDays({ late }: { readonly late: LateByDay }) {
  const { meeting } = useMeetingContext();
  const today = useToday();
  if (!meeting.timetable || meeting.meetingStatus !== 'PLANNED') return null;
  return (
    <section className="meeting-days" aria-labelledby="meeting-days">
      <h2 id="meeting-days">The days before</h2>
      <DayList timetable={meeting.timetable} today={today} late={late} isJoint={meeting.boards.length > 1} />
    </section>
  );
}
