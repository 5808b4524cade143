import { Sparkline } from '../components/Sparkline';
import { dailyPoints, lastDays } from '../overview/dailyPoints';
import type { ShownTeam } from '../teams/shownTeam';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** So far back it looks. */
const DAYS = 90;

/** How a coverage went: a small line, and in words from where to where. */
export function Course(props: {
  of: Pick<ShownTeam, 'series' | 'targetPermille'>;
}) {
  const { series, targetPermille } = props.of;
  const { t, dayOf, figureOf, pointsOf, targetOf } = useWords();
  const points = lastDays(dailyPoints(series), DAYS);
  if (points.length < 2) {
    return (
      <p className={shared.smallLine}>
        {t(
          points.length === 0
            ? 'overview.trend.empty.none'
            : 'overview.trend.empty.one',
        )}
      </p>
    );
  }
  const [first] = points;
  const last = points[points.length - 1];
  const figure = (permille: number) => figureOf(permille) ?? '';
  const figures = points.map(({ permille }) => permille);
  return (
    <div>
      <Sparkline
        points={points.map(({ at, permille }) => ({
          time: Date.parse(at),
          permille,
        }))}
        targetPermille={targetPermille}
        label={t('cards.group.course', {
          from: dayOf(first.at),
          to: dayOf(last.at),
          first: figure(first.permille),
          last: figure(last.permille),
          low: figure(Math.min(...figures)),
          high: figure(Math.max(...figures)),
          target: t('general.target', {
            target: targetOf(targetPermille),
          }),
        })}
      />
      <p className={shared.smallLine}>
        {t('cards.group.courseText', {
          change: pointsOf(last.permille - first.permille),
          from: dayOf(first.at),
          first: figure(first.permille),
        })}
      </p>
    </div>
  );
}
