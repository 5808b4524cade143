import type { ConnectionCheck } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector } from '../../collectors/types';

/** `User.Read.All`, `Group.ReadBasic.All`: what has another verb does more than to read. */
const reads = /\.Read(?:Basic)?(?:\.|$)/;

/** The permissions that no data set needs, those that can write first. */
export function moreThanNeeded(
  roles: readonly string[],
  collectors: readonly Pick<Collector, 'permission'>[],
): ConnectionCheck['moreThanNeeded'] {
  const needed = new Set(collectors.map(({ permission }) => permission));
  const further = [...new Set(roles)]
    .filter(role => !needed.has(role))
    .sort()
    .map(permission => ({ permission, writes: !reads.test(permission) }));
  return [
    ...further.filter(({ writes }) => writes),
    ...further.filter(({ writes }) => !writes),
  ];
}
