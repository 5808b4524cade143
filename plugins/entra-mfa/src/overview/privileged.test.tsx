import { screen, within } from '@testing-library/react';
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
