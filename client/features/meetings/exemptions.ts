import { COUNCIL_WORDING } from '../../../schema/exclusion.js';

export interface Exemption {
  readonly paragraph: string;
  readonly label: string;
}

interface Boards {
  readonly boards: readonly { readonly id: string }[];
}

/** On which grounds the boards that meet may exclude press and public. The one place that knows where they come from. */
export const exemptionsOf = (_meeting: Boards): readonly Exemption[] =>
  ['1', '2', '3', '4', '5', '6', '7'].map((paragraph) => ({ paragraph, label: `Paragraph ${paragraph}` }));

/** How the boards that meet word their resolution. */
export const exclusionWordingOf = (_meeting: Boards): string => COUNCIL_WORDING;
