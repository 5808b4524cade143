import { useState } from 'react';
import { Select, Skeleton } from '@backstage/ui';
import {
  trailKinds,
  type TrailEvent,
  type TrailKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePagedList } from '../api/usePagedList';
import { DataTable } from '../components/DataTable';
import { EntityName } from '../components/EntityName';
import { Moment } from '../components/Moment';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import { trailDetails } from './trailDetails';
import styles from './connections.module.css';

const ALL = 'all';

function Who({ actor }: Pick<TrailEvent, 'actor'>) {
  const { t } = useWords();
  if (actor.kind === 'system') return <>{t('connections.trail.system')}</>;
  if (actor.ref === null) return <>{t('connections.trail.forgotten')}</>;
  return actor.kind === 'user' && actor.ref.includes(':') ? (
    <EntityName of={actor.ref} />
  ) : (
    <code>{actor.ref}</code>
  );
}

/** What happened to a connection, the newest first: who did what, and what came of it. */
export function Trail({ tenant }: { tenant: string }) {
  const words = useWords();
  const { t, momentOf } = words;
  const [kind, setKind] = useState<TrailKind | typeof ALL>(ALL);
  const { data, error, refetch, paging } = usePagedList(
    'getTrail',
    { id: tenant },
    { kind: kind === ALL ? undefined : kind },
    { list: 'trail', every: 60_000 },
  );
  const events = data?.items ?? [];
  return (
    <Panel
      title={t('connections.trail.title')}
      aside={
        <Select
          size="small"
          className={styles.kinds}
          aria-label={t('connections.trail.kind')}
          options={[
            { value: ALL, label: t('connections.trail.all') },
            ...trailKinds.map(value => ({
              value,
              label: t(`connections.kind.${camel(value)}`),
            })),
          ]}
          value={kind}
          onChange={value => setKind(value as TrailKind)}
        />
      }
    >
      <p className={styles.note}>{t('connections.trail.note')}</p>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data && events.length === 0 && (
        <p className={styles.note}>{t('connections.trail.empty')}</p>
      )}
      {events.length > 0 && (
        <DataTable
          label={t('connections.trail.title')}
          columns={[
            { label: t('connections.trail.number'), isNumber: true },
            { label: t('connections.trail.at') },
            { label: t('connections.trail.what') },
            { label: t('connections.trail.who') },
            { label: t('connections.trail.details') },
          ]}
        >
          {events.map(event => (
            <tr key={event.sequence}>
              <td style={{ textAlign: 'right' }}>{event.sequence}</td>
              <td className={styles.when}>
                <Moment iso={event.at}>{momentOf(event.at)}</Moment>
              </td>
              <th scope="row">
                {t(`connections.kind.${camel(event.kind)}`)}
                {event.outcome !== 'done' &&
                  event.kind !== 'read-failed' &&
                  `, ${t(`connections.trail.${event.outcome}`)}`}
              </th>
              <td>
                <Who actor={event.actor} />
              </td>
              <td className={styles.details}>{trailDetails(words, event)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {events.length > 0 && <Pager paging={paging} rows={events.length} />}
    </Panel>
  );
}
