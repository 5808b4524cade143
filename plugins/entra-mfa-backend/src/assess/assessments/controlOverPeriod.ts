import type {
  AssessedControl,
  ControlDay,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dailyStrip, type Span } from '../controls/standing';
import { daysAfter } from '../exceptions/days';
import { lengthOf, type Period } from './period';

/** Which day of a period is the worst. That nothing is known weighs more than what is met. */
const ranks: readonly ControlDay[] = [
  'not-met',
  'not-evaluated',
  'no-data',
  'stale',
  'met',
  'disabled',
];

/**
 * What a control was over a period: its days by their worst status, and the worst of them. A day without fresh data is
 * never met.
 *
 * @param until - the end of the period, or now while its last day goes on
 */
export function controlOverPeriod(
  control: string,
  spans: readonly Span[],
  period: Period,
  until: Date,
): AssessedControl {
  const strip = dailyStrip(spans, lengthOf(period), until);
  const of = (wanted: ControlDay) => strip.filter(day => day === wanted).length;
  const status = ranks.find(rank => strip.includes(rank)) ?? 'no-data';
  return {
    control,
    days: {
      met: of('met'),
      notMet: of('not-met'),
      notEvaluated: of('not-evaluated'),
      stale: of('stale'),
      noData: of('no-data'),
      disabled: of('disabled'),
    },
    worst: {
      status,
      first: daysAfter(period.from, strip.indexOf(status)),
      last: daysAfter(period.from, strip.lastIndexOf(status)),
    },
    strip,
  };
}

/** How many controls were met on every day on which they apply, and applied on one. */
export function countMetThroughout(
  controls: readonly Pick<AssessedControl, 'days'>[],
): number {
  return controls.filter(
    ({ days: { met, disabled, ...others } }) =>
      met > 0 && Object.values(others).every(count => count === 0),
  ).length;
}
