import { Link } from '@backstage/ui';
import {
  controlDays,
  type ControlListed,
  type Controls,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ScrollRegion } from '../components/ScrollRegion';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { ControlStatusLabel } from './ControlStatusLabel';
import { DayStrip, StripLegend } from './DayStrip';
import { NextAct } from './NextAct';
import { Short } from './Short';
import { useResultWords } from './useResultWords';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import styles from './controls.module.css';

function Line(props: { framework: string; control: ControlListed }) {
  const { framework, control } = props;
  const { t, dayOf, said } = useWords();
  const { id, titles, status, since, result, disabledReason } = control;
  const links = useLinks(usePageParams());
  const { figureOf } = useResultWords();
  return (
    <tr>
      <th scope="row" className={styles.control}>
        <Link href={links.control(framework, id)} variant="body-small">
          <strong>{id}</strong> {said(titles)}
        </Link>
      </th>
      <td>
        <ControlStatusLabel status={status ?? 'no-data'} />
        {since && (
          <span className={styles.since}>
            {t('controls.since', { date: dayOf(since) })}
          </span>
        )}
      </td>
      <td className={styles.stripCell}>
        <DayStrip days={control.strip} />
      </td>
      <td className={styles.figureCell}>
        {disabledReason ?? (result && figureOf(result))}
        {disabledReason === null && result && <Short result={result} />}
      </td>
      <td>
        {disabledReason === null && result && <NextAct result={result} />}
      </td>
    </tr>
  );
}

/** Each control in a line: its status, how that went, what decides it, and what to do next. */
export function ControlList({ controls }: { controls: Controls }) {
  const { t } = useWords();
  const { framework, controls: list } = controls;
  const { name } = controls.frameworks.find(({ id }) => id === framework)!;
  const days = controlDays.filter(day =>
    list.some(({ strip }) => strip.includes(day)),
  );
  return (
    <>
      <ScrollRegion label={name}>
        <table className={`${table.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('controls.column.control')}</th>
              <th scope="col">{t('controls.column.status')}</th>
              <th scope="col">
                {t('controls.column.days', { count: list[0].strip.length })}
              </th>
              <th scope="col">{t('controls.column.figure')}</th>
              <th scope="col">{t('controls.column.next')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(control => (
              <Line key={control.id} framework={framework} control={control} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={shared.note}>
        <StripLegend days={days} />
      </div>
    </>
  );
}
