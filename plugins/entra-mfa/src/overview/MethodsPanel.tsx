import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import { ScrollRegion } from '../components/ScrollRegion';
import table from '../components/table.module.css';
import { inScope } from '../navigation/filterValues';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import styles from './overview.module.css';

/** How many people in scope have registered each method. */
export function MethodsPanel({ counts }: OverviewPartProps) {
  const { t, count, method, tier } = useWords();
  const methods = [...counts.methods].sort((a, b) => b.count - a.count);
  const most = Math.max(1, ...methods.map(entry => entry.count));
  return (
    <Panel title={t('overview.methods.title')}>
      {methods.length === 0 ? (
        <p className={styles.note}>{t('overview.methods.none')}</p>
      ) : (
        <>
          <ScrollRegion label={t('overview.methods.title')}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('overview.methods.method')}</th>
                  <th scope="col">{t('overview.methods.tier')}</th>
                  <th scope="col" className={table.number}>
                    {t('overview.methods.people')}
                  </th>
                  <td aria-hidden className={styles.barColumn} />
                </tr>
              </thead>
              <tbody>
                {methods.map(entry => (
                  <tr key={entry.method}>
                    <th scope="row">
                      <PeopleLink
                        filter={{ method: entry.method, state: inScope }}
                        title={entry.method}
                      >
                        {method(entry.method)}
                      </PeopleLink>
                    </th>
                    <td>{tier(entry.tier)}</td>
                    <td className={table.number}>{count(entry.count)}</td>
                    <td aria-hidden className={styles.barColumn}>
                      <div
                        className={styles.methodBar}
                        style={{
                          width: `${(entry.count * 100) / most}%`,
                          background: `var(--emfa-tier-${entry.tier})`,
                        }}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <p className={styles.note}>{t('overview.methods.note')}</p>
        </>
      )}
    </Panel>
  );
}
