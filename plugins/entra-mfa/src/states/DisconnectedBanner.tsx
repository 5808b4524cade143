import { Alert, Link } from '@backstage/ui';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';

/** The page shows a tenant that is not read any more: since when, of which day its figures are, and its history. */
export function DisconnectedBanner({
  overview: { tenant, snapshot },
}: {
  overview: Overview;
}) {
  const { t, dayOf, momentOf } = useWords();
  const links = useLinks(usePageParams());
  if (!tenant?.disconnectedAt) return null;
  return (
    <Alert
      status="danger"
      icon
      role="status"
      title={t('states.disconnected.title', {
        tenant: tenant.name,
        since: momentOf(tenant.disconnectedAt),
      })}
      description={
        snapshot
          ? [
              t('states.disconnected.text', { day: dayOf(snapshot.at) }),
              t('states.stale.notMet'),
            ].join(' ')
          : t('states.disconnected.never')
      }
      customActions={
        <Link href={links.connection(tenant.id)} variant="body-small">
          {t('states.disconnected.connection')}
        </Link>
      }
    />
  );
}
