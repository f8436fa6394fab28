import { formatNumber, formatShare } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { Select } from '../../platform/ui/Select';
import { Table, type TableColumn } from '../../platform/ui/Table';
import type { ImportMatch, ImportOwner } from './import.queries';
import { BODY_WORDS, confidenceWords, type Settled } from './importWords';

const AS_WRITTEN = 'as-written';

interface ImportOwnersProps {
  readonly owners: readonly ImportOwner[];
  readonly settled: Settled;
  readonly onSettle?: (asWritten: string, bodyId: string | null) => void;
}

/** 'organisation, 95 % sure (as good as certain): an alias'. */
const noteOf = ({ kind, confidence, how }: ImportMatch): string =>
  `${BODY_WORDS[kind]}, ${formatShare(confidence, 1)} sure (${confidenceWords(confidence)}): ${how}`;

/** What needs somebody’s eye first: several to choose from, then what merely resembles a name, then nobody found. */
function concern({ isGap, matches, chosen }: ImportOwner): number {
  if (!chosen && matches.length > 0) return 0;
  if (chosen) return matches.some(({ id, confidence }) => id === chosen.id && confidence >= 1) ? 4 : 1;
  return isGap ? 3 : 2;
}

function Taken({ owner }: { readonly owner: ImportOwner }) {
  const { chosen, isGap, matches } = owner;
  if (isGap) return <Badge look="warning">Nobody yet: a gap that is shown</Badge>;
  if (!chosen) return <span className="quiet">Stays as written</span>;
  const match = matches.find(({ id }) => id === chosen.id);
  return (
    <>
      {chosen.name} {match && <span className="quiet">{noteOf(match)}</span>}
    </>
  );
}

/** Everyone the file names, and who each is taken to be. Nothing that merely resembles a name is decided without asking. */
export function ImportOwners({ owners, settled, onSettle }: ImportOwnersProps) {
  const columns: TableColumn<ImportOwner>[] = [
    { id: 'words', header: 'As written', isRowHeader: true, cell: ({ asWritten }) => `“${asWritten}”` },
    { id: 'rows', header: 'Rows', isNumber: true, cell: ({ rows }) => formatNumber(rows) },
    {
      id: 'who',
      header: 'Taken to be',
      cell: (owner) =>
        onSettle && owner.matches.length > 0 ? (
          <Select
            className="import-owner"
            label={`Who “${owner.asWritten}” is`}
            isLabelHidden
            options={[
              ...owner.matches.map((match) => ({ id: match.id, label: match.name, note: noteOf(match) })),
              { id: AS_WRITTEN, label: 'Nobody of these', note: 'The words stay as written' },
            ]}
            value={
              settled.has(owner.asWritten)
                ? (settled.get(owner.asWritten) ?? AS_WRITTEN)
                : (owner.chosen?.id ?? AS_WRITTEN)
            }
            onChange={(id) => onSettle(owner.asWritten, id === AS_WRITTEN ? null : id)}
          />
        ) : (
          <Taken owner={owner} />
        ),
    },
    {
      id: 'sure',
      header: 'How sure',
      cell: (owner) => {
        const id = settled.has(owner.asWritten) ? settled.get(owner.asWritten) : owner.chosen?.id;
        const match = owner.matches.find((one) => one.id === id);
        if (settled.has(owner.asWritten)) return 'You settled it';
        if (match) return `${formatShare(match.confidence, 1)}, ${confidenceWords(match.confidence)}`;
        if (owner.matches.length > 0) return <Badge look="warning">To be settled</Badge>;
        return <span className="quiet">No match</span>;
      },
    },
  ];
  const rows = [...owners].sort((a, b) => concern(a) - concern(b) || b.rows - a.rows);
  return (
    <Table
      label="Owners"
      isLabelHidden
      columns={columns}
      rows={rows}
      rowId={({ asWritten }) => asWritten}
      empty={<p className="quiet">The file names no owner.</p>}
    />
  );
}
