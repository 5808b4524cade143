import type {
  CheckVerdict,
  ProblemCode,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const verdicts: Partial<Record<ProblemCode, CheckVerdict>> = {
  'no-permission': 'permission-missing',
  'reader-role': 'permission-missing',
  'no-licence': 'licence-missing',
  'licence-check-failed': 'licence-missing',
  'not-found': 'not-in-this-cloud',
  throttled: 'throttled',
  'sign-in-throttled': 'throttled',
  'sign-in-unavailable': 'unreachable',
  'graph-unavailable': 'unreachable',
  unreachable: 'unreachable',
  certificate: 'unreachable',
  timeout: 'unreachable',
  'cut-off': 'unreachable',
  'not-json': 'unreachable',
};

/** What a problem is in the words of a check. */
export function verdictOf(code: ProblemCode): CheckVerdict {
  return verdicts[code] ?? 'refused';
}
