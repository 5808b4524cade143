import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BreakGlassAccount } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { AccountMatrix } from './AccountMatrix';

const [account] = healthy.answer('getBreakGlass', {}).accounts;

// Each in an order of its own, and one with a check fewer: a cell is that of its row and its column.
const accounts: BreakGlassAccount[] = [
  {
    ...account,
    id: 'one',
    displayName: 'First',
    outcome: 'not-known',
    checks: [
      { check: 'differs', outcome: 'not-known', code: 'no-row', values: {} },
      { check: 'exists', outcome: 'passed', code: 'exists', values: {} },
      { check: 'enabled', outcome: 'failed', code: 'disabled', values: {} },
    ],
  },
  {
    ...account,
    id: 'two',
    displayName: null,
    outcome: 'failed',
    checks: [
      { check: 'exists', outcome: 'failed', code: 'missing', values: {} },
      { check: 'differs', outcome: 'passed', code: 'differs', values: {} },
    ],
  },
];

const drawn = async () => {
  renderPart(<AccountMatrix accounts={accounts} />);
  return panel('Checks by account');
};

const rows = () =>
  screen
    .getAllByRole('row')
    .map(row => [...row.children].map(({ textContent }) => textContent));

it('has the accounts across and the checks down, with what each came to', async () => {
  await drawn();
  expect(rows()).toEqual([
    ['Check', 'Firstnot known', 'Account twofailed'],
    ['exists', 'passed', 'failed'],
    ['enabled', 'failed', ''],
    ['differs from daily administrators', 'not known', 'passed'],
  ]);
  expect(
    screen.getByRole('group', { name: 'Checks by account' }),
  ).toHaveAttribute('tabindex', '0');
});

it('shows behind a cell what was found, by keyboard, and all of it at once', async () => {
  const matrix = await drawn();
  const cell = matrix.getByRole('button', {
    name: 'failed: exists, Account two',
  });
  expect(cell).toHaveAttribute('aria-expanded', 'false');
  cell.focus();
  await userEvent.keyboard('{Enter}');
  expect(cell).toHaveAttribute('aria-expanded', 'true');
  expect(
    within(cell.closest('td')!).getByText(/^The directory has no account/),
  ).toBeVisible();
  expect(rows()[1][1]).toBe('passed');

  await userEvent.click(
    matrix.getByRole('button', { name: 'Show what each check found' }),
  );
  expect(rows()[1][1]).toBe('passedThe directory has the account.');
  expect(rows()[2][1]).toBe(
    'failedThe account is disabled: it lets nobody in.',
  );
  expect(rows()[3][1]).toBe(
    'not knownThe registration report has no row of the account.',
  );
  await userEvent.click(
    matrix.getByRole('button', { name: 'Hide what each check found' }),
  );
  expect(rows()[1]).toEqual(['exists', 'passed', 'failed']);
});
