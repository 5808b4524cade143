import type { AssessedControl } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** Whether a control was met on every day on which it applied, and applied on one. */
export function isMetThroughout({
  days: { met, disabled, ...others },
}: Pick<AssessedControl, 'days'>): boolean {
  return met > 0 && Object.values(others).every(count => count === 0);
}
