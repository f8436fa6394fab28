import { type ClearanceKind, ClearanceStatus, ReportFindingKind } from '../../../schema/report-words.js';
import type { Checked, Finding } from './report-check.rules.js';

const kindWords: Record<ClearanceKind, string> = { FINANCE: 'finance', LEGAL: 'law', QUALITY: 'quality' };

/** What is missing of the clearances that the board wants, and of those that were asked for. */
export const clearanceFindings = (report: Checked): Finding[] => [...notAsked(report), ...clearances(report)];

/** Nobody was asked for what the board wants: that nobody wants changes says nothing then. */
const notAsked = ({ clearances: asked, requiredClearances }: Checked): Finding[] =>
  requiredClearances
    .filter((wanted) => !asked.some(({ kind }) => kind === wanted))
    .map((wanted) => ({
      ...{ kind: ReportFindingKind.CLEARANCE_NOT_ASKED, section: null },
      where: `Clearance for ${kindWords[wanted]}`,
      remedy: 'Ask for it: the board wants it of each of its reports.',
    }));

const clearances = ({ clearances: asked }: Checked): Finding[] =>
  asked.flatMap(({ kind, organisation, status, isOfEarlierText }): Finding[] => {
    const where = `Clearance for ${kindWords[kind]} by ${organisation}`;
    if (status === ClearanceStatus.CLEARED && isOfEarlierText)
      return [
        {
          ...{ kind: ReportFindingKind.CLEARED_EARLIER_TEXT, section: null, where },
          remedy: 'Ask again: it cleared an earlier text.',
        },
      ];
    if (status === ClearanceStatus.CLEARED) return [];
    const remedy =
      status === ClearanceStatus.CHANGES_WANTED
        ? 'Make the changes that are wanted, and ask again.'
        : 'Wait for the answer, or ask after it.';
    return [{ kind: ReportFindingKind.NOT_CLEARED, section: null, where, remedy }];
  });
