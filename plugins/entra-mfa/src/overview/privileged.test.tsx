import { screen } from '@testing-library/react';
import {
  formatPermille,
  type Overview,
} from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const { coverage, disabledWithRole } = overview.privileged!;

/** The recorded tenant, with something else on its overview. */
const having = (change: Partial<Overview>) =>
  new RecordedApi().change('getOverview', body => ({ ...body, ...change }));

it('gives privileged people a figure of their own, and their list', async () => {
  const { covered, uncovered, permille } = coverage;
  renderPortal('/entra-mfa');
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      `${covered} of ${
        covered + uncovered
      } privileged people have registered a strong method: ${formatPermille(
        permille,
      )}`,
      { exact: false },
    ),
  ).toBeVisible();
  expect(strength.getByRole('link', { name: 'See them' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?privileged=true&state=covered%2Cuncovered%2Cunknown%2Cexempt',
  );
});

it('opens the disabled accounts that hold a role', async () => {
  renderPortal('/entra-mfa');
  const strength = await panel('How strong');
  expect(
    strength.getByRole('link', {
      name: `${disabledWithRole} disabled account holds a role or can activate one`,
    }),
  ).toHaveAttribute('href', '/entra-mfa/people?mark=disabled-with-role');
});

it.each<[Partial<NonNullable<Overview['roles']>>, string]>([
  [{ eligible: 'no-licence' }, 'Eligible roles are not known: Entra ID P2.'],
  [
    { eligible: 'no-permission' },
    'Eligible roles are not known: RoleManagement.Read.Directory is missing.',
  ],
  [
    { groups: 'no-permission' },
    'Roles held through groups are not known: GroupMember.Read.All is missing.',
  ],
  [
    { groups: 'not-read' },
    'Roles held through groups are not known: they have not been read.',
  ],
])('says what of roles is not known, and why: %j', async (part, text) => {
  const roles = { ...overview.roles!, ...part };
  renderPortal('/entra-mfa', { api: having({ roles }) });
  const strength = await panel('How strong');
  expect(strength.getByText(text)).toBeVisible();
  expect(strength.getAllByText(/not known: /)).toHaveLength(1);
});

it('says once which permission is missing where nobody is known to be privileged', async () => {
  renderPortal('/entra-mfa', { scenario: 'no-roles' });
  const strength = await panel('How strong');
  expect(
    strength.getByText(
      'Who is privileged is not known: RoleManagement.Read.Directory is missing.',
    ),
  ).toBeVisible();
  expect(strength.queryByText(/^Eligible roles/)).not.toBeInTheDocument();
});

it('says that no privileged person counts, with no figure', async () => {
  const nobody = {
    ...coverage,
    covered: 0,
    uncovered: 0,
    permille: null,
  };
  const privileged = { ...overview.privileged!, coverage: nobody };
  renderPortal('/entra-mfa', { api: having({ privileged }) });
  const strength = await panel('How strong');
  expect(
    strength.getByText(/^No privileged person in scope counts yet\./),
  ).toBeVisible();
});

describe('Microsoft’s own count', () => {
  const { microsoft, here } = overview.crossCheck!;

  it.each([
    [-3, /^Difference −3\. Likely because/],
    [4, /^Difference \+4\. Likely because/],
  ])('stands beside ours with the difference %s', async (difference, text) => {
    const crossCheck = { ...overview.crossCheck!, difference };
    renderPortal('/entra-mfa', { api: having({ crossCheck }) });
    const check = await panel("Microsoft's own count");
    expect(check.getByText(text)).toBeVisible();
    expect(
      check.getAllByRole('row').map(({ textContent }) => textContent),
    ).toEqual([
      'Counted byAccountsMFA capable',
      `Microsoft${microsoft.users}${microsoft.capable}`,
      `here${here.users}${here.capable}`,
    ]);
  });

  it('is said to be the same where it is', async () => {
    const crossCheck = { ...overview.crossCheck!, difference: 0, reason: null };
    renderPortal('/entra-mfa', { api: having({ crossCheck }) });
    const check = await panel("Microsoft's own count");
    expect(check.getByText('Both come to the same.')).toBeVisible();
    expect(check.queryByText(/^Difference/)).not.toBeInTheDocument();
  });

  it('is not there where Microsoft did not answer', async () => {
    renderPortal('/entra-mfa', { api: having({ crossCheck: null }) });
    await panel('How strong');
    expect(
      screen.queryByRole('heading', { name: "Microsoft's own count" }),
    ).not.toBeInTheDocument();
  });
});

it('shows the roles behind a person', async () => {
  const { person } = healthy
    .all('getPerson')
    .find(({ roles }) => roles.active?.some(({ group }) => group))!;
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
  const roles = await panel('Roles');
  expect(roles.getByText(/^Helpdesk Administrator/)).toHaveTextContent(
    'Helpdesk Administrator privileged · through group 24eecb00',
  );
  expect(roles.getByText('Eligible').nextElementSibling).toHaveTextContent(
    'none',
  );
});

it('does not say that a person has no roles where they are not known', async () => {
  const [{ person }] = new RecordedApi('no-roles').all('getPerson');
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`, {
    scenario: 'no-roles',
  });
  const roles = await panel('Roles');
  expect(roles.getByText('Active').nextElementSibling).toHaveTextContent(
    'not known',
  );
});
