import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector } from './types';

/** Whether a tenant that is well may have the problem: see `optional` of its collector. What is switched off is missed by nobody. */
export function isExpected(
  { dataSet, code }: Pick<Problem, 'dataSet' | 'code'>,
  collectors: readonly Collector[],
): boolean {
  const optional = collectors.find(({ id }) => id === dataSet)?.optional;
  return (
    code === 'switched-off' ||
    optional === 'always' ||
    (optional === 'licence' && code === 'no-licence')
  );
}
