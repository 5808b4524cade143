import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Select } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import {
  entraMfaSyncPermission,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { LazyDayPicker } from '../components/LazyDayPicker';
import { todayHere } from '../messages/time';
import { useStartSync } from '../components/useStartSync';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import { SyncStatus } from './SyncStatus';
import { useSyncEnd } from './useSyncEnd';
import styles from './PageControls.module.css';

/** Asks for a sync, and says how far it is and how it ended, whoever started it. */
function Sync({ overview, tenant }: { overview: Overview; tenant: string }) {
  const { t } = useWords();
  const { at } = usePageParams();
  const sync = useStartSync(tenant);
  const { progress } = overview.freshness;
  const [end, close] = useSyncEnd(
    overview,
    sync.isSuccess ? sync.submittedAt : 0,
  );
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine />}
        isPending={sync.isPending || progress !== null}
        onPress={() => sync.mutate()}
      >
        {t('overview.controls.sync')}
      </Button>
      {/* A past day stays as it is, and the first read has a page of its own. */}
      {!at && overview.snapshot && (
        <SyncStatus progress={progress} end={end} onClose={close} />
      )}
    </>
  );
}

/** Which tenant, as of which day, and for who may: read it now. */
export function PageControls(props: {
  overview: Overview;
  /** Whether the figures are still those of another day or tenant. */
  isOfAnotherDay?: boolean;
}) {
  const { overview, isOfAnotherDay = false } = props;
  const { t, dayOf } = useWords();
  const { at, setParams } = usePageParams();
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  const present = todayHere();
  return (
    <div className={styles.controls}>
      {overview.tenants.length > 1 && (
        <Select
          aria-label={t('overview.controls.tenant')}
          className={styles.tenant}
          options={overview.tenants.map(({ id, name, disconnectedAt }) => ({
            value: id,
            label: disconnectedAt
              ? t('states.disconnected.mark', { tenant: name })
              : name,
          }))}
          value={overview.tenant?.id ?? null}
          onChange={key => setParams({ tenant: String(key) })}
        />
      )}
      {overview.tenants.length === 1 && (
        <span className={styles.name}>{overview.tenants[0].name}</span>
      )}
      <div className={styles.date}>
        <span aria-hidden>{t('overview.controls.asOf')}</span>
        <LazyDayPicker
          aria-label={t('overview.controls.asOf')}
          shown={dayOf(at ?? present)}
          day={at ?? present}
          latest={present}
          onChange={day => setParams({ at: day })}
        />
      </div>
      {allowed && overview.tenant && !overview.tenant.disconnectedAt && (
        <Sync
          // Another day has another snapshot, which nothing has published.
          key={isOfAnotherDay ? 'another' : at ?? 'now'}
          overview={overview}
          tenant={overview.tenant.id}
        />
      )}
    </div>
  );
}
