import { CopyTextButton } from '@backstage/core-components';
import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './states.module.css';

/** Whom to ask for admin consent, with a request that can be sent to them as it stands. */
export function ConsentRequest(props: {
  dataSets: Tenants['dataSets'];
  tenant?: string;
  clientId?: string | null;
  url?: string | null;
}) {
  const { t } = useWords();
  const { dataSets, tenant, clientId, url } = props;
  const permissions = new Set(
    dataSets.flatMap(({ permission }) => permission ?? []),
  );
  const request = [
    t('states.consent.ask'),
    tenant && t('states.consent.tenant', { tenant }),
    clientId && t('states.consent.app', { clientId }),
    t('states.consent.permissions', {
      permissions: [...permissions].sort().join(', '),
    }),
    url && t('states.consent.page', { url }),
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <details className={styles.whom}>
      <summary>{t('states.consent.neither')}</summary>
      <p>{t('states.consent.neitherText')}</p>
      <div className={styles.request}>
        <p role="group" aria-label={t('states.consent.request')}>
          {request}
        </p>
        <CopyTextButton
          text={request}
          aria-label={t('states.consent.copy')}
          tooltipText={t('states.consent.copied')}
          variant="secondary"
        />
      </div>
    </details>
  );
}
