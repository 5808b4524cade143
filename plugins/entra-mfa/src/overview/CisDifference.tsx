import type { CisCount } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** Why CIS's own count is another one than ours, in words. */
export function CisDifference({ cis }: { cis: CisCount }) {
  const { t } = useWords();
  const { leftOut, certificateScope } = cis;
  return (
    <>
      {[
        t('roles.cis.whoever'),
        ...(leftOut > 0 ? [t('roles.cis.leftOut', { count: leftOut })] : []),
        ...(certificateScope > 0
          ? [t('roles.cis.certificate', { count: certificateScope })]
          : []),
      ].join(' ')}
    </>
  );
}
