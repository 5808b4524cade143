import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { ForecastText } from '../components/ForecastText';
import { TrendLine } from '../components/TrendLine';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { usePageParams } from '../navigation/usePageParams';
import { trendChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { dailyPoints, lastDays } from './dailyPoints';
import { forecastLine } from './forecastLine';
import { TrendNoteList } from './TrendNoteList';
import { trendNotes } from './trendNotes';
import { TrendTable } from './TrendTable';
import styles from './overview.module.css';

const choices = ['30', '90', '365'];
const usual = '90';

/** How many days the trend shows. */
function Choice(props: { days: string; onChange: (days: string) => void }) {
  const { t } = useWords();
  return (
    <ToggleButtonGroup
      aria-label={t('overview.trend.period')}
      className={styles.choice}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.days]}
      onSelectionChange={keys => {
        const chosen = choices.find(days => keys.has(days));
        if (chosen) props.onChange(chosen);
      }}
    >
      {choices.map(days => (
        <ToggleButton key={days} id={days} size="small">
          {t('overview.trend.days', { count: Number(days) })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The days in a picture: with what is marked in them, and what is forecast after them. */
function Drawn(props: {
  overview: Overview;
  points: ReturnType<typeof dailyPoints>;
  days: number;
  notes: ReturnType<typeof trendNotes>;
}) {
  const { overview, points, notes } = props;
  const { t, dayOf, dayOfYear, figureOf, targetOf } = useWords();
  const { setParams } = usePageParams();
  const [first] = points;
  const last = points[points.length - 1];
  const end = Date.parse(last.at);
  const target = t('general.target', {
    target: targetOf(overview.targetPermille),
  });
  const figure = (permille: number) => figureOf(Math.floor(permille)) ?? '';
  return (
    <TrendLine
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
        first: figure(first.permille),
        last: figure(last.permille),
        target,
      })}
      stepLabel={t('general.chartSteps')}
      dayOf={time => dayOfYear(new Date(time).toISOString())}
      marks={notes.map(({ at }, index) => ({
        time: Date.parse(at),
        number: String(index + 1),
      }))}
      // As far ahead as it looks back: what is reached later is told in words.
      forecast={forecastLine(
        { time: end, permille: last.permille },
        overview.forecast,
        overview.targetPermille,
        end + props.days * 86_400_000,
      ).map(point => {
        const day = dayOf(new Date(point.time).toISOString());
        const [low, high] = point.range.map(figure);
        return {
          ...point,
          hint:
            point.likely === null
              ? t('overview.trend.forecastRange', { day, low, high })
              : t('overview.trend.forecast', {
                  day,
                  figure: figure(point.likely),
                  low,
                  high,
                }),
        };
      })}
      onChoose={time =>
        setParams({ at: new Date(time).toISOString().slice(0, 10) })
      }
    />
  );
}

/** Coverage over time against the target: a line, what was different on the way, and the same as a table. */
export function TrendPanel({ overview }: OverviewPartProps) {
  const { t, dayOf, pointsOf } = useWords();
  const { tenant } = usePageParams();
  const { values, change, wrong } = useCheckedValues(trendChecks);
  const { trend } = values;
  const days = Number(trend ?? usual);
  const all = dailyPoints(overview.series);
  const points = lastDays(all, days);
  const [first] = points;
  const last = points[points.length - 1];
  const notes = trendNotes(all).filter(({ at }) => first && at >= first.at);
  const empty =
    all.length < 2
      ? t(
          all.length === 0
            ? 'overview.trend.empty.none'
            : 'overview.trend.empty.one',
        )
      : t('overview.trend.empty.short');
  const isDrawn = points.length > 1;
  return (
    <Panel
      title={t('overview.trend.title')}
      aside={
        isDrawn &&
        t('overview.trend.change', {
          change: pointsOf(last.permille - first.permille),
          from: dayOf(first.at),
        })
      }
    >
      <WrongValues wrong={wrong} />
      {all.length > 1 && (
        <Choice
          days={String(days)}
          onChange={chosen =>
            change({ trend: chosen === usual ? undefined : chosen })
          }
        />
      )}
      {isDrawn ? (
        <Drawn overview={overview} points={points} days={days} notes={notes} />
      ) : (
        <p className={styles.note}>{empty}</p>
      )}
      {overview.forecast && (
        <ForecastText
          className={styles.note}
          forecast={overview.forecast}
          targetPermille={overview.targetPermille}
        />
      )}
      {isDrawn && (
        <>
          <TrendNoteList notes={notes} />
          <TrendTable
            points={points}
            basis={overview.basis}
            tenant={tenant}
            trend={trend}
          />
        </>
      )}
    </Panel>
  );
}
