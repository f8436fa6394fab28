import { AgendaProposalKind, AgendaPurpose } from '../../schema/meeting-words.js';
import type { BoardKey, Day, ItemRef, PersonKey } from './keys.types.js';

type PriorityRef = Extract<ItemRef, `priority:${string}`>;

export interface MeetingContent {
  key: string;
  /** The one that convenes first. */
  boards: BoardKey[];
  title: string;
  day: Day;
  startsAt: string;
  endsAt: string;
  place: string;
  by: PersonKey;
  plannedOn: Day;
  /** It took place as planned. */
  isHeld?: true;
}

export interface EntryContent {
  key: string;
  boards: BoardKey[];
  /** Where it was planned first. */
  meeting: string | null;
  title: string;
  summary?: string;
  purpose: AgendaPurpose;
  minutes: number;
  leads?: PersonKey[];
  leadsAsWritten?: string;
  keyDecision?: string;
  isForFullCouncil?: true;
  paragraphs?: string[];
  privateReason?: string;
  documents?: string[];
  contact?: string;
  draftDueOn?: Day;
  dispatchOn?: Day;
  cameFrom?: string;
  origin?: {
    kind: AgendaProposalKind;
    item: PriorityRef | Extract<ItemRef, `risk:${string}`>;
    evidence: string;
  };
  by: PersonKey;
  on: Day;
  slips?: { to: string | null; on: Day; reason: string }[];
}

export interface AgendaContent {
  meeting: string;
  by: PersonKey;
  on: Day;
  /** In their order; an entry brings its own words. */
  items: ({ section: string; late?: { on: Day; reason: string } } & (
    | { entry: string }
    | { title: string; minutes: number | null; purpose: AgendaPurpose; isStanding?: true }
  ))[];
}

const { NOTE, DISCUSS, DECIDE, APPROVE } = AgendaPurpose;
const hall = 'Council Chamber, Wensmere County Hall';

export const meetings: MeetingContent[] = [
  {
    ...{ key: 'hwb-october', boards: ['hwb'], title: 'Ordinary meeting', day: '2026-10-15' },
    ...{
      startsAt: '10:00',
      endsAt: '12:30',
      place: hall,
      by: 'penhale',
      plannedOn: '2026-06-15',
      isHeld: true,
    },
  },
  {
    ...{ key: 'hwb-december', boards: ['hwb'], title: 'Ordinary meeting', day: '2026-12-10' },
    ...{ startsAt: '10:00', endsAt: '12:30', place: hall, by: 'penhale', plannedOn: '2026-06-15' },
  },
  {
    ...{ key: 'hwb-february', boards: ['hwb'], title: 'Ordinary meeting', day: '2027-02-11' },
    ...{ startsAt: '10:00', endsAt: '12:30', place: hall, by: 'penhale', plannedOn: '2026-06-15' },
  },
  {
    ...{ key: 'hwb-april', boards: ['hwb'], title: 'Ordinary meeting', day: '2027-04-15' },
    ...{ startsAt: '10:00', endsAt: '12:30', place: hall, by: 'penhale', plannedOn: '2026-10-19' },
  },
  {
    ...{ key: 'in-common', boards: ['hwb', 'oversight'], title: 'Meeting in common', day: '2027-01-21' },
    ...{ startsAt: '14:00', endsAt: '16:00', place: 'Assembly Room, Thexford Guildhall' },
    ...{ by: 'penhale', plannedOn: '2026-10-26' },
  },
  {
    ...{ key: 'oversight-december', boards: ['oversight'], title: 'Monthly review', day: '2026-12-17' },
    ...{ startsAt: '15:00', endsAt: '16:30', place: 'By video', by: 'varga', plannedOn: '2026-09-07' },
  },
  {
    ...{ key: 'oversight-january', boards: ['oversight'], title: 'Monthly review', day: '2027-01-14' },
    ...{ startsAt: '15:00', endsAt: '16:30', place: 'By video', by: 'varga', plannedOn: '2026-09-07' },
  },
];

export const entries: EntryContent[] = [
  {
    ...{ key: 'annual-report', boards: ['hwb'], meeting: 'hwb-october', purpose: APPROVE, minutes: 20 },
    title: 'Annual report of the Joint Board to the county council',
    ...{ leads: ['penhale'], isForFullCouncil: true, draftDueOn: '2026-09-28', dispatchOn: '2026-10-07' },
    ...{ by: 'penhale', on: '2026-07-06' },
  },
  {
    ...{ key: 'start-progress', boards: ['hwb'], meeting: 'hwb-october', purpose: DISCUSS, minutes: 25 },
    title: 'A good start for every child: progress in the first half-year',
    origin: {
      kind: AgendaProposalKind.PRIORITY_DUE,
      item: 'priority:best-start',
      evidence: 'Never yet on an agenda of this board.',
    },
    ...{ draftDueOn: '2026-09-28', dispatchOn: '2026-10-07', by: 'penhale', on: '2026-08-24' },
  },
  {
    ...{ key: 'homes', boards: ['hwb'], meeting: 'hwb-october', purpose: DISCUSS, minutes: 25 },
    title: 'Decent work and a warm, secure home: what the first winter taught us',
    summary: 'How many homes were reached, what it cost, and whether the grants go where the damp is.',
    origin: {
      kind: AgendaProposalKind.PRIORITY_DUE,
      item: 'priority:work-and-homes',
      evidence: 'Never yet on an agenda of this board.',
    },
    ...{ leads: ['applegarth'], draftDueOn: '2026-11-27', dispatchOn: '2026-12-02' },
    ...{ by: 'penhale', on: '2026-08-24' },
    slips: [
      { to: 'hwb-december', on: '2026-09-29', reason: 'The figures of the grant scheme close in November.' },
    ],
  },
  {
    ...{ key: 'pooled-fund', boards: ['hwb'], meeting: 'hwb-december', purpose: APPROVE, minutes: 20 },
    title: 'Pooled fund: half-year return and the winter variation',
    documents: ['Half-year return of the pooled fund', 'Winter variation: schedule and equality analysis'],
    contact: 'Democratic Services, Wensmere County Council, democratic.services@wensmere.example',
    ...{ leads: ['oakenshaw'], keyDecision: '2026/058', draftDueOn: '2026-11-26', dispatchOn: '2026-12-02' },
    ...{ cameFrom: 'Section 151 officers of both councils', by: 'penhale', on: '2026-09-14' },
  },
  {
    ...{ key: 'hallowsea', boards: ['hwb'], meeting: 'hwb-december', purpose: DECIDE, minutes: 15 },
    title: 'Premises for the Hallowsea neighbourhood team',
    summary: 'Terms of a lease that are still being negotiated.',
    ...{ leadsAsWritten: 'Head of Property, with the coast partnership', paragraphs: ['3'] },
    privateReason:
      'What the landlord asks and what the partners would pay would be weakened by being known while the lease is negotiated.',
    ...{ draftDueOn: '2026-11-26', dispatchOn: '2026-12-02', by: 'penhale', on: '2026-10-19' },
  },
  {
    ...{ key: 'needs-assessment', boards: ['hwb'], meeting: 'hwb-october', purpose: APPROVE, minutes: 20 },
    title: 'Joint strategic needs assessment: the chapter on older people',
    ...{ leads: ['hale'], isForFullCouncil: true, by: 'penhale', on: '2026-07-06' },
    slips: [
      { to: 'hwb-december', on: '2026-09-21', reason: 'The census tables for small areas came late.' },
      { to: 'hwb-february', on: '2026-11-16', reason: 'Partners asked for two more weeks to comment.' },
    ],
  },
  {
    ...{ key: 'mental-health', boards: ['hwb'], meeting: 'hwb-february', purpose: DISCUSS, minutes: 25 },
    title: 'Help early for mental health: safe havens after a year',
    origin: {
      kind: AgendaProposalKind.PRIORITY_DUE,
      item: 'priority:mental-wellbeing',
      evidence: 'Never yet on an agenda of this board.',
    },
    ...{ draftDueOn: '2027-01-28', dispatchOn: '2027-02-03', by: 'penhale', on: '2026-10-26' },
  },
  {
    ...{ key: 'discharge', boards: ['hwb', 'oversight'], meeting: 'in-common', purpose: DECIDE, minutes: 40 },
    title: 'One discharge model for the county: who leads it, and from which budget',
    summary: 'Both boards decide on the same paper, each for itself.',
    ...{ leads: ['ifans', 'sutherland'], draftDueOn: '2027-01-07', dispatchOn: '2027-01-13' },
    documents: ['Options for one discharge model', 'What each organisation said of them'],
    contact: 'Democratic Services, Wensmere County Council, democratic.services@wensmere.example',
    ...{ keyDecision: '2027/003', by: 'penhale', on: '2026-10-26' },
  },
  {
    ...{ key: 'inspection', boards: ['hwb', 'oversight'], meeting: 'in-common', purpose: NOTE, minutes: 20 },
    title: 'What inspectors will ask in the progress review',
    ...{ leads: ['varga'], by: 'varga', on: '2026-11-02' },
  },
  {
    ...{ key: 'dentists', boards: ['hwb'], meeting: null, purpose: DISCUSS, minutes: 20 },
    title: 'Access to dentists on the coast',
    ...{ cameFrom: 'A question from the public in October', by: 'penhale', on: '2026-10-16' },
  },
  {
    ...{
      key: 'front-door',
      boards: ['oversight'],
      meeting: 'oversight-december',
      purpose: DISCUSS,
      minutes: 30,
    },
    title: 'Seen in the right place at once: waits at the front door this winter',
    ...{ leads: ['sutherland'], draftDueOn: '2026-12-08', dispatchOn: '2026-12-10' },
    ...{ by: 'varga', on: '2026-10-12' },
  },
  {
    ...{
      key: 'reablement',
      boards: ['oversight'],
      meeting: 'oversight-december',
      purpose: DECIDE,
      minutes: 20,
    },
    title: 'Reablement beds: keep, move or close',
    ...{ leadsAsWritten: 'Director of Adult Care', by: 'varga', on: '2026-10-12' },
    slips: [{ to: 'oversight-january', on: '2026-11-09', reason: 'The trust has not yet given its costs.' }],
  },
  {
    ...{ key: 'records', boards: ['oversight'], meeting: 'oversight-january', purpose: NOTE, minutes: 15 },
    ...{ title: 'Shared records: what slipped and what follows', by: 'varga', on: '2026-11-09' },
  },
];

const opening = [
  {
    ...{ section: '', title: 'Apologies for absence and declarations of interest', minutes: 5 },
    ...{ purpose: NOTE, isStanding: true as const },
  },
  {
    ...{ section: '', title: 'Minutes of the last meeting and action log', minutes: 10 },
    ...{ purpose: APPROVE, isStanding: true as const },
  },
];
const closing = {
  section: 'Governance',
  title: 'Forward plan',
  minutes: 5,
  purpose: NOTE,
  isStanding: true as const,
};

export const agendas: AgendaContent[] = [
  {
    ...{ meeting: 'hwb-october', by: 'penhale', on: '2026-10-01' },
    items: [
      ...opening,
      { section: 'For decision', entry: 'annual-report' },
      { section: 'Priorities', entry: 'start-progress' },
      closing,
      {
        ...{ section: 'Governance', title: 'A question from the public: dentists on the coast', minutes: 10 },
        purpose: NOTE,
        late: {
          on: '2026-10-12',
          reason: 'The last practice in Hallowsea that takes new patients closes at the end of the month.',
        },
      },
    ],
  },
  {
    ...{ meeting: 'hwb-december', by: 'penhale', on: '2026-11-18' },
    items: [
      ...opening,
      { section: 'For decision', entry: 'pooled-fund' },
      closing,
      { section: 'Governance', title: 'Any other business', minutes: null, purpose: NOTE },
    ],
  },
];
