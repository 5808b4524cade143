import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { EntityCard } from '../components/EntityCard';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { statusOf } from '../api/statusOf';
import { isShown } from '../teams/shownTeam';
import { useWords } from '../messages/useWords';
import { CardError } from './CardError';
import { SmallTeam } from './SmallTeam';
import { TeamCoverage } from './TeamCoverage';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function GroupCard() {
  const { t } = useWords();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const { data, error, refetch } = useRead(
    'getTeam',
    parseEntityRef(ref),
    {},
    { every: 60_000 },
  );
  // Without the permission to read figures there is nothing to say on somebody's team page.
  if (statusOf(error) === 403) return null;
  return (
    <EntityCard title={t('cards.group.title')} className={styles.card}>
      {data && isShown(data) && <TeamCoverage team={data} />}
      {data && !isShown(data) && <SmallTeam team={data} />}
      {!data && !error && <Skeleton width="100%" height={120} />}
      {!data && statusOf(error) === 404 && (
        <p className={shared.line}>{t('cards.group.unknownTeam')}</p>
      )}
      {!data && error && statusOf(error) !== 404 && (
        <CardError error={error} onRetry={refetch} />
      )}
    </EntityCard>
  );
}

/**
 * The card of a Group: the team's coverage, its sub-teams, and who is not registered.
 *
 * @public
 */
export function EntityEntraMfaGroupCard() {
  return (
    <EntraMfaProvider>
      <GroupCard />
    </EntraMfaProvider>
  );
}
