import { formatMonth } from '../../platform/format/dates';
import { Select } from '../../platform/ui/Select';
import '../boards/boardRules.css';

const asked = (words: Record<string, string>) => Object.entries(words).map(([id, label]) => ({ id, label }));
const WEEKS = asked({ FIRST: 'First', SECOND: 'Second', THIRD: 'Third', FOURTH: 'Fourth', LAST: 'Last' });
const WEEKDAYS = asked({ 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' });
const EVERY = asked({
  ...{ 1: 'Every month', 2: 'Every second month', 3: 'Every third month' },
  ...{ 4: 'Every fourth month', 6: 'Twice a year', 12: 'Once a year' },
});

type Week = 'FIRST' | 'SECOND' | 'THIRD' | 'FOURTH' | 'LAST';

/** “The third Thursday of every second month, first in May”. */
export interface Rhythm {
  readonly week: Week;
  readonly weekday: string;
  readonly everyMonths: string;
  /** '2026-05'. */
  readonly firstMonth: string;
}

export const rhythmFrom = (firstMonth: string): Rhythm => ({
  week: 'THIRD',
  weekday: '4',
  everyMonths: '2',
  firstMonth,
});

interface RhythmFieldsProps {
  readonly typed: Rhythm;
  readonly type: (change: Partial<Rhythm>) => void;
  readonly months: readonly string[];
}

/** How a board meets through the year. */
export function RhythmFields({ typed, type, months }: RhythmFieldsProps) {
  return (
    <div className="fields-beside">
      <Select
        label="In which week"
        options={WEEKS}
        value={typed.week}
        onChange={(week) => week && type({ week: week as Week })}
      />
      <Select
        label="On"
        options={WEEKDAYS}
        value={typed.weekday}
        onChange={(weekday) => weekday && type({ weekday })}
      />
      <Select
        label="How often"
        options={EVERY}
        value={typed.everyMonths}
        onChange={(everyMonths) => everyMonths && type({ everyMonths })}
      />
      <Select
        label="First in"
        options={months.map((id) => ({ id, label: formatMonth(`${id}-01`) }))}
        value={typed.firstMonth}
        onChange={(firstMonth) => firstMonth && type({ firstMonth })}
      />
    </div>
  );
}
