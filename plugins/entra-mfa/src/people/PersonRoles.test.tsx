import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
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

const [role] = held.active!;
const known: PersonDetail['roles'] = {
  active: [],
  eligible: [],
  groupsKnown: true,
  groupEligibilityKnown: true,
};

it('says where a role holds, and what it is called where that is not known', async () => {
  renderPart(
    <PersonRoles
      roles={{
        ...known,
        active: [
          {
            ...role,
            name: null,
            privileged: false,
            scope: '/units/oslo',
            group: null,
          },
        ],
        eligible: [
          { ...role, privileged: false, scope: null, group: null },
          {
            ...role,
            name: 'User Administrator',
            privileged: true,
            scope: '/',
            group: 'group-1',
            groupName: null,
            membership: 'eligible',
          },
        ],
      }}
    />,
  );
  const roles = await panel('Roles');
  const listed = (kind: string) =>
    [...roles.getByText(kind).nextElementSibling!.querySelectorAll('li')].map(
      ({ textContent }) => textContent,
    );
  expect(listed('Active')).toEqual([`${role.id} only for /units/oslo`]);
  expect(listed('Eligible')).toEqual([
    `${role.name} `,
    'User Administrator privileged · by becoming a member of group group-1',
  ]);
});

it.each<[string, Partial<PersonDetail['roles']>, string[]]>([
  ['nothing where all is known', {}, []],
  [
    'that roles held through groups are not known',
    { groupsKnown: false },
    ['Roles held through groups are not known.'],
  ],
  [
    'nothing of groups where no active role is known',
    { active: null, groupsKnown: false },
    [],
  ],
  [
    'that only some of the eligible roles are known',
    { eligibleInPart: true },
    ['Other eligible roles are not known.'],
  ],
  [
    'that groups which the person can join are not known',
    { groupEligibilityKnown: false },
    ['Roles of groups of which the person can become a member are not known.'],
  ],
  [
    'nothing of such groups where no eligible role is known',
    { eligible: null, groupEligibilityKnown: false },
    [],
  ],
])('says beside the roles %s', async (_, change, notes) => {
  renderPart(<PersonRoles roles={{ ...known, ...change }} />);
  const { card } = await panel('Roles');
  expect(
    [...card.querySelectorAll('p')].map(({ textContent }) => textContent),
  ).toEqual(notes);
});
