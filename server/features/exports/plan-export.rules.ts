/** A plan as rows and columns: what people sort, print and take to a meeting. Pure. */
import { type OwnerWords, ownerName } from '../../../schema/owner-name.js';

interface End {
  __typename: string;
  id?: string;
  reference?: string | null;
  number?: string | null;
  title?: string;
  event?: string;
  description?: string;
  workstream?: { number: string | null };
  plan?: { title: string } | null;
}

interface Reference {
  id: string;
  kind: string;
  status: string;
  neededBy: string | null;
  promisedBy: string | null;
  strain: { level: string };
  from: End;
  to: End | null;
}

interface ExportedWorkstream {
  number: string | null;
  title: string;
  actions: {
    id: string;
    reference: string | null;
    title: string;
    expectedOutcome: string | null;
    status: string;
    isOverdue: boolean;
    timing: { asWritten: string; end: string | null } | null;
    leads: OwnerWords[];
    latestUpdate: { period: string; narrative: string; organisation: { name: string } | null } | null;
    crossReferences: Reference[];
  }[];
}

interface Score {
  score: number;
  band: string;
}

interface ExportedRisk {
  reference: string | null;
  event: string;
  cause: string | null;
  effect: string | null;
  status: string;
  controls: string | null;
  reviewOn: string | null;
  workstream: { number: string | null; title: string } | null;
  inherent: Score | null;
  current: Score | null;
  target: Score | null;
  owners: OwnerWords[];
  mitigations: { description: string; status: string; timing: { asWritten: string } | null }[];
}

export interface ExportedPlan {
  title: string;
  workstreams: ExportedWorkstream[];
  risks: ExportedRisk[];
}

/** Days are written `YYYY-MM-DD`: a workbook makes dates of them. */
export interface Sheet {
  name: string;
  columns: readonly { heading: string; width: number; isDay?: boolean }[];
  rows: readonly (readonly string[])[];
}

export const actionsSheet = ({ workstreams }: ExportedPlan): Sheet => ({
  name: 'Actions',
  columns: [
    { heading: 'Workstream', width: 28 },
    { heading: 'Reference', width: 10 },
    { heading: 'Action', width: 60 },
    { heading: 'Expected outcome', width: 40 },
    { heading: 'Leads', width: 32 },
    { heading: 'Timing', width: 18 },
    { heading: 'Due', width: 12, isDay: true },
    { heading: 'Status', width: 14 },
    { heading: 'Overdue', width: 9 },
    { heading: 'Latest update', width: 60 },
    { heading: 'Updated for', width: 12, isDay: true },
    { heading: 'Updated by', width: 24 },
  ],
  rows: workstreams.flatMap((workstream) =>
    workstream.actions.map((action) => [
      workstreamName(workstream),
      action.reference ?? '',
      action.title,
      action.expectedOutcome ?? '',
      namesOf(action.leads),
      action.timing?.asWritten ?? '',
      action.timing?.end ?? '',
      inWords(action.status),
      action.isOverdue ? 'Overdue' : '',
      action.latestUpdate?.narrative ?? '',
      action.latestUpdate?.period ?? '',
      action.latestUpdate?.organisation?.name ?? '',
    ]),
  ),
});

export const risksSheet = ({ risks }: ExportedPlan): Sheet => ({
  name: 'Risks',
  columns: [
    { heading: 'Reference', width: 10 },
    { heading: 'Workstream', width: 28 },
    { heading: 'Risk', width: 50 },
    { heading: 'Cause', width: 40 },
    { heading: 'Effect', width: 40 },
    { heading: 'Status', width: 12 },
    { heading: 'Inherent score', width: 15 },
    { heading: 'Current score', width: 15 },
    { heading: 'Target score', width: 15 },
    { heading: 'Owners', width: 32 },
    { heading: 'Controls', width: 40 },
    { heading: 'Mitigations', width: 60 },
    { heading: 'Review on', width: 12, isDay: true },
  ],
  rows: risks.map((risk) => [
    risk.reference ?? '',
    risk.workstream ? workstreamName(risk.workstream) : '',
    risk.event,
    risk.cause ?? '',
    risk.effect ?? '',
    inWords(risk.status),
    scoreOf(risk.inherent),
    scoreOf(risk.current),
    scoreOf(risk.target),
    namesOf(risk.owners),
    risk.controls ?? '',
    risk.mitigations.map(mitigationLine).join('\n'),
    risk.reviewOn ?? '',
  ]),
});

export const crossReferencesSheet = ({ workstreams }: ExportedPlan): Sheet => ({
  name: 'Cross-references',
  columns: [
    { heading: 'From', width: 50 },
    { heading: 'What it is to the other', width: 22 },
    { heading: 'To', width: 50 },
    { heading: 'Status', width: 14 },
    { heading: 'Needed by', width: 12, isDay: true },
    { heading: 'Promised by', width: 12, isDay: true },
    { heading: 'Strain', width: 12 },
  ],
  rows: onceEach(
    workstreams.flatMap(({ actions }) => actions.flatMap((action) => action.crossReferences)),
  ).map((reference) => [
    endName(reference.from),
    inWords(reference.kind),
    reference.to ? endName(reference.to) : 'Not resolved',
    inWords(reference.status),
    reference.neededBy ?? '',
    reference.promisedBy ?? '',
    inWords(reference.strain.level),
  ]),
});

/** ‘NOT_YET_RATED’ is “Not yet rated”. */
function inWords(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const workstreamName = ({ number, title }: { number: string | null; title: string }): string =>
  number === null ? title : `Workstream ${number}: ${title}`;

const namesOf = (owners: readonly OwnerWords[]): string => owners.map(ownerName).filter(Boolean).join('; ');

const scoreOf = (score: Score | null): string => (score ? `${score.score} ${score.band}` : '');

const mitigationLine = ({ description, status, timing }: ExportedRisk['mitigations'][number]): string =>
  `${description} (${[inWords(status), timing?.asWritten].filter(Boolean).join(', ')})`;

/** A cross-reference stands at both of its ends. */
function onceEach(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.id, one])).values()];
}

function endName(end: End): string {
  const words = end.title ?? end.event ?? end.description ?? '';
  const strand = end.workstream?.number ? `WS${end.workstream.number} ` : '';
  const lead = {
    Action: end.reference ? `${strand}${end.reference}` : '',
    Workstream: end.number ? `Workstream ${end.number}` : '',
    Priority: end.number ? `Priority ${end.number}` : '',
    Risk: end.reference ? `Risk ${end.reference}` : '',
  }[end.__typename];
  const name = lead ? `${lead}: ${words}` : words;
  return end.plan ? `${name} (${end.plan.title})` : name;
}

/** What the file is called on the asker’s disk: the plan’s title in letters that every disk takes, and the day. */
export function nameFor(title: string, day: string, file: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return [plain, day, file].filter(Boolean).join('-');
}
