import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { whatIfAnswer } from '../../dev/fixture/whatIfAnswers';
import { renderPortal } from '../../dev/testing/renderPortal';

const tenant = new FixtureTenant('healthy', 0);
const answer = whatIfAnswer(tenant, {
  rules: 'then',
  phoneOff: true,
  withoutExceptions: false,
});

it('asks nothing before something is assumed', async () => {
  renderPortal('/entra-mfa/whatif');
  expect(await screen.findByText('Choose what to assume.')).toBeInTheDocument();
  expect(screen.queryByText('Assumed, not the figure')).not.toBeInTheDocument();
});

it('shows both figures side by side, the assumed one marked as none', async () => {
  renderPortal('/entra-mfa/whatif');
  await userEvent.click(
    await screen.findByRole('switch', { name: 'Phones are switched off' }),
  );
  const label = await screen.findByText('Assumed, not the figure');
  const assumed = formatPermille(answer.assumed.counts.coverage.permille) ?? '';
  expect(label.parentElement).toHaveTextContent(assumed);
  const row = screen.getByRole('row', { name: /^not registered/ });
  expect(row).toHaveTextContent(`+${answer.difference.uncovered}`);
});

it('keeps what is assumed in the address, and takes it back', async () => {
  renderPortal(
    '/entra-mfa/whatif?phoneOff=true&targetPermille=900&team=group:default/payments',
  );
  expect(
    await screen.findByRole('switch', { name: 'Phones are switched off' }),
  ).toBeChecked();
  expect(await screen.findByText(/target 90 %/)).toBeInTheDocument();
  expect(
    await screen.findByText(/^The figure of Payments/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Assume nothing' }));
  expect(await screen.findByText('Choose what to assume.')).toBeInTheDocument();
});

it('judges a past day by today’s rules only when asked, and says so', async () => {
  renderPortal('/entra-mfa?at=2026-11-03', { scenario: 'other-rules' });
  await userEvent.click(
    await screen.findByRole('button', { name: 'with today’s rules?' }),
  );
  const status = await screen.findByText(/^with today’s rules: \d/);
  expect(status).toHaveTextContent('it was never shown');
});

it('does not speak of today’s rules where they are the same', async () => {
  renderPortal('/entra-mfa?at=2026-11-03');
  expect(
    await screen.findByText(
      /^As of 3 Nov 2026: snapshot 91 of .*, by rules 1\.$/,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: /today’s rules/ }),
  ).not.toBeInTheDocument();
});
