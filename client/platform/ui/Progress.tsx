import { ProgressBar } from 'react-aria-components';
import './blocks.css';

interface ProgressProps {
  readonly label: string;
  /** Leave out `of` while the length of the work is not known. */
  readonly done?: number;
  readonly of?: number;
  /** What the bar says in words: '340 of 1,000 rows'. */
  readonly words?: string;
}

export function Progress({ label, done = 0, of, words }: ProgressProps) {
  const isUnknown = of === undefined || of <= 0;
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={isUnknown}
      value={done}
      maxValue={isUnknown ? 1 : of}
      {...(words === undefined ? {} : { valueLabel: words })}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="progress-words">
            <span>{label}</span>
            <span>{isUnknown ? words : (words ?? valueText)}</span>
          </span>
          <span className="progress-track">
            <span
              className={isUnknown ? 'progress-fill progress-fill-unknown' : 'progress-fill'}
              style={isUnknown ? {} : { width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
