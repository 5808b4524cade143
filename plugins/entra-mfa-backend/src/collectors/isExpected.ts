import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector } from './types';

/** Whether a tenant that is well may have the problem: see `optional` of its collector. */
export function isExpected(
  { dataSet, code }: Pick<Problem, 'dataSet' | 'code'>,
  collectors: readonly Collector[],
): boolean {
  const optional = collectors.find(({ id }) => id === dataSet)?.optional;
  return (
    optional === 'always' || (optional === 'licence' && code === 'no-licence')
  );
}
