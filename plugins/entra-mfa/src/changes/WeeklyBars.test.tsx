import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { dayOf } from '../../dev/testing/english';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import type { ChangesValues } from '../navigation/changesNames';
import { WeeklyBars } from './WeeklyBars';

const title = 'Registrations gained and lost by week';
const { weeks } = healthy.answer('getChangeWeeks', {});
const [held] = weeks.filter(({ lost }) => lost! > 4);
const dayAfter = (day: string) =>
  dayOf(new Date(Date.parse(day) + 86_400_000).toISOString());

function draw(
  values: ChangesValues = {},
  api?: RecordedApi,
  search?: string,
): ChangesValues[] {
  const changes: ChangesValues[] = [];
  renderPart(
    <WeeklyBars values={values} onChange={to => changes.push(to)} />,
    api,
    { search },
  );
  return changes;
}

const bars = async () =>
  within(await screen.findByRole('list', { name: title })).getAllByRole(
    'button',
  );

it('says of each week how many gained and lost, and draws as much', async () => {
  draw();
  const shown = await bars();
  expect(shown.map(bar => bar.title)).toEqual(
    weeks.map(
      ({ from, gained, lost }) =>
        `Week of ${dayAfter(
          from,
        )}: ${gained} gained, ${lost} lost. Lists this week.`,
    ),
  );
  for (const bar of shown) expect(bar).toHaveAccessibleName(bar.title);
  const most =
    Math.max(...weeks.map(({ gained }) => gained!)) +
    Math.max(...weeks.map(({ lost }) => lost!));
  const bar = shown[weeks.indexOf(held)];
  expect(bar).toHaveTextContent(`+${held.gained}−${held.lost}`);
  const heightOf = (name: string) =>
    bar.querySelector<HTMLElement>(`.${name}`)!.style.height;
  expect([heightOf('gained'), heightOf('lost')]).toEqual(
    [held.gained!, held.lost!].map(
      people => `${Number(((people / most) * 6).toFixed(2))}rem`,
    ),
  );
  // Of nobody there is no bar.
  expect(shown[0].querySelector('.gained, .lost')).toBeNull();
  expect(screen.queryByText(/^“\?”/)).toBeNull();
});

it('narrows the list to a week, and widens it again', async () => {
  const { from, to } = held;
  const narrowed = draw();
  await userEvent.click((await bars())[weeks.indexOf(held)]);
  expect(narrowed).toEqual([{ from, to }]);
});

it('marks the week that is listed, and widens the list again', async () => {
  const { from, to } = held;
  const widened = draw({ from, to });
  const pressed = (await bars()).filter(
    bar => bar.getAttribute('aria-pressed') === 'true',
  );
  expect(pressed).toEqual([(await bars())[weeks.indexOf(held)]]);
  await userEvent.click(pressed[0]);
  expect(widened).toEqual([{ from: undefined, to: undefined }]);
});

it('is of the team that is listed, and of the day that is looked at', async () => {
  draw({ team: 'group:default/payments' });
  const [team] = healthy
    .all('getChangeWeeks')
    .filter(answer => answer.weeks[3].gained === 0);
  expect(
    (await bars()).map(bar => Number(/(\d+) lost/.exec(bar.title)![1])),
  ).toEqual(team.weeks.map(({ lost }) => lost));
  expect(team.weeks.map(({ lost }) => lost)).not.toEqual(
    weeks.map(({ lost }) => lost),
  );
});

it('ends with the day that is looked at', async () => {
  const api = new RecordedApi();
  draw({}, api, `at=${past}`);
  const shown = await bars();
  expect(shown[shown.length - 1].title).toMatch(/^Week of 2 Nov 2026:/);
});

it('says where counts are hidden, and draws nothing there', async () => {
  const api = new RecordedApi('counts-only');
  draw({}, api);
  const [first, second] = await bars();
  expect(first).toHaveAccessibleName(
    /^Week of 24 Aug 2026: so few people that the counts are not shown/,
  );
  expect(first).toHaveTextContent('?');
  expect(second).not.toHaveTextContent('?');
  expect(screen.getByText(/^“\?”: so few people/)).toBeInTheDocument();
});

it('says what there will be where history is short', async () => {
  const api = new RecordedApi().change('getChangeWeeks', body => ({
    weeks: body.weeks.slice(-1),
  }));
  draw({}, api);
  expect(
    await screen.findByText(/there will be bars by week\.$/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('list')).toBeNull();
});
