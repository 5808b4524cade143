import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import { printed } from './printed';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

/** The rows behind the assessment, as they were read, each with the run that read it. */
export function PersonRecords(props: { records: PersonDetail['records'] }) {
  const { t, age } = useWords();
  const now = useNow();
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
                  {t('people.person.readAt', {
                    age: age(record.readAt, now),
                    run: String(record.run),
                  })}
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
