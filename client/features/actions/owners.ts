import { ownerName as nameOf } from '../../../schema/owner-name.js';
import { formatList } from '../../platform/format/counts.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

export const owner = graphql(`
  fragment Owner_ownership on Ownership @_unmask {
    id
    role
    asWritten
    outsideBody
    organisation {
      id
      name
      shortName
    }
    abu {
      id
      name
      shortName
    }
    board {
      id
      name
      shortName
    }
    post {
      id
      title
    }
    person {
      id
      name
    }
  }
`);

export type Owner = ResultOf<typeof owner>;

/** In what ways one answers for an action, a risk or a mitigation; the first is that of the first. */
export const ANSWERING = ['ACCOUNTABLE', 'JOINT', 'SUPPORTING'] as const;

export const ROLE_WORDS = {
  ACCOUNTABLE: 'Accountable',
  JOINT: 'Joint',
  SUPPORTING: 'Supporting',
  SPONSOR: 'Sponsor',
  SRO: 'Senior responsible officer',
} as const;

const NOT_TOLD = 'Not told';

/** Who it is, in full. Words that nobody was recognised in stand as they were written. */
export const ownerName = (one: Owner): string => nameOf(one) ?? NOT_TOLD;

/** Who it is where there is little room: a body by the short name people use. */
export function ownerShortName(one: Owner): string {
  const body = one.organisation ?? one.abu ?? one.board;
  return (
    body?.shortName ??
    body?.name ??
    one.post?.title ??
    one.person?.name ??
    one.outsideBody ??
    one.asWritten ??
    NOT_TOLD
  );
}

/** Nobody was recognised in what was written: a gap that is shown. */
export const isUnrecognised = (one: Owner): boolean =>
  !(one.organisation ?? one.abu ?? one.board ?? one.post ?? one.person) && !one.outsideBody;

/** The organisations whose editors keep the item. */
export function ownerOrganisations(owners: readonly Owner[]): readonly NonNullable<Owner['organisation']>[] {
  return owners.flatMap((one) => one.organisation ?? []);
}

/** Whose editors may change an item, for a sentence: 'Northmoor Council or Southmere Trust'. */
export function editorsOf(owners: readonly Owner[]): string {
  const names = [...new Set(ownerOrganisations(owners).map((one) => one.name))];
  return names.length === 0
    ? 'the organisation that leads the workstream'
    : formatList(names).replace(/ and /, ' or ');
}
