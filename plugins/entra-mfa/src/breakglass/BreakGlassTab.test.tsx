import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const { accounts, configured, outcomes, drillDays, checks } = healthy.answer(
  'getBreakGlass',
  {},
);
const failing = accounts.find(({ outcome }) => outcome === 'failed')!;
const fine = accounts.find(({ outcome }) => outcome === 'passed')!;
const failText = `${outcomes.failed} of ${configured} accounts fail a check.`;

it('says first what is to be done, then what each account passes, and its drills', async () => {
  renderPortal('/entra-mfa/compliance/break-glass');
  const findings = await panel('Findings');
  expect(findings.getByText(failText)).toBeVisible();
  expect(
    findings.getByText(`A drill is due every ${drillDays} days.`),
  ).toBeVisible();

  const matrix = await panel('Checks by account');
  const drillOf = (account: typeof fine, word: string) =>
    matrix.getByRole('button', {
      name: `${word}: drill, ${account.displayName}`,
    });
  await userEvent.click(drillOf(fine, 'passed'));
  expect(matrix.getByText('The last drill was on 12 Oct 2026.')).toBeVisible();
  expect(drillOf(failing, 'failed')).toHaveAttribute('aria-expanded', 'false');

  const drills = await panel('Drills');
  const of = (account: typeof fine) =>
    within(drills.getByRole('region', { name: account.displayName! }));
  expect(
    of(fine).getByText(/recorded by user:default\/security$/),
  ).toBeInTheDocument();
  expect(of(failing).getByText('No drill is on record.')).toBeVisible();
});

it('shows a method that is not known here by the name that Microsoft gives it', async () => {
  const api = new RecordedApi().change('getBreakGlass', body => ({
    ...body,
    accounts: body.accounts.map(account => ({
      ...account,
      checks: account.checks.map(check =>
        check.values.kinds
          ? { ...check, values: { ...check.values, kinds: ['newMethod'] } }
          : check,
      ),
    })),
  }));
  renderPortal('/entra-mfa/compliance/break-glass', { api });
  const matrix = await panel('Checks by account');
  await userEvent.click(
    matrix.getByRole('button', { name: 'Show what each check found' }),
  );
  expect(
    matrix.getByText('Registered: newMethod (phishing-resistant).'),
  ).toBeVisible();
});

it('says that one account is too few', async () => {
  const api = new RecordedApi().change('getBreakGlass', body => ({
    ...body,
    findings: [{ code: 'too-few', count: 1 }],
  }));
  renderPortal('/entra-mfa/compliance/break-glass', { api });
  const findings = await panel('Findings');
  expect(findings.getByText(/^1 of at least 2 break-glass/)).toBeVisible();
});

it('names nobody to who may not see names, and counts all the same', async () => {
  renderPortal('/entra-mfa/compliance/break-glass', {
    scenario: 'counts-only',
  });
  const findings = await panel('Findings');
  const { passed, failed, notKnown } = checks.find(
    ({ check }) => check === 'drill',
  )!;
  const row = findings.getByRole('row', { name: /^drill/ });
  expect(row).toHaveTextContent(`drill${passed}${failed}${notKnown}`);
  expect(findings.getByText('entra-mfa.people.read')).toBeVisible();
  expect(screen.queryByText(/Emergency Access/)).not.toBeInTheDocument();
});

it('records a drill with its day and a note', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/compliance/break-glass', { api });
  const drills = await panel('Drills');
  const account = within(
    drills.getByRole('region', { name: failing.displayName! }),
  );
  await userEvent.click(
    account.getByRole('button', { name: 'Record a drill' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Note'), 'Key from the safe');
  await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
  await waitFor(() => expect(api.last('recordDrill')).toBeDefined());
  expect(api.last('recordDrill')).toMatchObject({
    path: `/break-glass/${tenant}/${failing.id}/drills`,
    body: { on: '2026-11-21', note: 'Key from the safe' },
  });
  expect(
    await screen.findByText('The drill is on record.'),
  ).toBeInTheDocument();
  const matrix = await panel('Checks by account');
  await userEvent.click(
    await matrix.findByRole('button', {
      name: `passed: drill, ${failing.displayName}`,
    }),
  );
  expect(matrix.getByText('The last drill was on 21 Nov 2026.')).toBeVisible();
});

it('offers no record of a past date', async () => {
  renderPortal(`/entra-mfa/compliance/break-glass?at=${past}`);
  await panel('Drills');
  expect(
    screen.queryByRole('button', { name: 'Record a drill' }),
  ).not.toBeInTheDocument();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getBreakGlass', 503, 'No database');
  renderPortal('/entra-mfa/compliance/break-glass', { api });
  expect(await screen.findByText('No database')).toBeInTheDocument();
  api.change('getBreakGlass', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await panel('Findings')).toBeDefined();
  expect(screen.queryByText('No database')).toBeNull();
});
