import { foldText } from './text.rules.js';

/** What a column holds, told by its heading alone: every partnership has other columns in another order. */

export type Role =
  | 'REFERENCE'
  | 'TITLE'
  /** A programme of work, which is the action where nothing finer is named. */
  | 'PROGRAMME'
  /** Might be the action's text, if nothing better is there. */
  | 'WEAK_TITLE'
  | 'OWNER'
  | 'TIMING'
  | 'STATUS'
  | 'OUTCOME'
  | 'NARRATIVE'
  | 'WORKSTREAM'
  /** A group when it stands before the action's text, and a result after it. */
  | 'GROUP_OR_OUTCOME'
  /** A finer group: kept as words, repeated for each row it stands beside. */
  | 'AREA'
  | 'MEASURE'
  | 'RISK'
  | 'MITIGATION'
  | 'SPONSOR'
  /** Where a row of an extracted data set came from. */
  | 'PROVENANCE'
  | 'OTHER';

const noun =
  '(?:tasks?|actions?|deliverables?|activity|activities|steps?|initiatives?|interventions?|milestones?|projects?|recommendations?|commitments?)';

/** Read from the top: the first that fits wins. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['PROVENANCE', /^(source lines?|seq|confidence|row kind|continues line|refs named)$/],
  ['REFERENCE', /^(ref|reference|no|nos|number|num|#|id|item no|item number|serial|code)$/],
  ['REFERENCE', new RegExp(`^(?:${noun}|item|plan|ref|risk) (?:ref|reference|no|number|id|code|#)$`)],
  ['REFERENCE', /^ref(?:erence)? (?:no|number|id|code)$/],
  ['SPONSOR', /^(?:workstream |executive |exec )?sponsors?(?: names?| orgs?| organisations?| as written)?$/],
  [
    'RISK',
    /^(?:key |main |top |principal )?(?:risks?|issues?|risks? ?(?:\/|and|&|or) ?issues?)(?: description| title| identified| event)?$/,
  ],
  ['RISK', /^description of (?:the )?risks?$/],
  ['MITIGATION', /\bmitigat/],
  [
    'STATUS',
    /^(?:current |overall |action |task |latest |risk |progress )?(?:b?rag|status|rating|b ?r ?a ?g)(?: ?\/ ?)?(?: rating| status| dot| score)?$/,
  ],
  ['TIMING', /^(?:by )?when(?:\?| by| will.*)?$/],
  [
    'TIMING',
    /^(?:due|due by|by|date|dates|deadlines?|timescales?|time ?frames?|timelines?|timing|completion|finish|delivery|duration|due on)$/,
  ],
  [
    'TIMING',
    /^(?:target |planned |expected |agreed |original |proposed )?(?:completion|end|due|finish|delivery|target|implementation|review)? ?(?:date|deadline|timescale|timeframe)s?(?: due| for completion| of completion| to complete| to be completed(?: by)?| by)?$/,
  ],
  ['TIMING', /^(?:to be )?(?:complete|completed|delivered|achieved|done)(?: by| when)$/],
  [
    'OWNER',
    /^(?:action |task |risk |overall |responsible |accountable |executive |exec |named |project |delivery )*(?:owners?|leads?)(?: ?(?:\/|and|&) ?(?:owners?|leads?))?$/,
  ],
  [
    'OWNER',
    /^(?:named |responsible |accountable |executive |project |delivery )?lead (?:organisation|organization|officer|agency|partner|person|director|name|manager|body|role|department|service)s?\b/,
  ],
  [
    'OWNER',
    /^(?:who(?:\?| is| will| by|$)|by whom|assigned|allocated to|action by|responsib|accountab|delivered by|sros?$|senior responsible)/,
  ],
  [
    'OWNER',
    /^(?:person|people|officer|organisation|organization|partner|partners|agency|owner)s? (?:responsible|accountable|involved|leading)$/,
  ],
  [
    'TITLE',
    new RegExp(
      `^(?:key |main |proposed |agreed |specific |our |planned |smart |high level |individual )?${noun}(?:(?: ?(?:\\/|and|&) ?)${noun})?(?: required| needed| agreed| proposed| planned| description| points?| titles?| details?| to be taken| to be undertaken)?$`,
    ),
  ],
  [
    'TITLE',
    /^(?:description of|details? of|summary of) (?:the )?(?:action|task|activity|work|deliverable)s?$/,
  ],
  ['TITLE', /^what(?:\?| is | will | we | needs | do | are |$)/],
  ['TITLE', /^programmes? of (?:activity|work|activities)$/],
  ['TITLE', /^how (?:will|are|do) we (?:do|deliver|achieve|get)\b/],
  ['MEASURE', /^(?:measures?|indicators?|metrics?|baselines?|targets?|benchmarks?|trajector(?:y|ies))$/],
  [
    'MEASURE',
    /\bmeasures?(?: |\/)?(?:target|or target)|^frequency of (?:performance )?reporting$|^frequency$/,
  ],
  [
    'OUTCOME',
    /^(?:expected|intended|desired|anticipated|key|planned) (?:outcomes?|outputs?|impacts?|results?|benefits?)\b/,
  ],
  [
    'OUTCOME',
    /^(?:outcomes?|outputs?|impacts?) ?(?:\/|and|&|or) ?(?:kpis?|measures?|outputs?|outcomes?|impacts?|benefits?)$/,
  ],
  [
    'OUTCOME',
    /^(?:kpis?|key performance indicators?|outputs?|impacts?|results?|benefits?|measures? of success|evidence)$/,
  ],
  ['OUTCOME', /^(?:success|outcome|performance) (?:measures?|criteria|metrics?|indicators?)$/],
  ['OUTCOME', /^(?:how will we know|what (?:does|will|would) (?:good|success))/],
  [
    'WORKSTREAM',
    /^(?:work ?streams?|strands?|themes?|pillars?|sections?|programme areas?|focus areas?|domains?)(?: name| title)?$/,
  ],
  ['WORKSTREAM', /^(?:strategic |key |plan )?priorit(?:y|ies)(?: area| theme)?s?$/],
  ['GROUP_OR_OUTCOME', /^(?:strategic |key )?(?:outcomes?|objectives?|aims?|goals?)$/],
  [
    'AREA',
    /^(?:key areas?|areas?|sub ?themes?|sub-?headings?|categor(?:y|ies)|topics?)(?: of (?:activity|work|focus))?$/,
  ],
  ['PROGRAMME', /^programmes?$/],
  ['WEAK_TITLE', /^(?:titles?|descriptions?|details?|items?|names?)$/],
  [
    'NARRATIVE',
    /narrative|update|progress|comment|notes?$|remarks|position|\bboards?\b|governance|oversight/,
  ],
];

export function roleOf(heading: string): Role {
  const plain = plainHeading(heading);
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'OTHER';
}

const MAX_HEADING = 200;

/** 'Programme(s) of activity:' and 'programmes_of_activity' read alike. */
export function plainHeading(heading: string): string {
  // No heading is longer; a text meant to keep these patterns busy is.
  return foldText(heading.slice(0, MAX_HEADING).replaceAll('_', ' '))
    .replace(/\((s|es)\)/g, '$1')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[.:*]+(?=\s|$)/g, '')
    .replace(/['’]s\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Column names of data files are shown as words: 'narrative_2' becomes 'Narrative 2'. */
export function headingInWords(heading: string): string {
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(heading)) return heading;
  const words = heading.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const WORKSTREAM_LINE =
  /^\[?(work ?stream|strand|outcome|priority|theme|pillar|objective|aim)\s+(\d+[a-z]?|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivx]{1,5})(?![\w.])\]?\s*[:.–—-]?\s*([\s\S]*)$/i;

export interface WorkstreamName {
  kind: string;
  number: string | null;
  title: string;
  /** What stays when the title does not: a sheet's name, where the title is the heading of this month's issue. */
  keyedBy?: string;
}

/** 'Workstream 1 - ICT' is number 1, called ICT; 'Outcome Three' is all we know of it. */
export function readWorkstreamLine(text: string): WorkstreamName | null {
  const match = WORKSTREAM_LINE.exec(text);
  if (match === null) return null;
  const [, kind = '', number = '', title = ''] = match;
  return {
    kind: foldText(kind).replace(' ', ''),
    number,
    title: title.trim() === '' ? text.trim() : title.trim(),
  };
}

const LETTERED_LINE =
  /^(?:[Aa]ction|ACTION|[Oo]bjective|[Aa]im)\s+([A-Z]{1,2}|\d{1,2})\s*(?:[:.–—-]\s*([\s\S]*))?$/;

/** 'Action B', with its title after it or in the next cell. */
export function readLetteredAction(text: string): { letter: string; title: string } | null {
  const match = LETTERED_LINE.exec(text);
  return match === null ? null : { letter: match[1] ?? '', title: (match[2] ?? '').trim() };
}

const SPONSOR_LINE =
  /^(?:executive |exec |workstream )?(?:sponsors?|sros?|senior responsible (?:officer|owner)s?|(?:workstream |executive |exec )leads?)\s*(?:[:–—-]\s*|$)/i;

/** The words after 'Sponsor:', or null when the line is about something else; '' when they stand in the next cell. */
export function readSponsorLine(text: string): string | null {
  const match = SPONSOR_LINE.exec(text);
  return match === null ? null : text.slice(match[0].length).trim();
}

export type Section = 'TASKS' | 'NARRATIVE' | 'UPDATE' | 'RISKS';

/** A line that says what the rows below it are. */
export function readSection(text: string): Section | null {
  const plain = plainHeading(text);
  if (/^key (?:tasks|actions)(?: |$)/.test(plain) && plain.length < 80) return 'TASKS';
  if (/^(?:additional|supporting|other|further) (?:narrative|information|notes)$/.test(plain))
    return 'NARRATIVE';
  if (/^(?:overall )?(?:update|progress|summary)(?: on| of) (?:the )?(?:action |delivery )?plan$/.test(plain))
    return 'UPDATE';
  if (/^(?:key |main )?(?:risks|risks (?:and|&) (?:issues|mitigations?))(?: register)?$/.test(plain))
    return 'RISKS';
  return null;
}

/** A sheet about the plan rather than of it. */
export function isReportHeading(text: string): boolean {
  return /^(?:highlights?|highlight report|recent activity|headlines|rag definitions?|dashboard)\b/.test(
    plainHeading(text),
  );
}
