import type { Storage } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import table from '../components/table.module.css';
import { useWords, type Words } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import styles from './connections.module.css';

const units = ['kB', 'MB', 'GB', 'TB'];

/** A size as file managers write it: `1.4 GB`. */
function sizeOf({ inDecimals }: Words, bytes: number): string {
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${inDecimals(value.toFixed(1))} ${units[unit]}`;
}

function Group({
  storage,
  group,
}: {
  storage: Storage;
  group: Storage['groups'][number];
}) {
  const words = useWords();
  const { t, count } = words;
  const { id, rows, bytes, keptDays } = group;
  return (
    <tr>
      <th scope="row">
        {t(`connections.storage.group.${id}`)}
        <div className={styles.hint}>{t(`connections.storage.what.${id}`)}</div>
      </th>
      <td className={table.number}>
        {storage.estimated
          ? t('connections.storage.about', { count: rows })
          : count(rows)}
      </td>
      <td className={table.number}>
        {bytes === null ? '–' : sizeOf(words, bytes)}
      </td>
      <td>
        {keptDays === null
          ? t('connections.storage.forever')
          : t('connections.storage.days', { count: keptDays })}
      </td>
    </tr>
  );
}

/** How much is kept, of all tenants together, and for how long. */
export function StoragePanel() {
  const { t } = useWords();
  const { data, error, refetch } = useRead('getStorage', {}, {});
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  return (
    <Panel title={t('connections.storage.title')}>
      <p className={styles.note}>{t('connections.storage.note')}</p>
      <DataTable
        label={t('connections.storage.title')}
        columns={[
          { label: t('connections.storage.part') },
          { label: t('connections.storage.rows'), isNumber: true },
          {
            label: t('connections.storage.size'),
            hint: t('connections.storage.sizeHint'),
            isNumber: true,
          },
          {
            label: t('connections.storage.kept'),
            hint: t('connections.storage.keptHint'),
          },
        ]}
      >
        {data.groups.map(group => (
          <Group key={group.id} storage={data} group={group} />
        ))}
      </DataTable>
    </Panel>
  );
}
