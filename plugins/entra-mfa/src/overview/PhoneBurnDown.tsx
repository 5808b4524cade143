import type {
  Overview,
  PhoneEnds,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { AsTable } from '../components/AsTable';
import { BurnDownLine } from '../components/BurnDownLine';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { lastDays, lastOfDays } from './dailyPoints';
import { changeIn4Weeks, neededLine, neededPerWeek } from './neededLine';
import styles from './overview.module.css';

/** So far back it looks. */
const DAYS = 90;

/** Whether those with only a phone get fewer fast enough: over time, down to the days on which it stops. */
export function PhoneBurnDown(props: {
  series: Overview['series'];
  ends: PhoneEnds;
}) {
  const { t, count, dayOf, dayOfYear, inDecimals } = useWords();
  const points = lastDays(lastOfDays(props.series), DAYS);
  const last = points[points.length - 1];
  const needed = last
    ? neededLine(
        { time: Date.parse(last.at), people: last.phoneOnly },
        props.ends,
      )
    : [];
  if (needed.length === 0) return null;
  const dayAt = (time: number) => dayOf(new Date(time).toISOString());
  const [now, next] = needed;
  const change = changeIn4Weeks(points);
  const pace = (
    <p className={styles.note}>
      {t('phone.burnDown.needed', {
        date: dayAt(next.time),
        pace: inDecimals(neededPerWeek(needed).toFixed(1)),
      })}{' '}
      {change !== null &&
        change < 0 &&
        t('phone.burnDown.fewer', { count: -change })}
      {change !== null &&
        change > 0 &&
        t('phone.burnDown.more', { count: change })}
      {change === 0 && t('phone.burnDown.same')}
    </p>
  );
  if (points.length < 2) {
    return (
      <>
        {pace}
        <p className={styles.note}>{t('overview.trend.empty.one')}</p>
      </>
    );
  }
  const toPoint = (time: number, people: number, hint: string) => ({
    time,
    people,
    hint: `${dayAt(time)}: ${hint}`,
  });
  return (
    <>
      <div className={styles.burnDown}>
        <BurnDownLine
          points={points.map(({ at, phoneOnly }) =>
            toPoint(
              Date.parse(at),
              phoneOnly,
              t('phone.people', { count: phoneOnly }),
            ),
          )}
          needed={needed.map(({ time, people }) =>
            toPoint(time, people, t('phone.burnDown.left', { count: people })),
          )}
          label={t('phone.burnDown.label', {
            from: dayOf(points[0].at),
            to: dayOf(last.at),
            first: count(points[0].phoneOnly),
            last: count(now.people),
            date: dayAt(next.time),
            left: count(next.people),
          })}
          stepLabel={t('general.chartSteps')}
          dayOf={time => dayOfYear(new Date(time).toISOString())}
        />
      </div>
      {pace}
      <AsTable
        label={t('phone.burnDown.title')}
        columns={[
          { label: t('overview.trend.date') },
          { label: t('phone.title'), isNumber: true },
        ]}
        rows={() => [
          ...points.map(({ at, phoneOnly }) => (
            <tr key={at}>
              <th scope="row">{dayOf(at)}</th>
              <td className={table.number}>{count(phoneOnly)}</td>
            </tr>
          )),
          ...needed.slice(1).map(({ time, people }) => (
            <tr key={time}>
              <th scope="row">{dayAt(time)}</th>
              <td className={table.number}>
                {t('phone.burnDown.left', { count: people })}
              </td>
            </tr>
          )),
        ]}
      />
    </>
  );
}
