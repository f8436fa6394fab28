import { formatDay } from '../../platform/format/dates';
import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { readMinutes } from './agendaWords';
import type { PlanLine } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { readDayOrNone } from './forwardPlanWords';

type Field = 'title' | 'minutes' | 'leadOfficersAsWritten' | 'draftReportDueOn' | 'dispatchOn';

const LABELS: Readonly<Record<Field, string>> = {
  title: 'Title',
  minutes: 'Minutes',
  leadOfficersAsWritten: 'Lead officers',
  draftReportDueOn: 'Draft report by',
  dispatchOn: 'Papers go out',
};

export const fieldLabel = (field: string): string =>
  LABELS[field as Field] ?? (field === 'purpose' ? 'What the board is asked to do' : field);

const isDay = (field: Field): boolean => field === 'draftReportDueOn' || field === 'dispatchOn';

/** The day that counts where none of its own is set. */
export const dayOfTimetable = (field: Field, { meeting }: PlanLine): string | null => {
  if (!meeting?.timetable || !isDay(field)) return null;
  const { draftReportsBy, dispatchBy } = meeting.timetable;
  return (field === 'draftReportDueOn' ? draftReportsBy : dispatchBy).on;
};

const shown = (field: Field, value: unknown): string => {
  if (value === null || value === undefined) return '';
  return isDay(field) ? formatDay(String(value)) : String(value);
};

/** What was typed, as the server takes it; throws words fit for the reader. */
function readTyped(field: Field, typed: string, today: string): string | number | null {
  if (isDay(field)) return readDayOrNone(typed, today);
  if (field === 'minutes') {
    const minutes = readMinutes(typed);
    if (minutes === null) throw new Error('Write how many minutes it will take, from 1 to 600.');
    return minutes;
  }
  if (field === 'title' && typed === '') throw new Error('It cannot go without a title.');
  return typed === '' ? null : typed;
}

/** Something said of a line, edited where it stands by those who keep it. */
export function EntryText({ line, field }: { readonly line: PlanLine; readonly field: Field }) {
  const { verbs, save, today, refresh } = useForwardPlan();
  const byTimetable = dayOfTimetable(field, line);
  const onSave = async (typed: string): Promise<void> => {
    const value = readTyped(field, typed, today);
    await save({
      item: `“${line.title}”`,
      version: line.version,
      label: fieldLabel,
      show: (_, one) => shown(field, one) || <span className="quiet">Nothing</span>,
      send: (expectedVersion) => verbs.update({ id: line.id, expectedVersion, [field]: value }),
    });
    refresh();
  };
  return (
    <EditInPlaceText
      label={`${LABELS[field]} of “${line.title}”`}
      value={shown(field, line[field])}
      canEdit={line.viewerCan.keep}
      {...(byTimetable === null ? {} : { placeholder: `${formatDay(byTimetable)}, by the timetable` })}
      isSelected={isDay(field) || field === 'minutes'}
      onSave={onSave}
    />
  );
}
