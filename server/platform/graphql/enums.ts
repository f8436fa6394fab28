import { registerEnumType } from 'type-graphql';
import * as words from '../../../schema/vocabulary.js';

const describe = (e: object, name: string, description: string, values: Record<string, string> = {}) =>
  registerEnumType(e, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([key, text]) => [key, { description: text }]),
    ),
  });

/** Tells GraphQL of the closed lists. Called once, before the schema is built. */
export function registerEnums(): void {
  describe(
    words.BragStatus,
    'BragStatus',
    'How an action stands. The partnership’s own definitions are in `Partnership.bragDefinitions`.',
    {
      BLUE: 'Completed and signed off by a sponsor.',
      GREEN: 'Under way and on target.',
      AMBER: 'Planned but not begun, or barriers identified.',
      RED: 'Significant barriers to implementation.',
      NOT_YET_RATED: 'Nobody has rated it yet.',
    },
  );
  describe(
    words.DirectionOfTravel,
    'DirectionOfTravel',
    'How a status compares with the last reporting period.',
  );
  describe(words.TimingPrecision, 'TimingPrecision', 'How exact a written deadline is.', {
    NOT_UNDERSTOOD: 'The words could not be read as a date: shown as written, flagged, never guessed.',
    TO_BE_CONFIRMED: 'Written as to be confirmed.',
    OPEN_ENDED: 'Begins, or goes on, without an end.',
    RECURRING: 'Comes round; see `recurrence`.',
  });
  describe(
    words.CrossReferenceKind,
    'CrossReferenceKind',
    'What one item is to the other, read from `from` to `to`.',
    {
      DEPENDS_ON: 'From needs to. The other way round: is needed by.',
      CONTRIBUTES_TO: 'From helps to bring to about.',
      SAME_WORK_AS: 'Both are part of the same work.',
      MITIGATES: 'From lessens the risk to.',
      RELATES_TO: 'They concern each other; nothing more is said.',
    },
  );
  describe(
    words.CrossReferenceStatus,
    'CrossReferenceStatus',
    'Whether the owner of the other end has agreed.',
    {
      PROPOSED: 'Written at one end; the owner of the other end has not answered.',
      CONFIRMED: 'Agreed by the owner of the other end, or both ends are one organisation’s.',
      DISPUTED: 'The owner of the other end says no, with a reason.',
    },
  );
  describe(
    words.MembershipRole,
    'MembershipRole',
    'What a person may do for an organisation; each role includes the ones before it.',
    {
      VIEWER: 'Reads what the organisation may read.',
      EDITOR: 'Edits and reports on the organisation’s actions.',
      LEAD: 'Creates and archives as well.',
      ADMIN: 'Manages who belongs to the organisation, or, without an organisation, the partnership itself.',
    },
  );
  describe(words.SeatCapacity, 'SeatCapacity', 'In what capacity somebody sits on a board.');
  describe(words.PlanStatus, 'PlanStatus', 'A plan is drafted, adopted by its board, and in the end closed.');
  describe(words.PlanKind, 'PlanKind', 'What sort of plan it is.');
  describe(words.OrganisationKind, 'OrganisationKind', 'What sort of public body or partner it is.');
  describe(words.OwnershipRole, 'OwnershipRole', 'In what way a body answers for an item.', {
    ACCOUNTABLE: 'Answers for the whole: one for each item at most.',
    JOINT: 'Shares the work and reports on its own part.',
    SUPPORTING: 'Helps.',
    SPONSOR: 'Answers to the board for a workstream and signs off its actions.',
    SRO: 'Senior responsible officer of a priority.',
  });
  describe(words.ChangeKind, 'ChangeKind', 'What happened to an item.', {
    REMOVED: 'It is gone, or no longer yours to see: forget it.',
    RESYNC: 'Changes were missed that cannot be replayed: ask again for what is on the screen.',
  });
  describe(words.AudienceKind, 'AudienceKind', 'Who may see.', {
    EVERYONE: 'The public too.',
    PARTNERSHIP: 'Everyone with a role in a partner organisation.',
    ORGANISATIONS: 'Members of the organisations named.',
    BOARD: 'Those with a seat on the board named.',
    PEOPLE: 'The people named.',
    ALL_OF: 'Those who belong to each of several audiences.',
  });
  describe(words.StrainLevel, 'StrainLevel', 'Whether a promise between two items holds.', {
    NONE: 'Nothing stands against it.',
    STRAINED: 'What is needed is Red or Amber, overdue, or due after what needs it.',
    BROKEN: 'What is needed was withdrawn.',
  });
  describe(words.RiskStatus, 'RiskStatus', 'A risk is open until its owner closes it.');
  describe(words.ItemType, 'ItemType', 'What sort of item is meant.');
  describe(words.ImportStatus, 'ImportStatus', 'How far an import has come.');
  describe(words.TokenScope, 'TokenScope', 'What a token may be used for.', {
    READ: 'Queries and subscriptions.',
    WRITE: 'Mutations as well, never more than its owner may do.',
  });
}
