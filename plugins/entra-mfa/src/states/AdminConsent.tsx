import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useTenants } from '../api/useTenants';
import { useWords } from '../messages/useWords';
import { ConsentLink } from './ConsentLink';
import { ConsentRequest } from './ConsentRequest';
import styles from './states.module.css';

/** The problems that an administrator's consent solves. */
const solved = new Set(['no-permission', 'no-consent', 'app-not-found']);

function TenantConsent({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const { data } = useTenants();
  const item = data?.items.find(({ id }) => id === tenant);
  if (!data || !item) return null;
  const { name, clientId, consentUrl } = item;
  return (
    <div className={styles.consent}>
      {consentUrl && (
        <>
          <ConsentLink url={consentUrl} />
          <p>{t('states.consent.lists')}</p>
        </>
      )}
      <ConsentRequest
        dataSets={data.dataSets}
        tenant={name}
        clientId={clientId}
        url={consentUrl}
      />
    </div>
  );
}

/** Where admin consent is missing: the way to Microsoft's page for it, and whom to ask. */
export function AdminConsent({ overview }: { overview: Overview }) {
  const { tenant, freshness } = overview;
  const missing = freshness.problems.some(({ code }) => solved.has(code));
  return tenant && missing ? <TenantConsent tenant={tenant.id} /> : null;
}
