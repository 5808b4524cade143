import type { PolicyLimit } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** For what a policy asks only sometimes, in words. */
export function useLimits() {
  const { t } = useWords();
  return (limits: readonly PolicyLimit[]) =>
    limits.length === 0
      ? t('policies.always')
      : limits.map(limit => t(`policies.limit.${limit}`)).join(', ');
}
