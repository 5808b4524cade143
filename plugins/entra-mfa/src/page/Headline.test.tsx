import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, overview } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { Headline } from './Headline';

const everybody = new RecordedApi('nobody-missing').answer('getOverview', {});

it.each([
  ['fresh', false, 1],
  ['stale', true, 0],
])('calls a target met on %s data only', async (_, stale, times) => {
  renderInPortal(
    <Headline overview={everybody} counts={everybody.counts!} stale={stale} />,
  );
  expect(await screen.findByText('100.0 %')).toBeInTheDocument();
  expect(screen.queryAllByText('target met')).toHaveLength(times);
});

it.each([
  [3, 5, ' 3 not known and 5 exempt count neither way.'],
  [3, 0, ' 3 not known count neither way.'],
  [0, 5, ' 5 exempt count neither way.'],
  [0, 0, ''],
])('sets %s not known and %s exempt apart', async (unknown, exempt, text) => {
  renderInPortal(
    <Headline
      overview={overview}
      counts={{ ...counts, states: { ...counts.states, unknown, exempt } }}
      stale={false}
    />,
  );
  const sentence = await screen.findByText(/people in scope/);
  expect(sentence.textContent?.split('a strong method.')[1].trimEnd()).toBe(
    text,
  );
});

it('has no percentage where nobody counts', async () => {
  const empty = new RecordedApi('empty').answer('getOverview', {});
  renderInPortal(
    <Headline overview={empty} counts={empty.counts!} stale={false} />,
  );
  expect(
    await screen.findByText(/^Nobody in scope counts yet\./),
  ).toBeInTheDocument();
  expect(screen.queryByText(/^\d.*%$/)).not.toBeInTheDocument();
});

it('does not say how fresh a past day is', async () => {
  renderInPortal(
    <Headline overview={overview} counts={counts} stale={false} past />,
  );
  await screen.findByText(/people in scope/);
  expect(screen.queryByText(/^read /)).not.toBeInTheDocument();
});

it('says what counts, and what the figure does not prove', async () => {
  renderInPortal(
    <Headline overview={overview} counts={counts} stale={false} />,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'What counts?' }),
  );
  const text = within(await screen.findByRole('dialog'));
  for (const part of [
    /covered people out of covered and uncovered people in scope/,
    /cut off to one decimal and never rounded up/,
    /Registered means that Microsoft reports a method usable for MFA/,
    /a phone counts, email and security questions do not/,
    /Not known and exempt people count neither way/,
    /not that it is required/,
  ]) {
    expect(text.getByText(part)).toBeInTheDocument();
  }
});
