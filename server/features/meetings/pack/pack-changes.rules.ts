import { listed } from '../../../../schema/exclusion.js';
import { PackChange } from '../../../../schema/publications.js';
import { longDay } from './days.js';
import { isWordedAlike } from './pack-content.rules.js';
import type { PackDocument, PackItem } from './pack-document.js';
import { AS_OF, factsOf, lineFacts, PURPOSE_WORDS, privateNotices } from './pack-words.js';
import { QUESTIONS } from './questions.rules.js';

/** What became of an item of an agenda, or of a line of a plan. */
export interface ItemChange {
  kind: PackChange;
  /** Its number where it stands now; of what was taken off, the number it had. */
  number: number;
  title: string;
  /** What is other about it, a sentence each. */
  words: string[];
}

/** What is other in a pack than in an earlier one of the same part. */
export interface PackChanges {
  /** Of the meeting itself, a sentence each. */
  facts: string[];
  items: ItemChange[];
}

/** What somebody who read the earlier one would want to know, in the order of the agenda; what was taken off comes last. */
export function changesBetween(before: PackDocument, now: PackDocument): PackChanges {
  const was = byId(before);
  const is = byId(now);
  return {
    facts: [
      ...factsBetween(ofItself(before, now), ofItself(now, now)),
      ...(JSON.stringify(before.exclusions) === JSON.stringify(now.exclusions)
        ? []
        : ['The resolution to exclude press and public is worded otherwise.']),
      ...(JSON.stringify(privateNotices(before)) === JSON.stringify(privateNotices(now))
        ? []
        : ['The notice of what is considered in private is worded otherwise.']),
    ],
    items: [
      ...[...is].flatMap(([id, item]) => {
        const earlier = was.get(id);
        if (!earlier) return [changeOf(PackChange.NEW, item, [])];
        if (isWordedAlike(earlier, item)) return [];
        return [changeOf(PackChange.CHANGED, item, wordsBetween(earlier, item))];
      }),
      ...[...was].flatMap(([id, item]) => (is.has(id) ? [] : [changeOf(PackChange.GONE, item, [])])),
    ],
  };
}

/** A plan is always of another day. That the day for questions went by is no news, but that it is another is. */
const ofItself = (pack: PackDocument, { questions }: PackDocument): Fact[] =>
  factsOf(pack).filter(({ label }) => label !== AS_OF && (questions !== undefined || label !== QUESTIONS));

/** What stands in a pack for something that its readers may not know is nothing to compare. */
const byId = ({ items }: PackDocument): Map<string, PackItem> =>
  new Map(items.flatMap((item) => (item.id === null ? [] : [[item.id, item]])));

const changeOf = (kind: PackChange, { number, title }: PackItem, words: string[]): ItemChange => ({
  ...{ kind, number, title, words },
});

interface Fact {
  label: string;
  value: string;
}

function factsBetween(before: readonly Fact[], now: readonly Fact[]): string[] {
  const was = new Map(before.map(({ label, value }) => [label, value]));
  const is = new Map(now.map(({ label, value }) => [label, value]));
  return [
    ...[...is].flatMap(([label, value]) => {
      const earlier = was.get(label);
      if (earlier === value) return [];
      return [earlier === undefined ? `${label}: ${value}.` : `${label}: ${value}; was: ${earlier}.`];
    }),
    ...[...was].flatMap(([label, value]) =>
      is.has(label) ? [] : [`${label}: not said any more; was: ${value}.`],
    ),
  ];
}

function wordsBetween(before: PackItem, now: PackItem): string[] {
  const said = [
    ...(before.title === now.title ? [] : [`It was called “${before.title}”.`]),
    ...factsBetween(itemFacts(before), itemFacts(now)),
    ...(before.summary === now.summary ? [] : ['What it is about is told in other words.']),
    ...papersBetween('Report', reportsOf(before), reportsOf(now)),
    ...(now.isReportToFollow && !before.isReportToFollow ? ['A report is to follow.'] : []),
    ...(before.isReportToFollow && !now.isReportToFollow && now.reports.length === 0
      ? ['No report is to follow any more.']
      : []),
    ...papersBetween('Attachment', attachmentsOf(before), attachmentsOf(now)),
  ];
  return said.length > 0 ? said : ['It is worded otherwise.'];
}

function itemFacts(item: PackItem): Fact[] {
  const { minutes, purpose, presenters, keyDecisionReference, planned } = item;
  const said = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  const known = [
    ...said('Time given', minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`),
    ...said('The board is asked', purpose === null ? null : PURPOSE_WORDS[purpose].toLowerCase()),
    ...said('For', item.boards?.length ? listed(item.boards) : null),
    ...said('Presented by', presenters),
    ...said('Key decision', keyDecisionReference),
    ...(planned
      ? [
          { label: 'When', value: planned.decidesOn ? longDay(planned.decidesOn) : 'not known yet' },
          { label: 'Who decides', value: planned.decidedBy },
          ...said('Then', planned.isForFullCouncil ? 'it goes on to the full council' : null),
        ]
      : []),
  ];
  const labels = new Set(known.map(({ label }) => label));
  return [...known, ...lineFacts(item).filter(({ label }) => !labels.has(label))];
}

interface Paper {
  key: string;
  title: string;
  content: string;
}

/** The moment at which the plans were asked is no change, but what they said is. */
const reportsOf = ({ reports }: PackItem): Paper[] =>
  reports.map((report) => ({
    ...{ key: report.title, title: report.title },
    content: JSON.stringify(report, (key, value: unknown) => (key === 'asAt' ? undefined : value)),
  }));

const attachmentsOf = ({ attachments }: PackItem): Paper[] =>
  attachments.map((one) => ({ key: one.id, title: one.title, content: JSON.stringify(one) }));

function papersBetween(what: string, before: readonly Paper[], now: readonly Paper[]): string[] {
  const was = new Map(before.map((one) => [one.key, one]));
  const is = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap(({ key, title, content }) => {
      const earlier = was.get(key);
      if (!earlier) return [`${what} added: “${title}”.`];
      return earlier.content === content ? [] : [`${what} changed: “${title}”.`];
    }),
    ...before.flatMap(({ key, title }) => (is.has(key) ? [] : [`${what} taken out: “${title}”.`])),
  ];
}
