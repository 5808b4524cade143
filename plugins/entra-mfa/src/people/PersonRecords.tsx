import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import { useOverview } from '../api/useOverview';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { printed } from './printed';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

/** The rows behind the assessment, as they were read, each since when it is so. */
export function PersonRecords(props: {
  records: PersonDetail['records'];
  /** Whether they are what was read last, and not of a past day or of somebody who left. */
  isNow?: boolean;
}) {
  const { t, age, dayOf } = useWords();
  const now = useNow();
  const { data } = useOverview(usePageParams());
  const lastReadAt = props.isNow && data?.freshness.readAt;
  return (
    <Panel title={t('people.person.records')}>
      {props.records.length === 0 && <p>{t('people.person.noRecords')}</p>}
      <div className={styles.records}>
        {props.records.map(record => (
          <section key={`${record.dataSet} ${record.key}`}>
            <h3 className={styles.recordTitle}>
              {record.dataSet}{' '}
              <span className={styles.subtitle}>
                <Moment iso={record.readAt}>
                  {t(
                    lastReadAt
                      ? 'people.person.unchanged'
                      : 'people.person.unchangedThen',
                    {
                      date: dayOf(record.readAt),
                      run: String(record.run),
                      age: lastReadAt ? age(lastReadAt, now) : '',
                    },
                  )}
                </Moment>
              </span>
            </h3>
            <dl className={styles.raw}>
              {Object.entries(record.body).map(([name, value]) => (
                <div key={name} className={styles.rawRow}>
                  <dt>{name}</dt>
                  <dd className={shared.breakable}>{printed(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  );
}
