import { BragStatus, ItemType, OwnershipRole } from '../../../schema/vocabulary.js';
import {
  type PlanCalendar,
  readTiming,
  type Timing,
  timingOfDay,
  timingOfMonth,
} from '../actions/timing.rules.js';
import { findReferences } from '../cross-references/prose.rules.js';
import type { Desired, DesiredReference } from './import-content.js';
import type { MatchedOwner } from './matching.rules.js';
import { ownerTuples } from './owner-tuples.rules.js';
import type { ParsedAction, ParsedRisk, ParsedWorkstream } from './parsed-plan.js';
import { isReport, placeNarratives, reporterOf, shorten } from './wording.rules.js';

/** A file’s workstreams, actions and risks as what the plan should hold. Pure: who is who was found out before. */

export interface Reading {
  calendar: PlanCalendar;
  /** First day of the month that reports are for. */
  period: string;
  /** The owners of a cell. */
  ownersIn(text: string): readonly MatchedOwner[];
  /** Those for whom a column of reports is headed. */
  reporterIn(text: string): readonly MatchedOwner[];
  /** The organisation that leads where no sponsor’s organisation is known. */
  leadOrganisationId: string | null;
  note(text: string): void;
  timed(timing: Timing): void;
}

export interface Found {
  items: Desired[];
  references: DesiredReference[];
}

export function readWorkstream(workstream: ParsedWorkstream, reading: Reading): Found {
  const { key, number, title, sponsorsAsWritten, narratives, source } = workstream;
  const { values, unknown } = placeNarratives(narratives);
  if (unknown.length)
    reading.note(
      `${title}: “${unknown.join('”, “')}” has no place of its own: it stands in the update, under its heading.`,
    );
  const owners = ownerTuples(sponsorsAsWritten, reading.ownersIn, () => OwnershipRole.SPONSOR);
  const item: Desired = {
    type: 'Workstream',
    counted: 'workstreams',
    key,
    label: number === null ? `“${shorten(title)}”` : `Workstream ${number}`,
    source,
    values: { number, title, ...values },
    initial: { leadOrganisationId: owners.find((owner) => owner[1])?.[1] ?? reading.leadOrganisationId },
    owners,
    workstreamKey: null,
    parentKey: null,
  };
  const texts = narratives.map((narrative) => narrative.text);
  return { items: [item], references: referencesIn(key, ItemType.Workstream, number, texts) };
}

export function readAction(action: ParsedAction, workstream: ParsedWorkstream, reading: Reading): Found {
  const owners = ownerTuples(action.ownersAsWritten, reading.ownersIn, (i) =>
    i === 0 ? OwnershipRole.ACCOUNTABLE : OwnershipRole.JOINT,
  );
  const status = rating(action.status, reading);
  const aside = action.narratives.filter(({ heading }) => !isReport(heading));
  for (const { heading } of aside)
    reading.note(
      `“${heading}” has no place of its own: it stands below the expected outcome, under its heading.`,
    );
  const outcome = [action.expectedOutcome, ...aside.map(({ heading, text }) => `${heading}: ${text}`)].filter(
    (text) => text !== null,
  );
  const item: Desired = {
    type: 'Action',
    counted: action.key.includes('/action/') ? 'actions' : 'tasks',
    key: action.key,
    label: labelOf(action, workstream),
    source: action.source,
    values: {
      reference: action.reference,
      title: action.title,
      expectedOutcome: outcome.length ? outcome.join('\n') : null,
      ...timingValues(action, reading),
      ...(status ? { status } : {}),
    },
    initial: {},
    owners,
    workstreamKey: workstream.key,
    parentKey: action.parentKey,
  };
  const texts = [
    action.title,
    action.expectedOutcome,
    action.ownersAsWritten,
    ...action.narratives.flatMap(({ text, isPlace }) => (isPlace ? [] : [text])),
  ];
  return {
    items: [item, ...updates(action, item, reading, status)],
    references: referencesIn(action.key, ItemType.Action, workstream.number, texts),
  };
}

export function readRisk(risk: ParsedRisk, workstream: ParsedWorkstream, reading: Reading): Found {
  if (risk.status !== null)
    reading.note(
      'The colours of risks were not taken over: a risk has scores here, and nobody has scored these.',
    );
  const shared = { source: risk.source, initial: {}, owners: null, workstreamKey: workstream.key };
  const label = `Risk “${shorten(risk.text)}”`;
  const items: Desired[] = [
    {
      ...shared,
      type: 'Risk',
      counted: 'risks',
      key: risk.key,
      label,
      values: { event: risk.text },
      parentKey: null,
    },
  ];
  const references = referencesIn(risk.key, ItemType.Risk, workstream.number, [risk.text]);
  if (risk.mitigation === null) return { items, references };
  const key = `${risk.key}/mitigation`;
  const mitigation = {
    ...shared,
    key,
    label: `Mitigation “${shorten(risk.mitigation)}”`,
    values: { description: risk.mitigation },
  };
  items.push({ ...mitigation, type: 'Mitigation', counted: 'mitigations', parentKey: risk.key });
  return {
    items,
    references: [
      ...references,
      ...referencesIn(key, ItemType.Mitigation, workstream.number, [risk.mitigation]),
    ],
  };
}

/** A file’s Blue is nobody’s sign-off here: until a sponsor gives it, completed work is on target. */
function rating(status: BragStatus | null, reading: Reading): BragStatus | null {
  if (status !== BragStatus.BLUE) return status;
  reading.note(
    'Blue in the file stands as Green here until a sponsor signs it off: completed is not yet signed off.',
  );
  return BragStatus.GREEN;
}

/** What each organisation tells of an action, one report each; the accountable one’s where the column names nobody. */
function updates(
  action: ParsedAction,
  item: Desired,
  reading: Reading,
  status: BragStatus | null,
): Desired[] {
  const accountable = item.owners?.find(([role]) => role === OwnershipRole.ACCOUNTABLE)?.[1] ?? null;
  const byOrganisation = new Map<string | null, string[]>();
  for (const { heading, text } of action.narratives.filter((one) => isReport(one.heading))) {
    const named = reporterOf(heading);
    const reporter = named
      ? (reading
          .reporterIn(named)
          .map((owner) => owner.chosen?.body.organisationId)
          .find(Boolean) ?? null)
      : accountable;
    const words = named && reporter === null ? `${heading}: ${text}` : text;
    byOrganisation.set(reporter, [...(byOrganisation.get(reporter) ?? []), words]);
  }
  return [...byOrganisation].map(([organisationId, texts], i) => ({
    ...item,
    type: 'Update',
    counted: 'updates',
    key: `${action.key}/update/${i + 1}/${reading.period}`,
    label: `Update on ${item.label}`,
    values: { narrative: texts.join('\n\n'), status: status ?? BragStatus.NOT_YET_RATED },
    initial: { organisationId, period: reading.period },
    owners: null,
    parentKey: action.key,
  }));
}

function timingValues(
  { timingAsWritten, timingDate }: ParsedAction,
  reading: Reading,
): Record<string, unknown> {
  const words = timingAsWritten?.trim() ?? '';
  if (words === '' && timingDate === null) return timingColumnsOf(null);
  const asWritten = words === '' ? (timingDate?.iso ?? '') : words;
  const timing =
    timingDate === null
      ? readTiming(asWritten, reading.calendar)
      : (timingDate.precision === 'DAY' ? timingOfDay : timingOfMonth)(timingDate.iso, asWritten);
  reading.timed(timing);
  return timingColumnsOf(timing);
}

const timingColumnsOf = (timing: Timing | null) => ({
  timingAsWritten: timing?.asWritten ?? null,
  timingStart: timing?.start ?? null,
  timingEnd: timing?.end ?? null,
  timingPrecision: timing?.precision ?? null,
  timingRecurrence: timing?.recurrence ?? null,
});

function referencesIn(
  fromKey: string,
  fromType: ItemType,
  within: string | null,
  texts: readonly (string | null)[],
): DesiredReference[] {
  return texts.flatMap((text) =>
    text === null
      ? []
      : findReferences(text).map(({ text: words, workstream, reference, kind }) => ({
          fromKey,
          fromType,
          within,
          text: words,
          workstream,
          reference,
          kind,
        })),
  );
}

const labelOf = ({ reference, title }: ParsedAction, { number }: ParsedWorkstream): string =>
  reference === null ? `“${shorten(title)}”` : `${number === null ? '' : `WS${number} `}${reference}`;
