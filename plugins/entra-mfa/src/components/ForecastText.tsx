import type { Forecast } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords, type Words } from '../messages/useWords';

function rangeOf(
  { t, dayOf }: Words,
  { earliest, latest, expected }: Forecast,
) {
  if (!earliest || (earliest === expected && latest === expected)) return '';
  return latest
    ? t('forecast.range', { earliest: dayOf(earliest), latest: dayOf(latest) })
    : t('forecast.openRange', { earliest: dayOf(earliest) });
}

/** When the target is reached, by which method and in which range; or why that cannot be said. */
export function ForecastText(props: {
  forecast: Forecast;
  targetPermille: number;
  className?: string;
}) {
  const words = useWords();
  const { t } = words;
  const { forecast, className } = props;
  const { status, reason, expected, permillePerWeek, weeks } = forecast;
  if (status === 'met') return null;
  if (!expected || permillePerWeek === null) {
    return (
      <p className={className}>
        {t(`forecast.none.${camel(reason ?? 'too-short')}`, { weeks })}
      </p>
    );
  }
  const target = words.targetOf(props.targetPermille);
  return (
    <p className={className} title={t('forecast.method')}>
      {t('forecast.expected', { target, day: words.dayOf(expected) })}
      {rangeOf(words, forecast)}.{' '}
      {t('forecast.pace', {
        points: words.inDecimals(`+${(permillePerWeek / 10).toFixed(2)}`),
        weeks,
      })}
      .{' '}
      {forecast.verdict && forecast.targetDate && (
        <strong>
          {t(`forecast.verdict.${camel(forecast.verdict)}`, {
            day: words.dayOf(forecast.targetDate),
          })}
        </strong>
      )}
    </p>
  );
}
