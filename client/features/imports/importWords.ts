import type { CrossReferenceKind, ImportStatus } from '../../../schema/vocabulary';
import type { AcceptInput } from './import.operations';
import type { ImportHead, ImportMatch, ImportOwner } from './import.queries';

export const STATUS_WORDS: Readonly<Record<keyof typeof ImportStatus, string>> = {
  PREVIEWED: 'Looked at',
  APPLIED: 'Applied',
  UNDONE: 'Undone',
};

type Counts = ImportHead['counts'];

/** In the order of a plan. */
export const COUNTED: readonly {
  readonly name: keyof Counts;
  readonly title: string;
  readonly note?: string;
}[] = [
  { name: 'workstreams', title: 'Workstreams' },
  { name: 'actions', title: 'Lettered actions', note: 'in the headers of workstreams' },
  { name: 'tasks', title: 'Tasks', note: 'row by row' },
  { name: 'risks', title: 'Risks' },
  { name: 'mitigations', title: 'Mitigations' },
  { name: 'updates', title: 'Updates', note: 'from narrative columns' },
  { name: 'crossReferences', title: 'Cross-references', note: 'found in sentences' },
];

export const BODY_WORDS: Readonly<Record<ImportMatch['kind'], string>> = {
  PERSON: 'person',
  POST: 'post',
  ORGANISATION: 'organisation',
  ABU: 'ABU',
  BOARD: 'board',
};

export const KIND_WORDS: Readonly<Record<keyof typeof CrossReferenceKind, string>> = {
  DEPENDS_ON: 'depends on',
  CONTRIBUTES_TO: 'contributes to',
  SAME_WORK_AS: 'is the same work as',
  MITIGATES: 'mitigates',
  MEASURED_BY: 'is measured by',
  FUNDED_BY: 'is funded by',
  CONSIDERED_AT: 'is considered at',
  RELATES_TO: 'relates to',
};

/** How sure a match is, as people say it, beside the number. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 1) return 'the very name';
  if (confidence >= 0.9) return 'as good as certain';
  if (confidence >= 0.7) return 'likely';
  return 'a guess';
}

/** Who the words mean, as somebody settled it: a body, or null for nobody (the words stay as written). */
export type Settled = ReadonlyMap<string, string | null>;

const FIELD: Readonly<Record<ImportMatch['kind'], keyof AcceptInput>> = {
  PERSON: 'personId',
  POST: 'postId',
  ORGANISATION: 'organisationId',
  ABU: 'abuId',
  BOARD: 'boardId',
};

/** What was settled, as applyImport takes it. */
export function acceptedOf(owners: readonly ImportOwner[], settled: Settled): AcceptInput[] {
  return owners.flatMap(({ asWritten, matches }): AcceptInput[] => {
    const id = settled.get(asWritten);
    if (id === undefined) return [];
    const match = matches.find((one) => one.id === id);
    return [match ? { asWritten, [FIELD[match.kind]]: match.id } : { asWritten }];
  });
}

/** 'expectedOutcome' → 'Expected outcome'. */
export function fieldWords(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
