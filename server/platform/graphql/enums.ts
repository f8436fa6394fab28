import * as meetings from '../../../schema/meeting-words.js';
import * as packs from '../../../schema/publications.js';
import * as reports from '../../../schema/report-words.js';
import * as words from '../../../schema/vocabulary.js';
import { registerAttachmentEnums } from './attachment-enums.js';
import { describe } from './describe-enum.js';
import { registerOutstanding } from './outstanding-enums.js';

/** Tells GraphQL of the closed lists. Called once, before the schema is built. */
export function registerEnums(): void {
  registerOutstanding();
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
      COUNTERED: 'The owner of the other end named another day; whoever asked has not accepted it.',
      CONFIRMED: 'Agreed by the owner of the other end, or both ends are one organisation’s.',
      DISPUTED: 'The owner of the other end says no, with a reason.',
    },
  );
  describe(words.Confidence, 'Confidence', 'How surely something comes by the day it is promised for.');
  describe(words.ImpactNoticeStatus, 'ImpactNoticeStatus', 'What became of an impact notice.', {
    OPEN: 'Not answered yet.',
    ACCEPTED: 'The organisation lives with it.',
    NEW_DATE: 'The organisation named a new date of its own.',
    DISPUTED: 'The organisation does not agree, with a reason.',
    LAPSED: 'What is needed came back into time before anybody answered, or is no longer needed.',
  });
  describe(words.ImpactAnswer, 'ImpactAnswer', 'What an organisation answers to an impact notice.', {
    ACCEPTED: 'We live with it: our dates stand.',
    NEW_DATE: 'We name a new date of our own.',
    DISPUTED: 'We do not agree; say why.',
  });
  describe(words.ChainDirection, 'ChainDirection', 'Which way a chain of dependencies is followed.', {
    UPSTREAM: 'To what it rests on.',
    DOWNSTREAM: 'To what rests on it.',
  });
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
  describe(words.RuleProfileKind, 'RuleProfileKind', 'Under what law or custom a board meets.', {
    COUNCIL_COMMITTEE: 'A committee of a council, or of several: Local Government Act 1972, Part VA.',
    COUNCIL_EXECUTIVE: 'A council’s cabinet or executive, or its committee: S.I. 2012/2089.',
    NHS_BODY: 'The board of an NHS body: Public Bodies (Admission to Meetings) Act 1960.',
    HEALTH_AND_WELLBEING_BOARD:
      'A health and wellbeing board: Health and Social Care Act 2012, section 194; otherwise as a committee of its council.',
    NON_STATUTORY_PARTNERSHIP: 'A body that partners set up by agreement: its own terms of reference.',
  });
  describe(words.DayCounting, 'DayCounting', 'Which of the days between papers and meeting count.', {
    WORKING_DAYS: 'Monday to Friday, bank holidays in England left out.',
    CALENDAR_DAYS: 'Every day.',
  });
  describe(words.AgendaPlace, 'AgendaPlace', 'Where on an agenda a standing item stands.');
  describe(words.RetentionClass, 'RetentionClass', 'How long minutes and papers are kept.');
  describe(words.BoardRule, 'BoardRule', 'One thing that a board has a rule for.', {
    NOTICE: 'When papers go out, and how the days are counted.',
    KEY_DECISIONS: 'Notice of key decisions.',
    PRIVATE_MEETINGS: 'Notice of meetings in private.',
    QUESTIONS: 'Questions from the public: until when, how long, how many.',
    DRAFT_REPORTS: 'When draft reports and clearances are due.',
    QUORUM: 'How many must be there, and who.',
    EXEMPTIONS: 'On which grounds items are taken in private, and the resolution for it.',
    STANDING_ITEMS: 'What stands on every agenda.',
    RETENTION: 'How long minutes and papers are kept.',
    RESTRICTED_ITEMS: 'Whether the public agenda says that an item is restricted.',
    LATE_ITEMS: 'Whether a late item needs the chair’s reason.',
    HIGH_RISKS: 'From which score on a risk is proposed for the agenda.',
  });
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
    STRAINED:
      'What is needed is Red or Amber, overdue, or due after what needs it or after the day it is needed by.',
    BROKEN: 'What is needed was withdrawn.',
  });
  describe(words.MapLevel, 'MapLevel', 'What each place on the map of interdependencies stands for.', {
    ACTION: 'An action. A risk or a mitigation counts for its workstream.',
    WORKSTREAM: 'A workstream, with its actions and risks.',
    PRIORITY: 'A priority. A workstream counts for the first it serves, in the plan’s order.',
    ABU: 'The first accountable business unit that delivers the priority.',
    ORGANISATION:
      'The organisation that is accountable; else its first other owner; else the lead of its workstream.',
    BOARD: 'The first board that oversees the priority; else the board of the plan.',
    PLAN: 'A whole plan.',
  });
  describe(words.HealthFindingKind, 'HealthFindingKind', 'What is amiss with one or more cross-references.', {
    UNANSWERED:
      'Proposed, and whoever speaks for the other end has not answered. One finding a cross-reference.',
    ONE_SIDED:
      'Only one end says so. Either the other end disputes it (one finding a cross-reference), or several items of one workstream name the same item outside it, none of these has been answered, and that item names nothing in the workstream (one finding a workstream and item).',
    CIRCULAR:
      'Items that wait for one another in a ring, so that none can begin. One finding a ring; rings that share an item are one.',
    ORPHANED:
      'One end was put away, or the words were not recognised as any item. One finding a cross-reference.',
    GIVER_WITHOUT_OWNER:
      'An action, workstream or risk that others need, contribute from or are protected by, and that nobody recognised answers for: no owner is named, or only words such as “TBC”. One finding an item; what is signed off has been given and is left out.',
    NEEDED_BEFORE_DUE:
      'What is needed is due after what needs it. One finding a cross-reference; what is signed off has been given and is left out.',
    CONTRADICTORY:
      'Two ends said to be the same work, with other deadlines, other statuses or other organisations answering for them. What one end leaves open, or has not rated, contradicts nothing. One finding a cross-reference; disputed ones are left out.',
  });
  describe(words.RiskStatus, 'RiskStatus', 'A risk is open until its owner closes it.');
  describe(words.ItemType, 'ItemType', 'What sort of item is meant.');
  describe(words.ImportStatus, 'ImportStatus', 'How far an import has come.');
  describe(words.TokenScope, 'TokenScope', 'What a token may be used for.', {
    READ: 'Queries and subscriptions.',
    WRITE: 'Mutations as well, never more than its owner may do.',
    CALENDAR:
      'The calendars of boards and nothing else: `/boards/{id}/meetings.ics?key=`, for programs that can only follow an address.',
  });
  describe(meetings.MeetingStatus, 'MeetingStatus', 'How a meeting stands.', {
    PLANNED: 'It is to come.',
    HELD: 'It took place.',
    CANCELLED: 'It does not take place; its reason says why.',
  });
  describe(meetings.WeekOfMonth, 'WeekOfMonth', 'Which week of a month a board meets in.');
  describe(meetings.AgendaPurpose, 'AgendaPurpose', 'What a board is asked to do with an item.', {
    NOTE: 'To take note.',
    DISCUSS: 'To discuss; nothing is decided.',
    DECIDE: 'To decide between ways to go.',
    APPROVE: 'To approve what is put to it.',
  });
  describe(
    meetings.AgendaProposalKind,
    'AgendaProposalKind',
    'Why the plans propose something for a board’s agenda.',
    {
      PRIORITY_DUE: 'A priority the board oversees has not been on an agenda of its for longest.',
      OVERDUE_ACTION: 'An action is overdue and others wait for it.',
      HIGH_RISK: 'A risk stands in the highest band, 15 or more of 25.',
      CONTESTED_CROSS_REFERENCE:
        'A cross-reference between organisations is disputed, or nobody has answered it for 28 days.',
      DEFERRED_TWICE: 'An entry of the forward plan has slipped from meeting to meeting twice or more.',
    },
  );
  describe(meetings.ImportedLineOutcome, 'ImportedLineOutcome', 'What becomes of one row of a file.', {
    ADDED: 'It is added.',
    KNOWN: 'It is there already, under the same title.',
    HEADING: 'It is the heading of the rows below it.',
    PASSED_OVER: 'It is left out; its notes say why.',
  });
  describe(
    meetings.NoticeException,
    'NoticeException',
    'By what right a key decision is taken, or a meeting held in private, at shorter notice (SI 2012/2089).',
    meetings.EXCEPTION_MEANINGS,
  );
  describe(
    packs.PublicationKind,
    'PublicationKind',
    'What is published: the first pack for a meeting, one that takes the place of it, or the forward plan of a board.',
  );
  describe(packs.PublicationStatus, 'PublicationStatus', 'How far a pack has come.', {
    BUILDING: 'Its files are being written.',
    PREPARED: 'It waits for a second person to look at it as the public will, and to publish it.',
    PUBLISHED: 'Everybody may read its public part.',
    RECALLED: 'It was taken back: its address says so, and shows nothing more.',
    FAILED: 'Its files could not be written: try again, or prepare another.',
  });
  describe(packs.PackPart, 'PackPart', 'For whom a part of a pack is.', {
    PUBLIC: 'For everybody: the items that are not restricted.',
    FULL: 'For those with a seat on the boards that meet: the restricted items as well that all of them may read.',
  });
  describe(packs.PackFormat, 'PackFormat', 'What sort of file a pack is.');
  describe(packs.PackMark, 'PackMark', 'How an item stands to what was published before.', {
    NEW: 'It was not there.',
    CHANGED: 'Its words have changed.',
  });
  describe(packs.PackChange, 'PackChange', 'What became of an item between two publications.');
  describe(reports.RecommendationVerb, 'RecommendationVerb', 'What a report recommends a board to do.', {
    NOTE: 'To note.',
    APPROVE: 'To approve.',
    CONSIDER: 'To consider.',
    AGREE: 'To agree.',
  });
  describe(reports.ClearanceKind, 'ClearanceKind', 'What a report is cleared for.', {
    FINANCE: 'What it costs and who pays.',
    LEGAL: 'What the law says.',
    QUALITY: 'That it is well founded and well written.',
  });
  describe(reports.ClearanceStatus, 'ClearanceStatus', 'How a clearance stands.', {
    REQUESTED: 'Asked for and not answered.',
    CLEARED: 'Cleared, as the report stood then.',
    CHANGES_WANTED: 'Something has to change first; the note says what.',
  });
  describe(reports.ClearanceAnswer, 'ClearanceAnswer', 'What can be answered to a request for clearance.', {
    CLEARED: 'Cleared as it stands.',
    CHANGES_WANTED: 'Something has to change first.',
  });
  describe(reports.ReportVersionReason, 'ReportVersionReason', 'Why a version of a report was kept.', {
    KEPT: 'Somebody kept it.',
    CLEARED: 'It was cleared as it stood.',
    SIGNED_OFF: 'It was signed off as it stood.',
    IN_PACK: 'It went into the pack of a meeting as it stood.',
  });
  describe(reports.LiveBlockKind, 'LiveBlockKind', 'What a block of a report shows live from the plans.', {
    WORKSTREAM_STATUS:
      'How the actions of a plan or a workstream stand, those that were placed there from other plans too.',
    RISKS: 'The open risks of a plan or a workstream, highest first.',
    ACTIONS_DUE: 'The actions of a plan or a workstream that are overdue or due in the next three months.',
    INTERDEPENDENCIES:
      'What waits for what: a table of what the actions of a plan or a workstream wait for, and of what waits for them. No picture of the map.',
  });
  describe(
    reports.ReportFindingKind,
    'ReportFindingKind',
    'What the check before dispatch finds in a report.',
    {
      TEMPLATE_LEFTOVER: 'Words that were to be replaced: XXX, TBC, [insert …].',
      GUIDANCE_LEFT_IN: 'The guidance of the template stands in the text.',
      EMPTY_SECTION: 'Nothing is written in a section that is wanted.',
      EMPTY_HEADING: 'A heading without words, or with nothing under it.',
      HEADING_ORDER: 'A heading that skips a level.',
      NO_RECOMMENDATION: 'The board is asked for nothing.',
      RECOMMENDATION_WITHOUT_VERB: 'A recommendation that does not say what to do.',
      NO_CONFLICT_STATEMENT: 'No statement on conflicts of interest.',
      IMAGE_WITHOUT_TEXT: 'An image without words for those who cannot see it.',
      BLANK_DEADLINE: 'A deadline that is not filled in.',
      CLEARANCE_NOT_ASKED: 'The board wants a clearance that nobody was asked for.',
      NOT_CLEARED: 'A clearance that was asked for and not given.',
      CLEARED_EARLIER_TEXT: 'A clearance of an earlier text.',
      NOT_SIGNED_OFF: 'It has not been signed off as it stands.',
    },
  );
  registerAttachmentEnums();
  describe(reports.ReportTextEvent, 'ReportTextEvent', 'What is told of the text of a report.', {
    BEGUN: 'All that you do not have, and how far the text has come.',
    WRITTEN: 'Somebody wrote.',
    WRITERS: 'Somebody came, went or moved.',
    REMOVED: 'It is not yours to see any more. Nothing follows.',
  });
}
