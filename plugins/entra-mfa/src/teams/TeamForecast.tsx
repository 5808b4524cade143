import type { Forecast } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** A forecast in a cell: the day, or why there is none in a word or two. */
export function TeamForecast({ forecast }: { forecast: Forecast | null }) {
  const { t, dayOf } = useWords();
  if (!forecast) return <>–</>;
  const { status, expected, earliest, latest, reason, weeks } = forecast;
  if (status === 'met') return <>{t('forecast.met')}</>;
  if (expected && earliest) {
    const hint = latest
      ? t('forecast.range', {
          earliest: dayOf(earliest),
          latest: dayOf(latest),
        })
      : t('forecast.openRange', { earliest: dayOf(earliest) });
    return (
      <span title={`${dayOf(expected)}${hint}`}>
        {t('forecast.short', { day: dayOf(expected) })}
      </span>
    );
  }
  const key = camel(reason ?? 'too-short');
  return (
    <span title={t(`forecast.none.${key}`, { weeks })}>
      {t(`forecast.noneShort.${key}`)}
    </span>
  );
}
