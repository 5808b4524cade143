import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderPortal } from '../../dev/testing/renderPortal';

const panel = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  const card = heading.closest('article');
  if (!card) throw new Error(`${title} is in no card`);
  return within(card);
};

it('gives privileged people a figure of their own, and their list', async () => {
  const { privileged } = new FixtureTenant('privileged', 0).overview();
  const { covered, uncovered } = privileged!.coverage;
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      new RegExp(`^${covered} of ${covered + uncovered} privileged people`),
    ),
  ).toBeVisible();
  expect(strength.getByRole('link', { name: 'See them' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?privileged=true&state=covered%2Cuncovered%2Cunknown%2Cexempt',
  );
});

it('says of which day the list of privileged roles is, and leads to all roles', async () => {
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      /^Privileged are \d+ built-in roles, by Microsoft’s list of 24 Sep 2026\.$/,
    ),
  ).toBeVisible();
  expect(strength.getByRole('link', { name: 'By role' })).toHaveAttribute(
    'href',
    '/entra-mfa/people/roles',
  );
});

it('opens the disabled accounts that hold a role', async () => {
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const strength = await panel('How strong');
  expect(
    strength.getByRole('link', { name: /^2 disabled accounts hold a role/ }),
  ).toHaveAttribute('href', '/entra-mfa/people?mark=disabled-with-role');
});

it('says what of roles is not known, and why', async () => {
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      'Eligible roles are not known: RoleManagement.Read.Directory is missing.',
    ),
  ).toBeVisible();
});

it('says once which permission is missing where nobody is known to be privileged', async () => {
  renderPortal('/entra-mfa');
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      'Who is privileged is not known: RoleManagement.Read.Directory is missing.',
    ),
  ).toBeVisible();
  expect(strength.queryByText(/^Eligible roles/)).not.toBeInTheDocument();
});

it('shows Microsoft’s own count beside ours where it was answered, and nothing where not', async () => {
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const check = await panel("Microsoft's own count");
  expect(check.getByText(/^Difference −2\. Likely because/)).toBeVisible();
  expect(check.getAllByRole('row')).toHaveLength(3);
});

it('compares nothing where Microsoft did not answer', async () => {
  renderPortal('/entra-mfa');
  await panel('How strong');
  expect(
    screen.queryByRole('heading', { name: "Microsoft's own count" }),
  ).not.toBeInTheDocument();
});

it('shows the roles behind a person', async () => {
  const { people } = new FixtureTenant('privileged', 0);
  const { id } = people.find(person => person.privileged)!;
  renderPortal(`/entra-mfa/people/contoso/${id}`, { scenario: 'privileged' });
  const roles = await panel('Roles');
  expect(roles.getByText(/^Helpdesk Administrator/)).toHaveTextContent(
    'Helpdesk Administrator privileged · through group Helpdesk Operators',
  );
  expect(roles.getByText('Eligible').nextElementSibling).toHaveTextContent(
    'not known',
  );
});

it('shows CIS’s own count beside ours, with the difference in words', async () => {
  const { cis, counts } = new FixtureTenant('healthy', 0).overview();
  renderPortal('/entra-mfa');
  const { getByRole, getByText } = await panel("CIS's own count");
  const figure = formatPermille(cis!.permille)!;
  const count = (value: number) => value.toLocaleString('en-US');
  expect(
    getByRole('row', {
      name: `CIS: all member users ${count(cis!.members)} ${count(
        cis!.capable,
      )} ${figure}`,
    }),
  ).toBeVisible();
  const { covered, uncovered, permille } = counts!.bases.capable;
  expect(
    getByRole('row', {
      name: `here: who counts, on the basis MFA capable ${count(
        covered + uncovered,
      )} ${count(covered)} ${formatPermille(permille)}`,
    }),
  ).toBeVisible();
  expect(
    getByText(
      new RegExp(
        `${
          cis!.leftOut
        } of them are left out or exempt here\\. 2 of them are capable only because certificate sign-in is open to them`,
      ),
    ),
  ).toBeVisible();
});

it('names CIS’s figure beside the capable one, and says in “What counts?” why it differs', async () => {
  const { cis } = new FixtureTenant('healthy', 0).overview();
  const line = `${formatPermille(cis!.permille)} by the count of CIS 5.2.3.4`;
  renderPortal('/entra-mfa');
  const registered = await panel('Registered');
  expect(registered.getByText(line)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'What counts?' }));
  expect(
    within(screen.getByRole('dialog')).getByText(
      new RegExp(`^${line}: CIS counts every member user`),
    ),
  ).toBeVisible();
});
