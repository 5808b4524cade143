import { Link } from '@backstage/ui';
import type { Control } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { ControlStatusLabel } from '../controls/ControlStatusLabel';
import { DayStrip } from '../controls/DayStrip';
import { Short } from '../controls/Short';
import { useResultWords } from '../controls/useResultWords';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import styles from './kpi.module.css';

/** Where a control stands: its status and since when, what its tests came to, and a strip of its days. */
export function ControlKpi({ control }: { control: Control }) {
  const { t, dayOf, momentOf, said } = useWords();
  const { figureOf } = useResultWords();
  const { framework, id, tenant, words, status, since, snapshot } = control;
  const links = useLinks({ tenant: tenant?.id });
  const { title } = said(words);
  return (
    <div className={styles.kpi} data-stale={status === 'stale'}>
      <p className={shared.line}>
        <Link href={links.control(framework.id, id)}>
          {id} {title}
        </Link>{' '}
        <span className={shared.small}>{framework.name}</span>
      </p>
      <p className={styles.verdict}>
        <ControlStatusLabel status={status ?? 'no-data'} />
        {since && (
          <span className={shared.small}>
            {t('controls.since', { date: dayOf(since) })}
          </span>
        )}
      </p>
      <ul className={shared.lines}>
        {control.results.map(result => (
          <li key={result.test}>
            {figureOf(result)} <Short result={result} />
          </li>
        ))}
      </ul>
      <DayStrip days={control.strip} />
      {snapshot && (
        <p className={shared.smallLine}>
          {t('cards.kpi.asOf', { moment: momentOf(snapshot.at) })}
        </p>
      )}
    </div>
  );
}
