import { VisuallyHidden } from '@backstage/ui';
import { Panel } from '../components/Panel';
import { ForecastText } from '../components/ForecastText';
import { LazyTrendLine } from '../components/LazyTrendLine';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { dailyPoints } from './dailyPoints';
import styles from './overview.module.css';

/** Coverage over time against the target: a line, and the same as a table for screen readers. */
export function TrendPanel({ overview }: OverviewPartProps) {
  const { t, count, state, dayOf, dayOfYear, figureOf, targetOf, pointsOf } =
    useWords();
  const points = dailyPoints(overview.series);
  const [first] = points;
  const last = points[points.length - 1];
  const target = t('general.target', {
    target: targetOf(overview.targetPermille),
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
        change: pointsOf(last.permille - first.permille),
        from: dayOf(first.at),
      })}
    >
      <LazyTrendLine
        points={points.map(point => ({
          time: Date.parse(point.at),
          permille: point.permille,
          hint: `${dayOf(point.at)}: ${figureOf(point.permille)}`,
        }))}
        targetPermille={overview.targetPermille}
        targetLabel={target}
        label={t('overview.trend.label', {
          from: dayOf(first.at),
          to: dayOf(last.at),
          first: figureOf(first.permille) ?? '',
          last: figureOf(last.permille) ?? '',
          target,
        })}
        dayOf={time => dayOfYear(new Date(time).toISOString())}
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
                <td>{figureOf(point.permille)}</td>
                <td>{count(point.uncovered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Panel>
  );
}
