/** What a caller may do with assessments. */
export interface AssessmentAccess {
  /** Whether they see all of them; else those that are assigned to them. */
  seesAll: boolean;
  prepares: boolean;
  approves: boolean;
  audits: boolean;
  /** The entity refs of who audits and of what they are a member of. */
  refs: readonly string[];
  /** Null for a service. */
  userRef: string | null;
}

/** Whoever acts is a user. */
export type ActingAssessmentAccess = AssessmentAccess & { userRef: string };

/** Which assessment; without a tenant, of the first. */
export interface AssessmentKey {
  number: number;
  tenant?: string;
}
