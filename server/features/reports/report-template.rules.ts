import { ClearanceKind, CONFLICTS, RECOMMENDATIONS } from '../../../schema/report-words.js';
import { madeId } from '../../platform/db/made-id.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { TEMPLATES, type Template, type TemplateSection } from './report-template.content.js';

/** What a board lays its reports out by, in its own words. */
export interface OwnTemplate {
  title: string;
  sections: TemplateSection[];
  /** Absent in reports that began before a board could say so. */
  requiredClearances?: readonly ClearanceKind[];
}

/** What says which template a report follows. */
export interface Templated {
  template: string;
  templateVersion: number;
  /** Its board’s own, as that was when the report began; null for one of those that are shipped. */
  ownTemplate: OwnTemplate | null;
}

/** Of a board’s own template, beside its version. */
const OWN = 'BOARD_OWN';

export const newestTemplate = (code = 'BOARD_REPORT'): Template => {
  const [newest] = TEMPLATES.filter((one) => one.code === code).sort((a, b) => b.version - a.version);
  if (!newest) throw new Error(`There is no template ${code}`);
  return newest;
};

/** The template a report follows, in the version it began with. */
export function templateOf({ template: code, templateVersion: version, ownTemplate }: Templated): Template {
  if (ownTemplate) return { requiredClearances: [], ...ownTemplate, code, version };
  const found = TEMPLATES.find((one) => one.code === code && one.version === version);
  if (!found) throw new Error(`There is no template ${code} ${version}`);
  return found;
}

/** What a new report of a board notes: its own template where that says anything else, else the newest that is shipped. */
export function templateToFollow(own: (OwnTemplate & { version: number }) | null): Templated {
  const { code, version } = newestTemplate();
  if (!own || !isAdjusted(own)) return { template: code, templateVersion: version, ownTemplate: null };
  const { title, sections, requiredClearances = [] } = own;
  const ownTemplate = { title, sections, requiredClearances };
  return { template: OWN, templateVersion: own.version, ownTemplate };
}

/** A board has one template of its own. Its id follows from the board’s, so it is known before there is a row. */
export const templateIdOf = (boardId: string): string => madeId(`report template of board ${boardId}`);

/** Whether a board’s own says anything else than what is shipped now. */
export const isAdjusted = (own: OwnTemplate): boolean => spelled(own) !== spelled(newestTemplate());

/** One text for one content, whatever order a database keeps the parts of an object in. */
const spelled = ({ title, sections, requiredClearances = [] }: OwnTemplate | Template): string =>
  JSON.stringify([
    title,
    sections.map(({ key, title: name, guidance, isRequired }) => [key, name, guidance, isRequired]),
    clearancesKept(requiredClearances),
  ]);

/** Sections as they are kept: each under a key that stays the same, made of its title where it is new. */
export function sectionsKept(
  asked: readonly (Omit<TemplateSection, 'key'> & { key?: string | null })[],
): TemplateSection[] {
  const taken = new Set(asked.flatMap(({ key }) => key ?? []));
  return asked.map(({ key, title, guidance, isRequired }) => {
    const kept = key ?? keyFor(title, taken);
    taken.add(kept);
    return { key: kept, title: title.trim(), guidance: guidance.trim(), isRequired };
  });
}

/** Each once, in the order in which they are told. */
export const clearancesKept = (asked: readonly ClearanceKind[]): ClearanceKind[] =>
  Object.values(ClearanceKind).filter((kind) => asked.includes(kind));

function keyFor(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 30);
  const key = words || 'section';
  for (let i = 1; ; i++) {
    const tried = i === 1 ? key : `${key}-${i}`;
    if (!taken.has(tried)) return tried;
  }
}

const KEPT: readonly [key: string, message: string][] = [
  [RECOMMENDATIONS, 'Keep the section in which the recommendations stand.'],
  [CONFLICTS, 'Keep the section in which interests are declared: the check before dispatch asks for it.'],
];

/** What contradicts itself, or would leave out what every report has. */
export function checkTemplate({ title, sections }: OwnTemplate): void {
  const problems = [
    ...(title === '' ? [{ field: 'title', message: 'Give it a title.' }] : []),
    ...twice(sections, 'key'),
    ...twice(sections, 'title'),
    ...untitled(sections),
  ];
  for (const [kept, message] of KEPT)
    if (!sections.some(({ key }) => key === kept)) problems.push({ field: 'sections', message });
  if (problems.length) throw invalidInput(problems);
}

const untitled = (sections: readonly TemplateSection[]) =>
  sections.flatMap(({ title }, i) =>
    title === '' ? [{ field: `sections.${i}.title`, message: 'Give the section a title.' }] : [],
  );

function twice(sections: readonly TemplateSection[], part: 'key' | 'title') {
  const said = sections.map((section) => section[part].toLowerCase());
  return said.flatMap((one, i) =>
    one !== '' && said.indexOf(one) < i
      ? [{ field: `sections.${i}.${part}`, message: `“${sections[i]?.[part]}” is there already.` }]
      : [],
  );
}
