import { useOutletContext } from 'react-router';
import { type Save, useSaveHere } from '../../platform/graphql/saving';

/** What the panel of a risk knows of the register that it is opened over. */
export interface RiskContext {
  readonly save: (save: Save) => Promise<void>;
  /** The register's own address, with what it is narrowed by. */
  readonly addressOf: (riskId: string | null) => string;
}

export function useRiskContext(): RiskContext {
  const register = useOutletContext<RiskContext>();
  return { ...register, save: useSaveHere(register.save) };
}

/** A mitigation has no reference: its words name it. */
export const mitigationName = ({ description }: { readonly description: string }): string =>
  `the mitigation “${description}”`;

/** How people name a risk: 'Risk R12', or what may happen where it has no reference. */
export const riskName = ({
  reference,
  event,
}: {
  readonly reference: string | null;
  readonly event: string;
}): string => (reference ? `Risk ${reference}` : `Risk “${event}”`);
