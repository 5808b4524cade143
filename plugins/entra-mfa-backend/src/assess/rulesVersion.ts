import { createHash } from 'crypto';
import type { RuleSettings } from './types';

/** Raised with every change of a rule. */
const VERSION_OF_RULES = 1;

/** The version that a result keeps: that of the rules, with a fingerprint of their settings. */
export function rulesVersion(settings: RuleSettings): string {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(settings))
    .digest('hex');
  return `${VERSION_OF_RULES}-${fingerprint.slice(0, 12)}`;
}
