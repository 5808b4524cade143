import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useRead } from '../api/useRead';
import { MyState } from '../mine/MyState';
import { useMine } from '../mine/useMine';
import { EntityCard } from '../components/EntityCard';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { CardError } from './CardError';
import { TheirState } from './TheirState';
import { useMyself } from './useMyself';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function UserCard() {
  const { t } = useWords();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const mine = useMyself() === ref;
  const { data, error, refetch } = useRead(
    'getPeople',
    {},
    { entityRef: ref, limit: 1 },
  );
  // The day that is set is told with what is the reader's own.
  const { data: own } = useMine({}, { enabled: mine });
  const person = data?.items[0];
  // To others, the card is not there: neither while it loads nor as an empty frame.
  const visible =
    person ||
    (mine && (error || (data?.snapshot && data.visibility === 'all')));
  if (!visible || statusOf(error) === 403) return null;
  return (
    <EntityCard title={t('cards.user.title')} className={styles.card}>
      {person && mine && data?.tenant && (
        <MyState
          person={person}
          tenant={data.tenant}
          targetDate={own?.targetDate}
        />
      )}
      {person && !mine && <TheirState person={person} />}
      {!person && data && (
        <p className={shared.line}>{t('cards.user.notInEntra')}</p>
      )}
      {!person && error && <CardError error={error} onRetry={refetch} />}
    </EntityCard>
  );
}

/**
 * The card of a User: to oneself, one's state and what to do now; to one's lead, the state; to
 * others, nothing.
 *
 * @public
 */
export function EntityEntraMfaUserCard() {
  return (
    <EntraMfaProvider>
      <UserCard />
    </EntraMfaProvider>
  );
}
