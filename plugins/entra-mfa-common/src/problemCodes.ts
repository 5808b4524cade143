/**
 * The codes of what can go wrong. Each is told with what is wrong and what to do about it, and stands in
 * docs/troubleshooting.md. A code is never taken away: runs of earlier versions have it.
 *
 * Source: Microsoft Entra authentication and authorization error codes; Microsoft Graph error
 * responses.
 *
 * @public
 */
export const problemCodes = [
  // Signing in to Microsoft Entra.
  'secret-wrong',
  'secret-expired',
  'credential-refused',
  'credential-unreadable',
  'credential-ended',
  'sealed-secret',
  'key-service',
  'clock-skew',
  'app-not-found',
  'app-disabled',
  'wrong-account-type',
  'no-consent',
  'consent-declined',
  'redirect-refused',
  'sign-in-again',
  'tenant-not-found',
  'tenant-blocked',
  'tenant-restricted',
  'wrong-cloud',
  'graph-disabled',
  'blocked-by-policy',
  'sign-in-throttled',
  'sign-in-unavailable',
  'sign-in-refused',
  // What Graph refuses.
  'no-permission',
  'reader-role',
  'no-licence',
  'too-many-people',
  'licence-check-failed',
  'refused-midway',
  'not-answered',
  'denied',
  'token-refused',
  'not-found',
  'query-refused',
  // What passes, most often.
  'throttled',
  'graph-unavailable',
  'unreachable',
  'certificate',
  'timeout',
  'cut-off',
  'not-json',
  'catalog-unavailable',
  // Pages and rows that cannot be used.
  'page-token-expired',
  'foreign-address',
  'endless-pages',
  'wrong-tenant',
  'wrong-row',
  'empty-answer',
  'shrunk-answer',
  'missing-values',
  // The sync and its figures.
  'sudden-fall',
  'stopped',
  'stale',
  'report-old',
  'scope-group-missing',
  'exception-group-missing',
  'not-configured',
  'switched-off',
  'not-stored',
  'internal',
  'unexpected',
] as const;

/** One of {@link problemCodes}. @public */
export type ProblemCode = (typeof problemCodes)[number];
