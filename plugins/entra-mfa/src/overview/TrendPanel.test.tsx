import { drawCharts } from '../../dev/testing/drawCharts';
import { fireEvent, waitFor, within } from '@testing-library/react';
import {
  formatPermille,
  type Forecast,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { formatPoints } from '../messages/formatPoints';
import { dayOf } from '../../dev/testing/english';
import { dailyPoints } from './dailyPoints';
import { TrendPanel } from './TrendPanel';

drawCharts();

const points = dailyPoints(overview.series);
const [first] = points;
const last = points[points.length - 1];
const forecast = overview.forecast!;

it('says how the figure has changed, for who sees the line and who does not', async () => {
  renderOverviewPart(TrendPanel);
  const trend = await panel('Trend');
  expect(
    trend.getByText(
      `${formatPoints(last.permille - first.permille)} points since ${dayOf(
        first.at,
      )}`,
    ),
  ).toBeInTheDocument();
  expect(
    await trend.findByRole('img', {
      name: `Coverage from ${dayOf(first.at)} to ${dayOf(
        last.at,
      )}: ${formatPermille(first.permille)} to ${formatPermille(
        last.permille,
      )}, target 95 %`,
    }),
  ).toBeInTheDocument();
  const table = trend.getByRole('table', { name: 'Trend' });
  const [head, ...rows] = within(table).getAllByRole('row');
  expect(head).toHaveTextContent('DateCoveragenot registered');
  expect(rows.map(({ textContent }) => textContent)).toEqual(
    points.map(
      point =>
        `${dayOf(point.at)}${formatPermille(point.permille)}${point.uncovered}`,
    ),
  );
});

it('draws the line between its days, with the target and what the pointer is on', async () => {
  renderOverviewPart(TrendPanel, { having: { targetPermille: 750 } });
  const trend = await panel('Trend');
  const chart = await waitFor(() => {
    const drawn = trend.card.querySelector('.recharts-wrapper');
    expect(drawn).not.toBeNull();
    return drawn!;
  });
  const textsOf = (selector: string) =>
    [...chart.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(textsOf('.recharts-label')).toEqual(['target 75 %']);
  const days = points.map(({ at }) => dayOf(at).replace(/ \d{4}$/, ''));
  const below = textsOf('.recharts-xAxis-tick-labels text');
  expect(below.length).toBeGreaterThan(1);
  expect(days).toEqual(expect.arrayContaining(below));
  fireEvent.mouseMove(chart, { clientX: 390, clientY: 80 });
  const heightsOf = (selector: string) =>
    [...chart.querySelectorAll(selector)].map(line => line.getAttribute('y1'));
  expect(heightsOf('.recharts-cartesian-grid-horizontal line')).toContain(
    heightsOf('.recharts-reference-line-line')[0],
  );
  const hint = await waitFor(
    () => chart.querySelector('.tooltip')!.textContent,
  );
  expect(
    points.map(
      ({ at, permille }) => `${dayOf(at)}: ${formatPermille(permille)}`,
    ),
  ).toContain(hint);
});

it.each([0, 1])('needs two days, and has %s', async days => {
  renderOverviewPart(TrendPanel, {
    having: { series: overview.series.slice(0, days) },
  });
  const trend = await panel('Trend');
  expect(
    trend.getByText('A trend needs two reads on different days.'),
  ).toBeInTheDocument();
  expect(trend.queryByRole('img')).toBeNull();
  expect(trend.getByText(/^At this pace/)).toBeInTheDocument();
});

it('says of whom it counts, in the words of what counts', async () => {
  renderOverviewPart(TrendPanel, { scenario: 'capable' });
  const trend = await panel('Trend');
  expect(
    trend.getByRole('columnheader', { name: 'not MFA capable' }),
  ).toBeInTheDocument();
});

it('is drawn from two days on', async () => {
  renderOverviewPart(TrendPanel, {
    having: { series: overview.series.slice(0, 2) },
  });
  const trend = await panel('Trend');
  expect(trend.getByRole('img')).toBeInTheDocument();
});

describe('the forecast', () => {
  const pace = `+${(forecast.permillePerWeek! / 10).toFixed(
    2,
  )} points a week over the last ${forecast.weeks} weeks.`;
  const day = dayOf(forecast.expected!);
  const [earliest, latest] = [forecast.earliest!, forecast.latest!].map(dayOf);

  it.each<[string, Partial<Forecast>, string]>([
    [
      'its range, and that it is too late',
      { verdict: 'late' },
      `around ${day}, between ${earliest} and ${latest}. ${pace} Too late for the set date, 31 Dec 2026.`,
    ],
    [
      'that it is in time',
      { verdict: 'on-time' },
      `${pace} In time for the set date, 31 Dec 2026.`,
    ],
    [
      'that the date lies within the range',
      { verdict: 'uncertain' },
      `${pace} The set date, 31 Dec 2026, lies within the range.`,
    ],
    [
      'no date where none is set',
      { verdict: null, targetDate: null },
      `between ${earliest} and ${latest}. ${pace}`,
    ],
    [
      'that the slower pace never gets there',
      { latest: null, verdict: null },
      `around ${day}, not before ${earliest}; at the slower pace not at all. ${pace}`,
    ],
    [
      'a range that begins on the day itself',
      { earliest: forecast.expected, verdict: null },
      `around ${day}, between ${day} and ${latest}. ${pace}`,
    ],
    [
      'a range that ends on the day itself',
      { latest: forecast.expected, verdict: null },
      `around ${day}, between ${earliest} and ${day}. ${pace}`,
    ],
    [
      'no range where none is known',
      { earliest: null, verdict: null },
      `around ${day}. ${pace}`,
    ],
    [
      'one day where there is no range',
      {
        earliest: forecast.expected,
        latest: forecast.expected,
        verdict: null,
      },
      `around ${day}. ${pace}`,
    ],
  ])('says %s', async (_, change, text) => {
    renderOverviewPart(TrendPanel, {
      having: { forecast: { ...forecast, ...change } },
    });
    const { card } = await panel('Trend');
    const shown = card.querySelector('p')!;
    expect(shown.textContent?.trim()).toMatch(/^At this pace 95 % is reached/);
    expect(shown.title).toMatch(/^A straight line by the mean weekly change/);
    expect(shown.textContent?.trim().endsWith(text)).toBe(true);
  });

  it.each<[NonNullable<Forecast['reason']>, RegExp]>([
    ['stale', /^No forecast: the figures are stale\.$/],
    ['too-few', /^No forecast: fewer than 10 people count/],
    ['too-short', /needs 6 weeks under the same rules, and there are 3\.$/],
    ['not-rising', /coverage did not rise/],
    ['too-far', /takes more than two years/],
  ])('says why there is none: %s', async (reason, text) => {
    const none: Forecast = {
      ...forecast,
      status: 'none',
      reason,
      weeks: 3,
      permillePerWeek: null,
      expected: null,
    };
    renderOverviewPart(TrendPanel, { having: { forecast: none } });
    const trend = await panel('Trend');
    expect(trend.getByText(text)).toBeInTheDocument();
  });

  it.each<Partial<Forecast>>([{ expected: null }, { permillePerWeek: null }])(
    'names no day without %j',
    async change => {
      renderOverviewPart(TrendPanel, {
        having: { forecast: { ...forecast, ...change } },
      });
      const { card } = await panel('Trend');
      expect(card.querySelector('p')).toHaveTextContent(/^No forecast yet/);
    },
  );

  it.each([null, { ...forecast, status: 'met' as const }])(
    'is silent where the target is met or nothing is told',
    async none => {
      renderOverviewPart(TrendPanel, { having: { forecast: none } });
      const { card } = await panel('Trend');
      expect(card.querySelector('p')).toBeNull();
    },
  );
});
