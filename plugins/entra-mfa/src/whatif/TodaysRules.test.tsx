import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { TodaysRules } from './TodaysRules';

const answer = healthy.answer('getWhatIf', {}, { phoneOff: true });

/** Figures that older rules made than those of today. */
const older: Overview = {
  ...overview,
  snapshot: { ...overview.snapshot!, rulesVersion: '1' },
  rulesVersionToday: '2',
};

function answering(permille: number | null, points: number | null) {
  const { assumed, difference } = answer;
  const { coverage } = assumed.counts;
  return new RecordedApi().switch('getWhatIf', () =>
    Response.json({
      ...answer,
      assumed: {
        ...assumed,
        counts: { ...assumed.counts, coverage: { ...coverage, permille } },
      },
      difference: { ...difference, permille: points },
    }),
  );
}

const ask = async () =>
  userEvent.click(
    await screen.findByRole('button', { name: 'with today’s rules?' }),
  );

it.each([
  [712, -23, 'with today’s rules: 71.2 % (−2.3 points)'],
  [712, null, 'with today’s rules: 71.2 % (±0.0 points)'],
  [null, null, 'with today’s rules: nobody counts'],
])('asks only when told to, and answers %s and %s', async (now, by, text) => {
  const api = renderPart(<TodaysRules overview={older} />, answering(now, by));
  await screen.findByText('drawn');
  expect(api.last('getWhatIf')).toBeUndefined();
  await ask();
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(
      `${text}computed now, on the data of then; it was never shown`,
    ),
  );
  expect(api.last('getWhatIf')?.query).toEqual({ rules: 'today' });
});

it('says that it computes', async () => {
  renderPart(
    <TodaysRules overview={older} />,
    new RecordedApi().silence('getWhatIf'),
  );
  await ask();
  expect((await screen.findByRole('status')).textContent).toBe(
    'with today’s rules: everyone is evaluated again …',
  );
});

it('says what went wrong, and tries again when asked', async () => {
  const api = renderPart(
    <TodaysRules overview={older} />,
    new RecordedApi().fail('getWhatIf', 503, 'Too many at once'),
  );
  await ask();
  expect(await screen.findByText('Too many at once')).toBeInTheDocument();
  api.switch('getWhatIf', () => Response.json(answer));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/it was never shown$/)).toBeInTheDocument();
});

it.each<[string, Partial<Overview>]>([
  ['the rules are the same', { rulesVersionToday: '1' }],
  ['there are no figures', { snapshot: null }],
])('is not there where %s', async (_, change) => {
  renderPart(<TodaysRules overview={{ ...older, ...change }} />);
  await screen.findByText('drawn');
  expect(screen.queryByRole('button')).toBeNull();
});
