import { useState } from 'react';
import { NO_DAY, readTypedDay } from '../format/typedDay';
import { useToday } from '../format/useToday';

/** A day that a form cannot go without: what is typed, what it means, and the complaint where it means none. */
export function useTypedDay(initially = '') {
  const today = useToday();
  const [typed, setTyped] = useState(initially);
  const [error, setError] = useState<string | undefined>(undefined);
  const onChange = (text: string): void => {
    setTyped(text);
    setError(undefined);
  };
  return {
    day: readTypedDay(typed, today),
    complain: (): void => setError(NO_DAY),
    /** For the DayField it is typed in. */
    field: { value: typed, onChange, error },
  };
}
