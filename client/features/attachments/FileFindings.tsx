import { Icon } from '../../platform/ui/Icon';
import './attachments.css';

interface FileFindingsProps {
  readonly findings: readonly { readonly words: string; readonly isTakenOut: boolean }[];
}

/** What is in a file beside what meets the eye, one thing a line. */
export function FileFindings({ findings }: FileFindingsProps) {
  return (
    <ul className="file-findings">
      {findings.map(({ words, isTakenOut }) => (
        <li key={words}>
          <Icon name={isTakenOut ? 'check' : 'risk'} label={isTakenOut ? 'Taken out' : 'In the file'} />{' '}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
