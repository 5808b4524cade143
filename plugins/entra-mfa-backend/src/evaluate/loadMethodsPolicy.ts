import type { Knex } from 'knex';
import type { MethodsPolicyBody } from '../collectors/types';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { readRecords } from '../store/run/readRecords';
import { membersVersionSince } from './membersVersionSince';

/** The authentication methods policy, and the version of the members of its groups. */
export interface LoadedMethodsPolicy {
  policy: MethodsPolicyBody;
  /** Null where the members of the groups are not known, or of other groups than the policy names now. */
  membersVersion: number | null;
}

/** Loads the methods policy at the given versions; null where it is not read. */
export async function loadMethodsPolicy(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<LoadedMethodsPolicy | null> {
  const dataSet = 'authentication-methods';
  const version = dataSets[dataSet]?.version;
  if (version === undefined) {
    return null;
  }
  const of = { tenantId, dataSet, version };
  for await (const { body } of readRecords<MethodsPolicyBody>(knex, of)) {
    return {
      policy: body,
      membersVersion: membersVersionSince(dataSets, dataSet),
    };
  }
  return null;
}
