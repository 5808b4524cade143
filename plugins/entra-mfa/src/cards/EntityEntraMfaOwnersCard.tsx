import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { EntityCard } from '../components/EntityCard';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { CardError } from './CardError';
import { OwnersSummary } from './OwnersSummary';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function OwnersCard() {
  const { t } = useWords();
  const { entity } = useEntity();
  const { data, error, refetch } = useRead(
    'getEntityOwners',
    parseEntityRef(stringifyEntityRef(entity)),
    {},
    { every: 60_000 },
  );
  // Without the permission to read figures there is nothing to say on a service's page.
  if (statusOf(error) === 403) return null;
  return (
    <EntityCard title={t('services.card.title')} className={styles.card}>
      {data && <OwnersSummary owners={data} />}
      {!data && !error && <Skeleton width="100%" height={80} />}
      {!data && statusOf(error) === 404 && (
        <p className={shared.line}>{t('services.card.noOwner')}</p>
      )}
      {!data && error && statusOf(error) !== 404 && (
        <CardError error={error} onRetry={refetch} />
      )}
    </EntityCard>
  );
}

/**
 * The card of a Component, API, Resource or System: how many of its owners are not covered.
 *
 * @public
 */
export function EntityEntraMfaOwnersCard() {
  return (
    <EntraMfaProvider>
      <OwnersCard />
    </EntraMfaProvider>
  );
}
