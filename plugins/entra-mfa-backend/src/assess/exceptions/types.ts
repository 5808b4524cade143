import type { exceptionDecisions } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * For whom an exception is: an object id, the ref of a group with its sub-teams, a pattern, or the object id of an Entra
 * group with all groups in it.
 */
export interface Subject {
  kind: 'person' | 'group' | 'rule' | 'entra-group';
  value: string;
}

/** An exception with every step that was taken; a step that was not taken is null. */
export interface ExceptionFacts {
  id: string;
  subject: Subject;
  /** The last day in force, UTC: an ISO date. */
  until: string;
  requestedBy: string;
  requestedAt: Date;
  decision: (typeof exceptionDecisions)[number] | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  endedAt: Date | null;
}

/** An exception in force, as far as an assessment needs it. */
export interface InForce {
  id: string;
  subject: Subject;
  until: string;
  approver: string;
}

/** Whoever takes a step: a user of the portal, and the person of the directory whom that user is. */
export interface Actor {
  userRef: string;
  /** The object ids that the user's entity names, or of the people whom it was joined to. */
  objectIds: readonly string[];
  /** Whether the directory has the person. */
  isKnown: boolean;
  /** Every user principal name and mail of the person and of their User entities, in lower case. */
  addresses: readonly string[];
  userPrincipalName: string | null;
  /** The person's teams, and those above them. */
  teamRefs: readonly string[];
  /** The Entra groups of exceptions in which the person is known to be; absent where it was not asked. */
  entraGroups?: readonly string[];
}

/** Whom a step is between, and for whom it is where that is one person. */
export interface Parties {
  actor: Actor;
  /** Whoever asked for the exception. */
  requester: Actor;
  /** In lower case. */
  subjectAddresses: readonly string[];
}
