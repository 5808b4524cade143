import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { KindLabel } from '../changes/KindLabel';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { StateLabel } from '../components/StateLabel';
import { useWords } from '../messages/useWords';
import styles from './person.module.css';

/** What the person was counted as, newest first. */
export function PersonHistory(props: { history: PersonDetail['history'] }) {
  const { t, stateOf, reason, tier, method, dayOf } = useWords();
  return (
    <Panel title={t('people.person.history')}>
      <DataTable
        label={t('people.person.history')}
        columns={[
          { label: t('people.person.from') },
          { label: t('people.person.state') },
          { label: t('people.person.tier') },
          { label: t('people.person.methods') },
        ]}
      >
        {props.history.map(entry => (
          <tr key={entry.snapshot}>
            <th scope="row" className={styles.date}>
              <Moment iso={entry.from}>{dayOf(entry.from)}</Moment>
              <div className={styles.subtitle}>
                {entry.to
                  ? t('people.person.until', { date: dayOf(entry.to) })
                  : t('people.person.present')}
              </div>
            </th>
            <td>
              <StateLabel state={entry.state} label={stateOf(entry)} />
              <div className={styles.subtitle}>{reason(entry.reason)}</div>
              {entry.kind && <KindLabel kind={entry.kind} />}
            </td>
            <td>{tier(entry.tier)}</td>
            <td>
              {entry.methods.map(method).join(', ') ||
                (entry.tier === null
                  ? tier(null)
                  : t('people.person.facts.none'))}
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}
