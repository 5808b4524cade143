import type { DataSetVersions } from '../store/run/readDataSetVersions';

/**
 * The version of the members of the groups that a policy names; null where they are not known, or were read before the
 * policy became what it is, which may name other groups.
 */
export function membersVersionSince(
  dataSets: DataSetVersions['dataSets'],
  policy: 'conditional-access' | 'authentication-methods',
): number | null {
  const members = dataSets['policy-group-members'];
  const changed = dataSets[policy]?.version ?? Infinity;
  return members && members.readRun >= changed ? members.version : null;
}
