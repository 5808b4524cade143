import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { PersonRoles } from './PersonRoles';

const { person, roles: held } = healthy
  .all('getPerson')
  .find(({ roles }) => roles.active?.some(({ group }) => group))!;

it('shows the roles behind a person', async () => {
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
  const roles = await panel('Roles');
  expect(roles.getByText(/^Helpdesk Administrator/)).toHaveTextContent(
    'Helpdesk Administrator privileged · through group Helpdesk Operators',
  );
  expect(roles.getByText('Eligible').nextElementSibling).toHaveTextContent(
    'none',
  );
});

it('does not say that a person has no roles where they are not known', async () => {
  const [{ person: unknown }] = new RecordedApi('no-roles').all('getPerson');
  renderPortal(`/entra-mfa/people/${tenant}/${unknown.id}`, {
    scenario: 'no-roles',
  });
  const roles = await panel('Roles');
  expect(roles.getByText('Active').nextElementSibling).toHaveTextContent(
    'not known',
  );
});

it('says where a role holds, and what it is called where that is not known', async () => {
  const [role] = held.active!;
  renderInPortal(
    <PersonRoles
      roles={{
        active: [
          {
            ...role,
            name: null,
            privileged: false,
            scope: '/units/oslo',
            group: null,
          },
        ],
        eligible: [{ ...role, group: null }],
        groupsKnown: false,
        groupEligibilityKnown: true,
      }}
    />,
  );
  const roles = await panel('Roles');
  expect(roles.getByText('Active').nextElementSibling).toHaveTextContent(
    `${role.id} only for /units/oslo`,
  );
  expect(roles.getByText('Eligible').nextElementSibling).not.toHaveTextContent(
    /group|only for/,
  );
  expect(
    roles.getByText('Roles held through groups are not known.'),
  ).toBeInTheDocument();
});
