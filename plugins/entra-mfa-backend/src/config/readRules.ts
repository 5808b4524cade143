import type { Config } from '@backstage/config';
import { bases } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RuleSettings } from '../assess/types';
import { fail, guid, oneOf } from './fail';
import { readDrillDays } from './readDrillDays';
import { readLeads } from './readLeads';
import { readTeamSources } from './readTeamSources';

const DEFAULT_TARGET = 95;

/** The target per thousand: figures are compared as integers. */
function readTarget(config: Config): number {
  const target = config.getOptionalNumber('target') ?? DEFAULT_TARGET;
  const permille = Math.round(target * 10);
  if (
    permille <= 0 ||
    permille > 1000 ||
    Math.abs(target * 10 - permille) > 1e-6
  ) {
    fail(
      'entraMfa.target',
      'should be per cent, above 0 and up to 100, with at most one decimal',
    );
  }
  return permille;
}

function readOwned(config: Config, path: string) {
  const owner = config.getString('owner').trim();
  const reason = config.getString('reason').trim();
  if (!owner) {
    fail(`${path}.owner`, 'should say who answers for leaving it out');
  }
  if (!reason) {
    fail(`${path}.reason`, 'should say why it is left out');
  }
  return { owner, reason };
}

function readListed(config: Config): RuleSettings['listed'] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('scope.listed') ?? []).map(
    (item, index) => {
      const path = `entraMfa.scope.listed[${index}]`;
      const objectId = guid(
        `${path}.objectId`,
        item.getString('objectId'),
        'the object id of an account',
      );
      if (seen.has(objectId)) {
        fail(`${path}.objectId`, 'is listed twice');
      }
      seen.add(objectId);
      return { objectId, ...readOwned(item, path) };
    },
  );
}

function readListedPatterns(config: Config): RuleSettings['listedPatterns'] {
  return (config.getOptionalConfigArray('scope.listedPatterns') ?? []).map(
    (item, index) => {
      const path = `entraMfa.scope.listedPatterns[${index}]`;
      const pattern = item.getString('pattern');
      try {
        RegExp(pattern, 'i');
      } catch (error) {
        fail(`${path}.pattern`, `should be a regular expression: ${error}`);
      }
      return { pattern, ...readOwned(item, path) };
    },
  );
}

/** Only where it is set, so that the rules of who does not set it stay as they are. */
function readUserTypeNull(config: Config): Pick<RuleSettings, 'userTypeNull'> {
  const path = 'scope.userTypeNull';
  const value = config.getOptionalString(path) ?? 'unknown';
  return oneOf(`entraMfa.${path}`, value, ['unknown', 'member']) === 'member'
    ? { userTypeNull: 'member' }
    : {};
}

function readPrivilegedRoles(config: Config): string[] {
  const seen = new Set<string>();
  for (const [index, id] of (
    config.getOptionalStringArray('privilegedRoles') ?? []
  ).entries()) {
    const path = `entraMfa.privilegedRoles[${index}]`;
    const role = guid(path, id, 'the id of a role definition');
    if (seen.has(role)) {
      fail(path, 'is listed twice');
    }
    seen.add(role);
  }
  return [...seen];
}

/** Reads what the rules are given: the basis, the target and who is left out. */
export function readRules(config: Config): RuleSettings {
  const ids = config.getOptionalStringArray('breakGlassIds') ?? [];
  return {
    basis: oneOf(
      'entraMfa.basis',
      config.getOptionalString('basis') ?? 'registered',
      bases,
    ),
    targetPermille: readTarget(config),
    breakGlassIds: ids.map((id, index) =>
      guid(
        `entraMfa.breakGlassIds[${index}]`,
        id,
        'the object id of a break-glass account',
      ),
    ),
    drillDays: readDrillDays(config),
    privilegedRoles: readPrivilegedRoles(config),
    countGuests: config.getOptionalBoolean('scope.countGuests') ?? false,
    ...readUserTypeNull(config),
    listed: readListed(config),
    listedPatterns: readListedPatterns(config),
    leads: readLeads(config),
    ...readTeamSources(config),
  };
}
