import { MembershipRole } from '../../../schema/vocabulary.js';

/** What a role lets somebody do for an organisation. Policies ask for a capability, never for a role. */
export type Capability =
  | 'EDIT'
  | 'REPORT'
  | 'ANSWER'
  | 'CREATE'
  | 'ARCHIVE'
  | 'RESTRICT'
  | 'IMPORT'
  | 'MANAGE_MEMBERS';

const editor: readonly Capability[] = ['EDIT', 'REPORT', 'ANSWER'];
const lead: readonly Capability[] = [...editor, 'CREATE', 'ARCHIVE', 'RESTRICT', 'IMPORT'];

/** One table; each role includes the ones before it. */
const capabilities: Record<MembershipRole, ReadonlySet<Capability>> = {
  VIEWER: new Set(),
  EDITOR: new Set(editor),
  LEAD: new Set(lead),
  ADMIN: new Set([...lead, 'MANAGE_MEMBERS']),
};

export const can = (role: MembershipRole, capability: Capability): boolean =>
  capabilities[role].has(capability);
