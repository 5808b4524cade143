/** The User entity of each caller; the service and the anonymous one have none. */
export const userOf = {
  security: 'user:default/security',
  /** Person 1, who sees everybody and may do everything. */
  decider: 'user:default/userx001',
  lead: 'user:default/lead',
  owner: 'user:default/owner',
  /** Person 2. */
  self: 'user:default/userx002',
  countsOnly: 'user:default/counts-only',
  nobody: 'user:default/nobody',
  /** Leads nobody, whatever a Group says that names itself the parent of another one. */
  attacker: 'user:default/attacker',
} as const;

/** Whoever calls: those of the tests of the API, and one who makes themselves a lead. */
export type Caller = keyof typeof userOf | 'service' | 'anonymous';

/** Who sees everybody by name. */
export const seesAll: readonly Caller[] = ['security', 'decider', 'service'];

/** Whose people are those of Payments and below. */
export const seesPayments: readonly Caller[] = ['lead', 'owner'];
