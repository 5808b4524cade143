import { VisuallyHidden } from '@backstage/ui';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { ForecastText } from '../components/ForecastText';
import { TrendLine } from '../components/TrendLine';
import { formatPoints } from '../components/formatPoints';
import { formatTarget } from '../components/formatTarget';
import { dayOf } from '../messages/time';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { dailyPoints } from './dailyPoints';
import styles from './overview.module.css';

/** Coverage over time against the target: a line, and the same as a table for screen readers. */
export function TrendPanel({ overview }: OverviewPartProps) {
  const { t, count, state } = useWords();
  const points = dailyPoints(overview.series);
  const [first] = points;
  const last = points[points.length - 1];
  const target = t('general.target', {
    target: formatTarget(overview.targetPermille),
  });
  const forecast = overview.forecast && (
    <ForecastText
      className={styles.note}
      forecast={overview.forecast}
      targetPermille={overview.targetPermille}
    />
  );
  if (points.length < 2) {
    return (
      <Panel title={t('overview.trend.title')}>
        <p className={styles.note}>{t('overview.trend.empty')}</p>
        {forecast}
      </Panel>
    );
  }
  return (
    <Panel
      title={t('overview.trend.title')}
      aside={t('overview.trend.change', {
        change: formatPoints(last.permille - first.permille),
        from: dayOf(first.at),
      })}
    >
      <TrendLine
        points={points.map(point => ({
          time: Date.parse(point.at),
          permille: point.permille,
          hint: `${dayOf(point.at)}: ${formatPermille(point.permille)}`,
        }))}
        targetPermille={overview.targetPermille}
        targetLabel={target}
        label={t('overview.trend.label', {
          from: dayOf(first.at),
          to: dayOf(last.at),
          first: formatPermille(first.permille) ?? '',
          last: formatPermille(last.permille) ?? '',
          target,
        })}
        dayOf={time => dayOf(new Date(time).toISOString()).slice(0, -5)}
      />
      {forecast}
      <VisuallyHidden>
        <table>
          <caption>{t('overview.trend.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overview.trend.date')}</th>
              <th scope="col">{t('overview.trend.coverage')}</th>
              <th scope="col">{state('uncovered', overview.basis)}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(point => (
              <tr key={point.at}>
                <th scope="row">{dayOf(point.at)}</th>
                <td>{formatPermille(point.permille)}</td>
                <td>{count(point.uncovered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Panel>
  );
}
