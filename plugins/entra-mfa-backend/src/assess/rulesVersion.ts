import { createHash } from 'crypto';
import { codeVersion } from './codeVersions';
import type { RuleSettings } from './types';

/**
 * The version of the rules that a result keeps: of their code, with a fingerprint of what they were
 * given. The order in which lists were configured changes nothing.
 */
export function rulesVersion(settings: RuleSettings): string {
  const canonical = JSON.stringify({
    basis: settings.basis,
    targetPermille: settings.targetPermille,
    breakGlassIds: [...settings.breakGlassIds].sort(),
    drillDays: settings.drillDays,
    countGuests: settings.countGuests,
    userTypeNull: settings.userTypeNull,
    mailboxes: settings.mailboxes,
    // Left out where there are none, so that a version from before the setting stays what it was.
    privilegedRoles: settings.privilegedRoles?.length
      ? [...settings.privilegedRoles].sort()
      : undefined,
    listed: settings.listed
      .map(({ objectId, owner, reason }) =>
        [objectId, owner, reason].join('\n'),
      )
      .sort(),
    listedPatterns: settings.listedPatterns
      .map(({ pattern, owner, reason }) => [pattern, owner, reason].join('\n'))
      .sort(),
    // The first that fits is the one that is told, so their order is kept.
    scopeRules: settings.scopeRules?.map(
      ({ name, filter, group, owner, reason }) => [
        name,
        filter,
        group,
        owner,
        reason,
      ],
    ),
  });
  const fingerprint = createHash('sha256').update(canonical).digest('hex');
  return `${codeVersion}-${fingerprint.slice(0, 12)}`;
}

/** The version of the code of rules: `3` of `3-0a1b2c3d4e5f`. */
export function codeOfVersion(version: string): number {
  return Number(version.split('-')[0]);
}
