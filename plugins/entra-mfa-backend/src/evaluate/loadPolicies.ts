import type { Asking } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { modeOf } from '../assess/policies/modeOf';
import { PolicyReach, type Policy } from '../assess/policies/PolicyReach';
import type { PolicyBody, SecurityDefaultsBody } from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { membersVersionSince } from './membersVersionSince';

/** What policies say, and the version of the members of their groups. */
export interface LoadedPolicies {
  reach: PolicyReach;
  /** Null where the members of the groups are not known, or of other groups than the policies name now. */
  membersVersion: number | null;
  counts: Asking['policies'];
  /** Null where they are not read. */
  policies: readonly Policy[] | null;
  securityDefaults: boolean | null;
}

/** Loads the policies at the given versions: there are few of them, however many people there are. */
export async function loadPolicies(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<LoadedPolicies> {
  const read = async <Body>(
    dataSet: 'security-defaults' | 'conditional-access',
  ) => {
    const version = dataSets[dataSet]?.version;
    if (version === undefined) return null;
    const found: { id: string; body: Body }[] = [];
    const of = { tenantId, dataSet, version };
    for await (const { key, body } of readRecords<Body>(knex, of)) {
      found.push({ id: key, body });
    }
    return found;
  };
  const defaults = await read<SecurityDefaultsBody>('security-defaults');
  const policies: Policy[] | null = await read<PolicyBody>(
    'conditional-access',
  );
  const securityDefaults = defaults?.[0]?.body.isEnabled ?? null;
  return {
    reach: new PolicyReach(securityDefaults, policies),
    membersVersion: membersVersionSince(dataSets, 'conditional-access'),
    counts: policies && countsOf(policies),
    policies,
    securityDefaults,
  };
}

/** What is told of it as numbers; null where nothing is read. */
export function askingOf({
  reach,
  counts,
  securityDefaults,
  membersVersion,
}: LoadedPolicies): Omit<Asking, 'list'> | null {
  return reach.isUnknown
    ? null
    : {
        securityDefaults,
        policies: counts,
        groupsKnown: membersVersion !== null,
      };
}

function countsOf(policies: readonly Policy[]) {
  const inMode = (mode: ReturnType<typeof modeOf>) =>
    policies.filter(({ body }) => modeOf(body) === mode).length;
  return {
    total: policies.length,
    asking: inMode('in-force'),
    reportOnly: inMode('report-only'),
  };
}
