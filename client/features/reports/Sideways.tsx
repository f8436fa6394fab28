import type { ReactNode } from 'react';

interface SidewaysProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A place of its own for what may be wider than the page: moved under the finger, or by the arrow keys. */
export const Sideways = ({ name, children }: SidewaysProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: only so can the keyboard move it
  <figure className="report-sideways" aria-label={name} tabIndex={0}>
    {children}
  </figure>
);
