import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { renderPortal } from '../../dev/testing/renderPortal';

const panel = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  const card = heading.closest('article');
  if (!card) throw new Error(`${title} is in no card`);
  return within(card);
};

it('says first what is to be done, then what each account passes', async () => {
  renderPortal('/entra-mfa/breakglass');
  const findings = await panel('Findings');
  expect(findings.getByText('1 of 2 accounts fail a check.')).toBeVisible();
  expect(findings.getByText('A drill is due every 90 days.')).toBeVisible();

  const failing = await panel('Emergency Access 2');
  expect(
    failing.getByText('No method usable for MFA is registered.'),
  ).toBeVisible();
  expect(failing.getAllByText('not known')).toHaveLength(1);
  expect(failing.getByText('No drill is on record.')).toBeVisible();

  const fine = await panel('Emergency Access 1');
  expect(fine.queryByText('failed')).not.toBeInTheDocument();
  expect(
    fine.getByText(
      'Registered: security key or passkey, newMethod (phishing-resistant).',
    ),
  ).toBeVisible();
  expect(
    fine.getByText(
      'Does not rest on Microsoft Authenticator, as most daily administrators do.',
    ),
  ).toBeVisible();
  expect(
    fine.getByText(/^The last drill was on \d+ \w+ 20\d\d\.$/),
  ).toBeVisible();
  expect(
    fine.getByText(/recorded by user:default\/ada\.berg$/),
  ).toBeInTheDocument();
});

it('says that one account is too few', async () => {
  renderPortal('/entra-mfa/breakglass', { scenario: 'two-tenants' });
  const findings = await panel('Findings');
  expect(findings.getByText(/^1 of at least 2 break-glass/)).toBeVisible();
});

it('names nobody to who may not see names, and counts all the same', async () => {
  renderPortal('/entra-mfa/breakglass', { scenario: 'hidden-names' });
  const findings = await panel('Findings');
  const row = findings.getByRole('row', { name: /^drill/ });
  expect(row).toHaveTextContent('drill110');
  expect(findings.getByText('entra-mfa.people.read')).toBeVisible();
  expect(screen.queryByText(/Emergency Access/)).not.toBeInTheDocument();
});

it('records a drill with its day and a note', async () => {
  const sent: [string, unknown][] = [];
  const answer = fixtureFetch('healthy');
  renderPortal('/entra-mfa/breakglass', {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') {
        sent.push([
          new URL(request.url).pathname,
          await request.clone().json(),
        ]);
      }
      return answer(request);
    },
  });
  const account = await panel('Emergency Access 2');
  await userEvent.click(
    account.getByRole('button', { name: 'Record a drill' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Note'), 'Key from the safe');
  await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toEqual([
    [
      expect.stringMatching(
        /\/break-glass\/contoso\/70b7b99e-ffae-42c5-8ef1-6ef4db2779f2\/drills$/,
      ),
      { on: new Date().toISOString().slice(0, 10), note: 'Key from the safe' },
    ],
  ]);
  expect(
    await screen.findByText('The drill is on record.'),
  ).toBeInTheDocument();
});

it('offers no record of a past date', async () => {
  renderPortal('/entra-mfa/breakglass?at=2026-11-03');
  await panel('Emergency Access 2');
  expect(
    screen.queryByRole('button', { name: 'Record a drill' }),
  ).not.toBeInTheDocument();
});

it('says on the overview what the register finds, and leads there', async () => {
  renderPortal('/entra-mfa?at=2026-11-03');
  const notCounted = await panel('Who is not counted');
  expect(
    await notCounted.findByText(/1 of 2 accounts fail a check\./),
  ).toBeVisible();
  expect(
    notCounted.getByRole('link', { name: 'Break-glass accounts' }),
  ).toHaveAttribute('href', '/entra-mfa/breakglass?at=2026-11-03');
});
