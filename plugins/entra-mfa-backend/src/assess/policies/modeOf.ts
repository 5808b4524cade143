import type { PolicyBody } from '../../collectors/types';

/** Whether a policy that asks for MFA does so, or only reports; null of any other, and of one that is off. */
export function modeOf({
  demands,
  state,
}: Pick<PolicyBody, 'demands' | 'state'>): 'in-force' | 'report-only' | null {
  if (demands === null || state === 'disabled') {
    return null;
  }
  return state === 'enabled' ? 'in-force' : 'report-only';
}
