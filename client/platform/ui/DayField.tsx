import { formatLongDay } from '../format/dates';
import { readTypedDay } from '../format/typedDay';
import { useToday } from '../format/useToday';
import { TextField } from './TextField';

interface DayFieldProps {
  readonly label: string;
  /** What was typed, whether or not it is a day yet. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly isOptional?: boolean;
  readonly autoFocus?: boolean;
  readonly error?: string | undefined;
}

/** A day, typed as people write it; what it was read as is said below before anything is sent. */
export function DayField({ value, ...field }: DayFieldProps) {
  const day = readTypedDay(value, useToday());
  return (
    <TextField
      {...field}
      autoComplete="off"
      value={value}
      description={day === null ? 'Such as 31 Aug 2026' : formatLongDay(day)}
    />
  );
}
