import { drawCharts } from '../../dev/testing/drawCharts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  formatPermille,
  type Forecast,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { formatPoints } from '../messages/formatPoints';
import { dayOf } from '../../dev/testing/english';
import { useSearchParams } from '../navigation/router';
import type { OverviewPartProps } from './OverviewPartProps';
import { dailyPoints, lastDays } from './dailyPoints';
import { TrendPanel } from './TrendPanel';

drawCharts();

const all = dailyPoints(overview.series);
const points = lastDays(all, 90);
const [first] = points;
const last = points[points.length - 1];
const forecast = overview.forecast!;

/** The panel, and what the address asks for. */
function Shown(props: OverviewPartProps) {
  const [search] = useSearchParams();
  return (
    <>
      <TrendPanel {...props} />
      <output>{`?${search}`}</output>
    </>
  );
}

const asked = () =>
  new URLSearchParams(screen.getByRole('status').textContent ?? '');

it('says how the figure has changed, for who sees the line and who does not', async () => {
  renderOverviewPart(Shown);
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
  // Its rows are made when it opens.
  expect(trend.queryByRole('table')).toBeNull();
  await userEvent.click(trend.getByText('As a table'));
  const [head, ...rows] = within(await trend.findByRole('table')).getAllByRole(
    'row',
  );
  expect(head).toHaveTextContent('DateCoveragenot registeredin scope');
  expect(rows.map(({ textContent }) => textContent)).toEqual(
    points.map(
      point =>
        `${dayOf(point.at)}${formatPermille(point.permille)}${point.uncovered}${
          point.inScope
        }`,
    ),
  );
  const { at } = points[2];
  expect(trend.getByRole('link', { name: dayOf(at) })).toHaveAttribute(
    'href',
    `/entra-mfa/overview?at=${at.slice(0, 10)}`,
  );
});

describe('how many days it shows', () => {
  const since = (day: { at: string }) =>
    new RegExp(`^Coverage from ${dayOf(day.at)} to`);

  it.each([
    ['30 days', '30', lastDays(all, 30)[0]],
    ['365 days', '365', all[0]],
  ])('is chosen, and the address keeps it: %s', async (name, kept, begin) => {
    renderOverviewPart(Shown);
    const trend = await panel('Trend');
    expect(trend.getByRole('radio', { name: '90 days' })).toBeChecked();
    await userEvent.click(trend.getByRole('radio', { name }));
    expect(
      await trend.findByRole('img', { name: since(begin) }),
    ).toBeInTheDocument();
    expect(
      trend.getByText(new RegExp(`since ${dayOf(begin.at)}$`)),
    ).toBeInTheDocument();
    expect(asked().get('trend')).toBe(kept);
    await userEvent.click(trend.getByRole('radio', { name: '90 days' }));
    expect(asked().has('trend')).toBe(false);
  });

  it('says that an address asks for something else', async () => {
    renderOverviewPart(Shown, { search: 'trend=60' });
    const trend = await panel('Trend');
    expect(trend.getByText(/^Trend: “60” is not one/)).toBeInTheDocument();
    expect(
      await trend.findByRole('img', { name: since(points[0]) }),
    ).toBeInTheDocument();
  });

  it('has no line of one day, and says that a longer time has', async () => {
    const series = [all[0], ...all.slice(-1)];
    renderOverviewPart(Shown, { having: { series } });
    const trend = await panel('Trend');
    expect(trend.getByText(/A longer one has a line\.$/)).toBeInTheDocument();
    expect(trend.queryByText('As a table')).toBeNull();
    await userEvent.click(trend.getByRole('radio', { name: '365 days' }));
    expect(await trend.findByRole('img')).toBeInTheDocument();
  });
});

it('goes to the day that is clicked', async () => {
  renderOverviewPart(Shown, { having: { forecast: null } });
  const trend = await panel('Trend');
  const chart = trend.card.querySelector('.plot')!;
  const steps = trend.getByRole('slider');
  const { at } = points[points.length - 1];
  fireEvent.mouseMove(steps, { clientX: 399 });
  expect(chart.querySelector('.hint')).toHaveTextContent(dayOf(at));
  fireEvent.click(steps, { clientX: 399 });
  await waitFor(() => expect(asked().get('at')).toBe(at.slice(0, 10)));
});

describe('what was different', () => {
  const changed = (change: (index: number) => object) => ({
    series: overview.series.map((point, index) => ({
      ...point,
      inScope: 65,
      ...change(index),
    })),
  });
  const [ninth, tenth, older] = [9, 10, 0].map(index => overview.series[index]);

  it('is marked, and told by its number', async () => {
    renderOverviewPart(Shown, {
      having: changed(index => ({
        ...(index >= 9 && { rulesVersion: '3-other' }),
        ...(index === 10 && { inScope: 277, rulesVersion: '4-other' }),
        ...(index > 10 && { inScope: 276, rulesVersion: '4-other' }),
      })),
    });
    const trend = await panel('Trend');
    const list = trend.getByRole('list', { name: 'What was different' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      `${dayOf(ninth.at)}: rules changed (other settings)`,
      `${dayOf(
        tenth.at,
      )}: rules changed (another version of the plugin’s rules); 212 people joined the scope`,
    ]);
    expect(
      trend.getByText(/^Noted: .* 2 % more or fewer .* at least 5\.$/),
    ).toBeInTheDocument();
    expect(
      [...trend.card.querySelectorAll('.targetText, .markText')].map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['target 95 %', '1', '2']);
  });

  it('is told of the days that are shown', async () => {
    renderOverviewPart(Shown, {
      having: changed(index => (index === 0 ? { inScope: 60 } : {})),
    });
    const trend = await panel('Trend');
    // The day before the first that is shown was different, and so is that one.
    expect(
      trend.getByText(`${dayOf(points[0].at)}: 5 people joined the scope`),
    ).toBeInTheDocument();
    expect(older.at < points[0].at).toBe(true);
    await userEvent.click(trend.getByRole('radio', { name: '30 days' }));
    expect(trend.queryByText(/joined the scope/)).toBeNull();
    expect(trend.queryByText(/^Noted:/)).toBeNull();
  });
});

it('draws what is forecast as a dashed line with its range', async () => {
  renderOverviewPart(Shown);
  const trend = await panel('Trend');
  const pathOf = (name: string) =>
    trend.card.querySelector(`path.${name}`)?.getAttribute('d');
  // From where the line of what was ends to the right, where the slowest pace ends.
  const [, from] = /L([\d.]+,[\d.]+)$/.exec(pathOf('line')!)!;
  expect(pathOf('expected')).toMatch(new RegExp(`^M${from}L`));
  expect(pathOf('range')).toMatch(/L100,[\d.,L]+Z$/);
  const chart = trend.card.querySelector('.plot')!;
  const steps = trend.getByRole('slider');
  fireEvent.mouseMove(steps, { clientX: 399 });
  expect(chart.querySelector('.hint')).toHaveTextContent(
    `${dayOf(forecast.latest!)}: between 95.0 % and 95.0 % at this pace`,
  );
  // What is to come is no day to go to.
  fireEvent.click(steps, { clientX: 399 });
  expect(asked().has('at')).toBe(false);
});

it('draws the line between its days, with the target and what the pointer is on', async () => {
  renderOverviewPart(Shown, {
    having: { targetPermille: 750, forecast: null },
  });
  const trend = await panel('Trend');
  const chart = trend.card.querySelector('.plot')!;
  const steps = trend.getByRole('slider');
  const textsOf = (selector: string) =>
    [...chart.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(textsOf('.targetText')).toEqual(['target 75 %']);
  const [begin, ...rest] = textsOf('.day');
  expect(`${begin} 2026`).toBe(dayOf(first.at));
  expect(rest.length).toBeGreaterThan(1);
  fireEvent.mouseMove(steps, { clientX: 399 });
  expect(
    points.map(
      ({ at, permille }) => `${dayOf(at)}: ${formatPermille(permille)}`,
    ),
  ).toContain(chart.querySelector('.hint')!.textContent);
});

it.each([
  [0, 'Two more syncs on different days and there will be a line.'],
  [1, 'One more sync on another day and there will be a line.'],
])('needs two days, and has %s', async (days, text) => {
  renderOverviewPart(Shown, {
    having: { series: overview.series.slice(0, days) },
  });
  const trend = await panel('Trend');
  expect(trend.getByText(text)).toBeInTheDocument();
  expect(trend.queryByRole('img')).toBeNull();
  expect(trend.getByText(/^At this pace/)).toBeInTheDocument();
});

it('says of whom it counts, in the words of what counts', async () => {
  renderOverviewPart(Shown, { scenario: 'capable' });
  const trend = await panel('Trend');
  await userEvent.click(trend.getByText('As a table'));
  expect(
    await trend.findByRole('columnheader', { name: 'not MFA capable' }),
  ).toBeInTheDocument();
});

it('is drawn from two days on', async () => {
  renderOverviewPart(Shown, {
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
    renderOverviewPart(Shown, {
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
    renderOverviewPart(Shown, { having: { forecast: none } });
    const trend = await panel('Trend');
    expect(trend.getByText(text)).toBeInTheDocument();
  });

  it.each<Partial<Forecast>>([{ expected: null }, { permillePerWeek: null }])(
    'names no day without %j',
    async change => {
      renderOverviewPart(Shown, {
        having: { forecast: { ...forecast, ...change } },
      });
      const { card } = await panel('Trend');
      expect(card.querySelector('p')).toHaveTextContent(/^No forecast yet/);
    },
  );

  it.each([null, { ...forecast, status: 'met' as const }])(
    'is silent where the target is met or nothing is told',
    async none => {
      renderOverviewPart(Shown, { having: { forecast: none } });
      const { card } = await panel('Trend');
      expect(card.querySelector('p')).toBeNull();
    },
  );
});
