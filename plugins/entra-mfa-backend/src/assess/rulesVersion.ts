import { createHash } from 'crypto';
import type { RuleSettings } from './types';

/** Raised with every change of a rule that can change somebody's state. */
const VERSION_OF_RULES = 2;

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
  });
  const fingerprint = createHash('sha256').update(canonical).digest('hex');
  return `${VERSION_OF_RULES}-${fingerprint.slice(0, 12)}`;
}
