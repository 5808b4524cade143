import type { Knex } from 'knex';
import { groupsToKnow } from '../assess/scope/groupsToKnow';
import { noGroupsKnown, type GroupsOfPerson } from '../assess/scope/types';
import type { RuleSettings } from '../assess/types';
import { readGroupsOf } from '../store/evaluate/readGroupsOf';
import { readKnownGroups } from '../store/evaluate/readKnownGroups';
import type { DataSetVersions } from '../store/run/readDataSetVersions';

/** The groups of scope rules and exceptions whose members are known, at the version that says it. */
export interface ScopeGroups {
  tenantId: string;
  version: number | null;
  known: readonly string[];
}

/** Finds out which groups of scope rules and exceptions are known at the given versions. */
export async function loadScopeGroups(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
  rules: Pick<RuleSettings, 'scopeRules'>,
  ofExceptions: readonly string[] = [],
): Promise<ScopeGroups> {
  const groups = groupsToKnow(rules, ofExceptions);
  const version = dataSets['scope-group-members']?.version ?? null;
  const known =
    version === null || groups.length === 0
      ? []
      : await readKnownGroups(knex, { tenantId, version }, groups);
  return { tenantId, version, known };
}

/** Reads the groups of everybody from one object id to another; they are then asked one by one. */
export async function scopeGroupsIn(
  knex: Knex,
  { tenantId, version, known }: ScopeGroups,
  range: { from: string; to: string },
): Promise<(objectId: string) => GroupsOfPerson> {
  if (version === null || known.length === 0) {
    return () => noGroupsKnown;
  }
  const { from, to } = range;
  const of = { tenantId, version, from, to };
  const members = await readGroupsOf(knex, {
    ...of,
    dataSet: 'scope-group-members',
  });
  return objectId => {
    const own = members.get(objectId) ?? [];
    return new Map(known.map(group => [group, own.includes(group)]));
  };
}
