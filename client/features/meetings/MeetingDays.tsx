import { useToday } from '../../platform/format/useToday';
import { DayList } from '../boards/PapersOut';
import { useMeetingContext } from './meetingContext';
import '../boards/boardRules.css';

/** The days before the meeting, counted back from it by the rules of its boards. */
export function MeetingDays() {
  const { meeting } = useMeetingContext();
  const today = useToday();
  if (!meeting.timetable || meeting.meetingStatus !== 'PLANNED') return null;
  return (
    <section className="meeting-days" aria-labelledby="meeting-days">
      <h2 id="meeting-days">The days before</h2>
      <DayList timetable={meeting.timetable} today={today} />
    </section>
  );
}
