import { type FocusEvent, useRef } from 'react';

interface Begun {
  /** For the element around the field. */
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void;
  readonly begunAt: () => number;
}

/** The version at which writing in a field began: what others save meanwhile must not pass for what the writer saw. */
export function useBegunVersion(version: number): Begun {
  const begun = useRef<{ readonly at: EventTarget; readonly version: number } | null>(null);
  return {
    onFocusCapture: ({ target }) => {
      if (target.matches('input, textarea') && begun.current?.at !== target)
        begun.current = { at: target, version };
    },
    begunAt: () => begun.current?.version ?? version,
  };
}
