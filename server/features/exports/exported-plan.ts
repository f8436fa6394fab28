import type { OwnerWords } from '../../../schema/owner-name.js';
/** A plan as an export asks for it. Types only. */

export interface End {
  __typename: string;
  id?: string;
  reference?: string | null;
  number?: string | null;
  title?: string;
  event?: string;
  description?: string;
  workstream?: { number: string | null };
  plan?: { title: string } | null;
}

export interface Reference {
  id: string;
  kind: string;
  status: string;
  neededBy: string | null;
  promisedBy: string | null;
  strain: { level: string };
  from: End;
  to: End | null;
}

export interface ExportedAction {
  id: string;
  parentId: string | null;
  position: number;
  reference: string | null;
  title: string;
  expectedOutcome: string | null;
  status: string;
  isOverdue: boolean;
  timing: { asWritten: string; end: string | null } | null;
  leads: OwnerWords[];
  latestUpdate: { period: string; narrative: string; organisation: { name: string } | null } | null;
  crossReferences: Reference[];
}

export interface ExportedWorkstream {
  number: string | null;
  title: string;
  /** Parents before children. */
  actions: ExportedAction[];
  /** In order, by their position among those at the top. */
  placements: {
    reference: string | null;
    position: number;
    action: ExportedAction & { workstream: { number: string | null }; plan: { title: string } };
  }[];
}

export interface Score {
  score: number;
  band: string;
}

export interface ExportedRisk {
  reference: string | null;
  event: string;
  cause: string | null;
  effect: string | null;
  status: string;
  controls: string | null;
  reviewOn: string | null;
  workstream: { number: string | null; title: string } | null;
  inherent: Score | null;
  current: Score | null;
  target: Score | null;
  owners: OwnerWords[];
  mitigations: { description: string; status: string; timing: { asWritten: string } | null }[];
}

export interface ExportedPlan {
  title: string;
  workstreams: ExportedWorkstream[];
  risks: ExportedRisk[];
}
