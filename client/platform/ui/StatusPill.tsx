import type { BragStatus } from '../../../schema/vocabulary';
import { statusWords } from '../format/status';
import { classes } from './classes';
import './status.css';

/** An enum's member, or the same word as it comes in an answer of the API. */
export type Status = BragStatus | keyof typeof BragStatus;

interface StatusBlockProps {
  readonly status: Status;
  /** True where the word stands beside it already, so that it is not read out twice. */
  readonly isDecorative?: boolean;
}

/** The letter in its colour, for cells and maps too small for the word. */
export function StatusBlock({ status, isDecorative = false }: StatusBlockProps) {
  const { label, letter, tone } = statusWords(status);
  const said = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <span
      className={classes('status-block', `status-${tone}`)}
      title={isDecorative ? undefined : label}
      {...said}
    >
      {letter}
    </span>
  );
}

interface StatusPillProps {
  readonly status: Status;
  /** The partnership's own definition of the colour. */
  readonly definition?: string;
}

/** Letter, colour and word. */
export function StatusPill({ status, definition }: StatusPillProps) {
  const { label, tone } = statusWords(status);
  return (
    <span className={classes('status-pill', `status-${tone}`)} title={definition}>
      <StatusBlock status={status} isDecorative />
      {label}
    </span>
  );
}
