import { ButtonIcon, Link } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  changeKinds,
  type SyncProgress,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useTimeLeft } from '../states/useTimeLeft';
import type { SyncEnd } from './useSyncEnd';
import styles from './PageControls.module.css';

/** What a sync is doing, how far it is, and how long it still takes. */
function Progress({ progress }: { progress: SyncProgress }) {
  const { t } = useWords();
  const { dataSet, people, expectedPeople, secondsLeft } = progress;
  const doing = () => {
    if (dataSet) return t('overview.controls.syncReads', { dataSet });
    return secondsLeft === 0 ? t('overview.controls.syncAll') : null;
  };
  const read = () => {
    if (people === 0 && !expectedPeople) return null;
    return expectedPeople !== null && people < expectedPeople
      ? t('overview.controls.syncPeopleOf', {
          people,
          expected: expectedPeople,
        })
      : t('overview.controls.syncPeople', { count: people });
  };
  const left = useTimeLeft()(progress);
  return <>{[doing(), read(), left].filter(Boolean).join(' ')}</>;
}

/** What a sync has published, with what changed by it. */
function Published({ end }: { end: SyncEnd & { kind: 'published' } }) {
  const { t, count } = useWords();
  const { tenant } = usePageParams();
  const links = useLinks({ tenant });
  const { snapshot, before } = end;
  const period = { from: before?.at, to: snapshot.at };
  const { data } = useRead(
    'getChanges',
    {},
    { ...period, tenant, limit: 1 },
    { enabled: before !== null },
  );
  const number = String(snapshot.number);
  const counts = data?.counts;
  if (!counts) return <>{t('overview.controls.syncPublished', { number })}</>;
  const changes = changeKinds
    .filter(kind => counts[kind] > 0)
    .map(kind => `${count(counts[kind])} ${t(`changes.kind.${camel(kind)}`)}`);
  return changes.length === 0 ? (
    <>{t('overview.controls.syncUnchanged', { number })}</>
  ) : (
    <Link href={links.changes(period)}>
      {t('overview.controls.syncChanged', {
        number,
        changes: changes.join(', '),
      })}
    </Link>
  );
}

function Failed({ end }: { end: SyncEnd & { kind: 'failed' } }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  return (
    <>
      {end.problem
        ? t('overview.controls.syncEnded', { problem: end.problem.message })
        : t('overview.controls.syncEndedNoReason')}{' '}
      <Link href={links.connections()}>{t('overview.tabs.connections')}</Link>
    </>
  );
}

/**
 * How far the running sync is, or how the last one ended. Only that it runs and how it ended is told to
 * screen readers by itself: figures that move every two seconds would drown everything else.
 */
export function SyncStatus(props: {
  progress: SyncProgress | null;
  end: SyncEnd | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { progress, end, onClose } = props;
  return (
    <div className={styles.sync} data-failed={end?.kind === 'failed'}>
      <span role="status">
        {progress && t('overview.controls.syncRuns')}
        {!progress && end?.kind === 'published' && <Published end={end} />}
        {!progress && end?.kind === 'failed' && <Failed end={end} />}
      </span>
      {progress && (
        <span>
          <Progress progress={progress} />
        </span>
      )}
      {!progress && end && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('overview.controls.syncClose')}
          onPress={onClose}
        />
      )}
    </div>
  );
}
