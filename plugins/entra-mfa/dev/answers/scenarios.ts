/**
 * The situations in which the plugin can be shown: whose recorded answers count, in which order. What
 * one recording has no answer for is answered from the next.
 */
export const recordingsOf = {
  healthy: ['healthy', 'past'],
  stale: ['stale', 'healthy', 'past'],
  held: ['held', 'healthy', 'past'],
  'other-rules': ['other-rules', 'healthy', 'past'],
  'needs-attention': ['needs-attention', 'healthy', 'past'],
  'no-roles': ['no-roles', 'healthy', 'past'],
  'first-run': ['first-run'],
  'no-consent': ['no-consent'],
  'not-configured': ['not-configured'],
  'no-permission': ['no-permission'],
  /** Every request fails. */
  failed: ['healthy'],
  'counts-only': ['counts-only'],
  assessments: ['assessments', 'healthy', 'past'],
  auditor: ['auditor'],
  lead: ['lead'],
  'two-tenants': ['two-tenants', 'healthy', 'past'],
  'nobody-missing': ['nobody-missing', 'healthy', 'past'],
  capable: ['capable', 'healthy', 'past'],
  empty: ['empty'],
} as const satisfies Record<string, readonly string[]>;

/** One of {@link recordingsOf}. */
export type Scenario = keyof typeof recordingsOf;

/** The names of {@link recordingsOf}. */
export const scenarios = Object.keys(recordingsOf) as Scenario[];
