import {
  assessedStatuses,
  type AssessedControlFile,
  type AssessmentStatement,
} from './assessmentSchemas';

const DAY = 24 * 3_600_000;

const dayAfter = (day: string, count: number) =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

/** Null where a control's days are those of the period, and those that the assessment says; otherwise what is wrong. */
export function differenceOfControl(
  { control, days, worst, strip, from, to }: AssessedControlFile,
  said: AssessmentStatement['result']['controls'][number] | undefined,
  period: { from: string; to: string; days: number },
): string | null {
  const wrong = (why: string) => `${control}: ${why}`;
  const length = (Date.parse(period.to) - Date.parse(period.from)) / DAY + 1;
  if (from !== period.from || to !== period.to) {
    return wrong('it is of another period');
  }
  if (strip.length !== length || period.days !== length) {
    return wrong('it has more or fewer days than the period');
  }
  const of = (status: string) => strip.filter(day => day === status).length;
  const counted = {
    met: of('met'),
    notMet: of('not-met'),
    notEvaluated: of('not-evaluated'),
    stale: of('stale'),
    noData: of('no-data'),
    disabled: of('disabled'),
  };
  const status = assessedStatuses.find(one => strip.includes(one))!;
  const isSame = (one: unknown, other: unknown) =>
    JSON.stringify(one) === JSON.stringify(other);
  const read = ({
    met,
    notMet,
    notEvaluated,
    stale,
    noData,
    disabled,
  }: typeof counted) => [met, notMet, notEvaluated, stale, noData, disabled];
  if (!isSame(read(days), read(counted))) {
    return wrong('its days do not add up');
  }
  if (
    worst.status !== status ||
    worst.first !== dayAfter(from, strip.indexOf(status)) ||
    worst.last !== dayAfter(from, strip.lastIndexOf(status))
  ) {
    return wrong('another day was the worst');
  }
  return said &&
    isSame(said.strip, strip) &&
    isSame(read(said.days), read(days)) &&
    said.worst.status === status &&
    said.worst.first === worst.first &&
    said.worst.last === worst.last
    ? null
    : wrong('the assessment says something else');
}
