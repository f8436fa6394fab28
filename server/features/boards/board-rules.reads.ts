import { RuleProfileKind } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { listed, toListed, toOne } from '../../platform/reading/relations.js';
import { Post } from '../organisations/post.entity.js';
import { Board } from './board.entity.js';
import { BoardRules } from './board-rules.entity.js';
import { mayKeepRules } from './board-rules.policy.js';
import { rulesIdOf } from './board-rules.rules.js';
import { ownCopies, ownOrShipped } from './own-copy.reads.js';
import { type QuorumRule, quorumInWords } from './quorum.rules.js';
import {
  adjustedRules,
  adopted,
  type BoardRulesData,
  profileChanges,
  type RuleProfile,
  ruleFields,
  valuesAt,
} from './rule-profile.rules.js';
import { ruleProfileOf } from './rule-profiles.js';
import { HIGH_SCORE } from './standing-items.js';
import { timetableOf } from './timetable.rules.js';

const kindOf = (row: Row) => row['profile'] as RuleProfileKind;

/** The rules each board works under: its own copy, or, where it has adopted none, those without statute. */
export async function rulesOfBoards(
  reader: Reader,
  boardIds: readonly string[],
): Promise<Map<string, BoardRulesData>> {
  const rows = await ownCopies<BoardRulesData>(reader, BoardRules, boardIds);
  const none = adopted(ruleProfileOf(RuleProfileKind.NON_STATUTORY_PARTNERSHIP));
  return new Map(boardIds.map((id) => [id, rows.get(id) ?? none]));
}

const rules = ownOrShipped(BoardRules, rulesIdOf, () =>
  adopted(ruleProfileOf(RuleProfileKind.NON_STATUTORY_PARTNERSHIP)),
);

/** Copied, for what is read below it is written into it, and rules are compared by what they say. */
const quorum: FieldRead = {
  needs: ['quorum'],
  read: async ({ rows, give, into }) => {
    const read = rows.map((row) => structuredClone(row['quorum']) as Row);
    await into('Quorum', read);
    for (const [i, row] of rows.entries()) give(row, read[i]);
  },
};

const profileRead = (needs: readonly string[], profileFor: (row: Row) => RuleProfile): FieldRead => ({
  needs,
  read: async ({ rows, give, into }) => {
    const profiles = rows.map((row) => asRow(profileFor(row)));
    await into('RuleProfile', profiles);
    for (const [i, row] of rows.entries()) give(row, profiles[i]);
  },
});

const template = profileRead(['profile'], (row) => ruleProfileOf(kindOf(row)));

const adoptedProfile = profileRead(['profile', 'templateVersion'], (row) => {
  const profile = ruleProfileOf(kindOf(row));
  const version = row['templateVersion'] as number;
  return { ...profile, version, values: valuesAt(profile, version) };
});

/** Of a board’s own copy and its profile. */
const compared = (value: (own: BoardRulesData, profile: RuleProfile) => unknown): FieldRead =>
  derived([...ruleFields, 'profile', 'templateVersion'], (row) =>
    value(row as unknown as BoardRulesData, ruleProfileOf(kindOf(row))),
  );

/** A profile as it is answered. */
export const asRow = ({ values, version, sources, kind, name, description }: RuleProfile): Row =>
  ({
    ...structuredClone(values),
    ...{ kind, name, description, templateVersion: version },
    sources: Object.entries(sources).map(([rule, text]) => ({ rule, text })),
  }) as unknown as Row;

defineReads('Board', { rules });

defineReads('BoardRules', {
  board: toOne(() => Board, 'boardId'),
  isAdopted: derived(['version'], (row) => (row['version'] as number) > 0),
  adjusted: compared(adjustedRules),
  profileChanges: compared(profileChanges),
  adoptedProfile,
  // Of a day before boards could set it, the log knows of none.
  proposesRisksFrom: derived(['proposesRisksFrom'], (row) => row['proposesRisksFrom'] ?? HIGH_SCORE),
  quorum,
  template,
  viewerCan: derived(['boardId', 'partnershipId'], (row, reader) => ({
    update: mayKeepRules(reader.viewer.position, {
      boardId: row['boardId'] as string,
      partnershipId: row['partnershipId'] as string,
    }),
  })),
});

defineReads('RuleProfile', { quorum });

defineReads('Quorum', {
  inWords: derived([], (row) => quorumInWords(row as unknown as QuorumRule)),
  parts: listed('parts', 'QuorumPart'),
});

defineReads('QuorumPart', { posts: toListed(() => Post, 'postIds') });

defineReads('MeetingTimetable', {
  privateNoticeBy: day('privateNoticeBy'),
  furtherNoticeBy: day('furtherNoticeBy'),
  keyDecisionNoticeBy: day('keyDecisionNoticeBy'),
  draftReportsBy: day('draftReportsBy'),
  clearancesBy: day('clearancesBy'),
  dispatchBy: day('dispatchBy'),
  questionsBy: day('questionsBy'),
});

defineReads('TimetableDay', { board: toOne(() => Board, 'boardId') });

/** One of a timetable’s days, where there is such a day. */
function day(key: string): FieldRead {
  return {
    needs: [],
    read: ({ rows, into }) =>
      into(
        'TimetableDay',
        rows.flatMap((row) => (row[key] as Row | null) ?? []),
      ),
  };
}

/** The days before each of some meetings, by the rules of those boards that the reader may see; null where there is none of them. */
export async function timetablesFor(
  reader: Reader,
  meetings: readonly { readonly boardIds: readonly string[]; readonly meetsOn: string }[],
): Promise<(Row | null)[]> {
  const asked = [...new Set(meetings.flatMap(({ boardIds }) => boardIds))];
  const seen = await reader.query<{ id: string }>('select id from boards where id = any($1::uuid[])', [
    asked,
  ]);
  const rules = await rulesOfBoards(
    reader,
    seen.map(({ id }) => id),
  );
  return meetings.map(({ boardIds, meetsOn }) => {
    const ofBoards = boardIds.flatMap((boardId) => {
      const own = rules.get(boardId);
      return own ? [{ boardId, rules: own }] : [];
    });
    return ofBoards.length === 0 ? null : { id: meetsOn, ...timetableOf(meetsOn, ofBoards) };
  });
}
