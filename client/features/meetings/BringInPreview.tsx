import { formatCount } from '../../platform/format/counts';
import { formatDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { BroughtIn } from './BringInDialog';
import type { Brought, BroughtLine } from './bringIn.operations';

const OUTCOMES: Readonly<Record<BroughtLine['outcome'], string>> = {
  ADDED: 'Comes in',
  KNOWN: 'There already',
  HEADING: 'Heading',
  PASSED_OVER: 'Left out',
};

const row: TableColumn<BroughtLine> = { id: 'row', header: 'Row', isNumber: true, cell: (line) => line.row };
const title: TableColumn<BroughtLine> = {
  id: 'title',
  header: 'Title',
  isRowHeader: true,
  cell: (line) => line.title || <span className="quiet">None</span>,
};
const outcome: TableColumn<BroughtLine> = {
  id: 'outcome',
  header: 'What becomes of it',
  cell: (line) => (
    <>
      <Badge look={line.outcome === 'PASSED_OVER' ? 'warning' : 'plain'}>{OUTCOMES[line.outcome]}</Badge>
      {line.notes.map((note) => (
        <span key={note} className="bring-in-note">
          {note}
        </span>
      ))}
    </>
  ),
};
const people: TableColumn<BroughtLine> = {
  id: 'people',
  header: 'Who',
  cell: (line) => line.peopleAsWritten ?? '',
};
const meeting: TableColumn<BroughtLine> = {
  id: 'meeting',
  header: 'Meeting',
  cell: ({ meetsOn, outcome: became }) =>
    meetsOn ? formatDay(meetsOn) : became === 'ADDED' && <span className="quiet">Not yet</span>,
};
const time: TableColumn<BroughtLine> = {
  id: 'time',
  header: 'Time',
  cell: ({ startsAt, minutes }) => [startsAt, minutes && `${minutes} min`].filter(Boolean).join(', '),
};

const COLUMNS: Readonly<Record<BroughtIn, readonly TableColumn<BroughtLine>[]>> = {
  plan: [row, title, people, meeting, outcome],
  agenda: [row, title, people, time, outcome],
};

/** What would come of a file: the meetings, and each of its rows. */
export function BringInPreview({ what, brought }: { readonly what: BroughtIn; readonly brought: Brought }) {
  const { lines, meetings } = brought;
  const left = lines.filter((line) => line.outcome === 'PASSED_OVER').length;
  return (
    <>
      {meetings.length > 0 && (
        <ul className="bring-in-meetings" aria-label="Meetings">
          {meetings.map(({ meetsOn, startsAt, isNew, note }) => (
            <li key={meetsOn}>
              <b>{formatDay(meetsOn)}</b>, {startsAt}{' '}
              {isNew && <Badge look="accent">Planned with this</Badge>}
              {note && <span className="bring-in-note">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {formatCount(lines.length, 'row')}
        {left > 0 && `, ${left} left out`}
      </p>
      <Table
        label="Rows of the file"
        isLabelHidden
        columns={COLUMNS[what]}
        rows={lines}
        rowId={(line) => String(line.row)}
      />
    </>
  );
}
