import { Link } from 'react-router';
import { formatList } from '../../platform/format/counts';
import { Badge } from '../../platform/ui/Badge';
import { StatusPill } from '../../platform/ui/StatusPill';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { type CrossReference, KIND_WORDS } from '../actions/crossReferences';
import { ownerShortName } from '../actions/owners';
import { understanding } from '../actions/timing';
import { DependencyVerbs, type DependencyVerbsProps } from './DependencyVerbs';
import { LIKELIHOOD } from './ExternalDependencyDialog';
import type { Dependency } from './externalDependencies.queries';
import { addressOf, endName, strainWords } from './referenceSentences';
import { Watchers } from './Watchers';

type Verbs = Omit<DependencyVerbsProps, 'dependency'>;
type Waiting = Dependency['crossReferences'][number];

/** Who answers for what waits. Owners of risks are told on the risk: asked for here, they would double what the list costs. */
function answeringFor({ from }: Waiting): string {
  if ('leads' in from) return formatList(from.leads.map(ownerShortName));
  if ('leadOrganisation' in from) return from.leadOrganisation?.name ?? '';
  return '';
}

function Waits({ reference, dependencyId }: { readonly reference: Waiting; readonly dependencyId: string }) {
  const isOut = reference.to !== null && reference.to.id === dependencyId;
  const other: CrossReference['to'] = isOut ? reference.from : reference.to;
  if (!other) return null;
  const address = addressOf(other);
  const strain = strainWords(reference);
  const who = isOut ? answeringFor(reference) : '';
  const verb = isOut ? KIND_WORDS[reference.promise].out : KIND_WORDS[reference.promise].in;
  return (
    <li>
      {address ? <Link to={address}>{endName(other)}</Link> : <b>{endName(other)}</b>}
      {who && <span className="quiet"> {who}</span>}
      {verb !== 'needs' && <span className="quiet"> {verb} it</span>}{' '}
      {strain && (
        <Badge look="danger" icon="risk">
          {strain.word === 'broken' ? 'Broken' : 'Strained'}
        </Badge>
      )}
    </li>
  );
}

function Expected({ timing, isOverdue }: Dependency) {
  if (!timing) return <span className="quiet">No date</span>;
  return (
    <span className="dependency-expected">
      <span>
        {timing.asWritten}{' '}
        {isOverdue && (
          <Badge look="danger" icon="clock">
            Overdue
          </Badge>
        )}
      </span>
      {timing.precision === 'NOT_UNDERSTOOD' && <span className="quiet">{understanding(timing)}</span>}
    </span>
  );
}

function Awaiting({ awaitedBy }: Dependency) {
  return (
    <span className="dependency-words">
      {awaitedBy ? (
        <Link to={`/plans/${awaitedBy.id}/external-dependencies`}>{awaitedBy.title}</Link>
      ) : (
        <span className="quiet">The whole partnership waits for it</span>
      )}
    </span>
  );
}

const columns = (
  { hasPlans, hasVerbs }: { readonly hasPlans: boolean; readonly hasVerbs: boolean },
  verbs: Verbs,
): readonly TableColumn<Dependency>[] => [
  {
    id: 'what',
    header: 'Waited for',
    isRowHeader: true,
    cell: (dependency) => (
      <span className="dependency-what">
        <b>{dependency.title}</b>
        <span className="quiet">{dependency.controlledBy}</span>
        {dependency.description && <span className="dependency-words">{dependency.description}</span>}
        {hasPlans && <Awaiting {...dependency} />}
      </span>
    ),
  },
  { id: 'when', header: 'Expected', cell: (one) => <Expected {...one} /> },
  {
    id: 'status',
    header: 'In time?',
    cell: ({ status }) => (
      <span className="dependency-status">
        <StatusPill status={status} />
        {status !== 'NOT_YET_RATED' && <span className="quiet">{LIKELIHOOD[status]}</span>}
      </span>
    ),
  },
  {
    id: 'watchers',
    header: 'Watched by',
    cell: (dependency) => <Watchers dependency={dependency} onDone={verbs.onDone} />,
  },
  {
    id: 'who',
    header: 'What waits for it',
    cell: ({ id, crossReferences }) =>
      crossReferences.length === 0 ? (
        <span className="quiet">Nothing refers to it yet</span>
      ) : (
        <ul className="dependency-waits">
          {crossReferences.map((reference) => (
            <Waits key={reference.id} reference={reference} dependencyId={id} />
          ))}
        </ul>
      ),
  },
  ...(hasVerbs
    ? [
        {
          id: 'verbs',
          header: 'Change',
          cell: (dependency: Dependency) => <DependencyVerbs {...verbs} dependency={dependency} />,
        },
      ]
    : []),
];

interface DependenciesTableProps extends Verbs {
  readonly rows: readonly Dependency[];
  /** Whether they are of several plans, and each says of which. */
  readonly hasPlans: boolean;
}

/** What is waited for from outside: when it is expected, whether it will come, who watches it and who waits. */
export function DependenciesTable({ rows, hasPlans, ...verbs }: DependenciesTableProps) {
  const hasVerbs = rows.some(({ viewerCan }) => viewerCan.update || viewerCan.archive);
  return (
    <Table
      label="External dependencies"
      isLabelHidden
      columns={columns({ hasPlans, hasVerbs }, verbs)}
      rows={rows}
      rowId={({ id }) => id}
    />
  );
}
