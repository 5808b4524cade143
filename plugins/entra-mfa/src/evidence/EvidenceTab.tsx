import type { Evidence } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { BundlePanel } from './BundlePanel';
import { LogPanel } from './LogPanel';
import styles from './evidence.module.css';

function HeldPanel({ items }: Pick<Evidence, 'items'>) {
  const { t, count, dayOf } = useWords();
  const title = t('evidence.held.title');
  return (
    <Panel title={title} aside={t('evidence.held.aside')}>
      <DataTable
        label={title}
        columns={[
          { label: t('evidence.held.what') },
          { label: t('evidence.held.since') },
          { label: t('evidence.held.syncs'), isNumber: true },
          { label: t('evidence.held.entry'), isNumber: true, isExtra: true },
          { label: t('evidence.held.fingerprint'), isExtra: true },
        ]}
      >
        {items.map(({ type, since, snapshots, leaf, fingerprint }) => (
          <tr key={type}>
            <th scope="row">{t(`evidence.type.${camel(type)}`)}</th>
            <td className={styles.day}>{dayOf(since)}</td>
            <td className={table.number}>{count(snapshots)}</td>
            <td className={`${table.number} ${table.extra}`}>{count(leaf)}</td>
            <td className={table.extra}>
              <code className={styles.code}>{fingerprint}</code>
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}

/** What is on record of a tenant, how that can be checked, and the file to hand on. */
export function EvidenceTab() {
  const { tenant, at } = usePageParams();
  const { data, error, refetch } = useRead('getEvidence', {}, { tenant, at });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  return (
    <div className={shared.stack}>
      <LogPanel evidence={data} />
      {data.items.length > 0 && (
        <>
          <HeldPanel items={data.items} />
          <BundlePanel evidence={data} />
        </>
      )}
    </div>
  );
}
