import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './person.module.css';

/** What was to be mended of the person: opened and closed by which snapshot. Nothing where nothing ever was. */
export function PersonGaps({
  gaps,
  reminders,
}: Pick<PersonDetail, 'gaps' | 'reminders'>) {
  const { t, dayOf } = useWords();
  if (gaps.length === 0) return null;
  const title = t('remediation.person.title');
  const place = ({ at, snapshot }: { at: string; snapshot: number }) => (
    <>
      <Moment iso={at}>{dayOf(at)}</Moment>
      <div className={styles.subtitle}>
        {t('remediation.person.bySnapshot', { snapshot })}
      </div>
    </>
  );
  const told = (from: string, to: string | undefined) =>
    reminders.filter(({ at }) => at >= from && (!to || at <= to));
  return (
    <Panel title={title} aside={t('remediation.person.aside')}>
      <DataTable
        label={title}
        columns={[
          { label: t('remediation.column.kind') },
          { label: t('remediation.person.opened') },
          { label: t('remediation.person.told') },
          { label: t('remediation.person.closed') },
        ]}
      >
        {gaps.map(({ kind, opened, closed }) => (
          <tr key={`${kind} ${opened.snapshot}`}>
            <th scope="row">{t(`remediation.kind.${camel(kind)}`)}</th>
            <td className={styles.date}>{place(opened)}</td>
            <td>
              {told(opened.at, closed?.at).map(({ at, campaign }) => (
                <div key={at}>
                  <Moment iso={at}>{dayOf(at)}</Moment>, {campaign.title}
                </div>
              ))}
              {kind === 'uncovered' &&
                told(opened.at, closed?.at).length === 0 &&
                t('remediation.person.notTold')}
            </td>
            <td className={styles.date}>
              {closed ? (
                <>
                  {t(`remediation.outcome.${camel(closed.outcome)}`)},{' '}
                  {place(closed)}
                </>
              ) : (
                t('remediation.person.open')
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}
