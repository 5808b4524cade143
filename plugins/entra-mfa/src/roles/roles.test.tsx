import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  HeldRole,
  PersonRoles as Roles,
  RoleList,
  RolesStatus,
  RoleSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { PersonRoles } from '../people/PersonRoles';
import { PrivilegedRolesNote } from './PrivilegedRolesNote';
import { RolesNotKnown } from './RolesNotKnown';
import { RolesView } from './RolesView';

const read: RolesStatus = {
  active: 'read',
  eligible: 'read',
  groups: 'read',
  groupEligibility: 'read',
};

const figure = (covered: number, uncovered: number, rest = {}) => ({
  people: covered + uncovered,
  covered,
  uncovered,
  unknown: 0,
  exempt: 0,
  ...rest,
});

const helpdesk: RoleSummary = {
  id: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  name: 'Helpdesk Administrator',
  builtIn: true,
  privileged: true,
  hidden: false,
  all: figure(7, 2),
  active: figure(6, 0),
  eligible: figure(1, 2),
  outOfScope: 1,
};

/** The list, and nothing else: what else a page asks for is not there. */
function showRoles(list: Partial<RoleList>) {
  const answer: RoleList = {
    snapshot: null,
    privilegedRoles: { asOf: '2026-09-24', builtIn: 35, added: 0 },
    roles: read,
    items: [helpdesk],
    hideBelow: 5,
    ...list,
  };
  renderPart(
    <RolesView />,
    new RecordedApi().change('getRoles', () => answer),
  );
}

const cellsOf = async (name: RegExp) => {
  const row = (await screen.findByRole('rowheader', { name })).closest('tr')!;
  return within(row)
    .getAllByRole('cell')
    .map(cell => cell.textContent);
};

describe('the list of roles', () => {
  it('has a row for each role, and every figure opens its people', async () => {
    showRoles({});
    expect(await cellsOf(/^Helpdesk Administrator ?privileged$/)).toEqual([
      '6',
      '3',
      '9',
      '7',
      '2',
      '0',
      '1',
    ]);
    const headings = screen
      .getAllByRole('columnheader')
      .map(heading => heading.textContent);
    expect(headings).toEqual([
      'Role',
      'Hold it',
      'Can activate it',
      'People',
      'registered',
      'not registered',
      'not known',
      'not counted',
    ]);
    const people = `/entra-mfa/people?role=${helpdesk.id}`;
    const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
    const links = screen.getAllByRole('link', { name: /Helpdesk/ });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      `${people}&roleKind=active&${inScope}`,
      `${people}&roleKind=eligible&${inScope}`,
      `${people}&${inScope}`,
      `${people}&state=covered`,
      `${people}&state=uncovered`,
      `${people}&state=out-of-scope`,
    ]);
    expect(links[1]).toHaveAccessibleName(
      '3 of Helpdesk Administrator: Can activate it',
    );
    expect(
      screen.getByText(
        'Privileged are 35 built-in roles, by Microsoft’s list of 24 Sep 2026.',
      ),
    ).toBeVisible();
  });

  it('says which role is custom, has a column of who is exempt where anybody is, and an id only without a name', async () => {
    showRoles({
      items: [
        {
          ...helpdesk,
          name: 'Read tickets',
          builtIn: false,
          privileged: false,
          all: figure(1, 2, { people: 4, exempt: 1 }),
        },
        { ...helpdesk, id: 'c0570de0', name: null },
      ],
    });
    expect(await cellsOf(/^Read tickets ?custom role$/)).toHaveLength(8);
    expect(screen.getByRole('columnheader', { name: 'exempt' })).toBeVisible();
    expect(
      screen.getByRole('rowheader', { name: /^c0570de0 ?privileged$/ }),
    ).toBeVisible();
  });

  it('shows dashes for what is hidden, and why', async () => {
    showRoles({
      items: [
        { ...helpdesk, active: null, eligible: null },
        {
          ...helpdesk,
          id: 'small',
          name: 'Global Reader',
          hidden: true,
          all: null,
          active: null,
          eligible: null,
          outOfScope: null,
        },
      ],
    });
    expect(
      await cellsOf(/^Global Reader ?privileged · figures not shown$/),
    ).toEqual(Array(7).fill('–'));
    expect((await cellsOf(/^Helpdesk/)).slice(0, 3)).toEqual(['–', '–', '9']);
    expect(
      screen.getByText(
        /^Figures of fewer than 5 people are visible only to people who/,
      ),
    ).toBeVisible();
  });

  it('never says none of what was not read', async () => {
    showRoles({
      roles: { ...read, groupEligibility: 'no-permission' },
      items: [{ ...helpdesk, eligible: figure(0, 0), all: figure(6, 0) }],
    });
    expect(await cellsOf(/^Helpdesk/)).toEqual([
      '6',
      '–',
      '6+',
      '6+',
      '–',
      '–',
      '1+',
    ]);
    expect(
      screen.getByRole('link', { name: /^at least 6 .*: People$/ }),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Who can become a member of a group with a role is not known: PrivilegedEligibilitySchedule.Read.AzureADGroup is missing.',
      ),
    ).toBeVisible();
  });

  it.each<[Partial<RoleList>, string, RegExp]>([
    [
      { items: [] },
      'No one is known to have a role',
      /^Nobody in the directory holds a role or can activate one/,
    ],
    [
      { items: null },
      'Not known for this date',
      /^Who held which role was not kept yet on this date/,
    ],
  ])('with %j says: %s', async (list, title, text) => {
    showRoles(list);
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

describe('beside the list of roles', () => {
  const privileged =
    'Privileged are 35 built-in roles, by Microsoft’s list of 24 Sep 2026.';
  const small =
    'Figures of fewer than 5 people are visible only to people who can see the names; so are figures that would reveal them.';
  const atLeast =
    'Not everything about roles has been read: 5+ says at least five, and a dash that nothing is known.';

  it.each<[string, Partial<RoleList>, string[]]>([
    ['nothing where all is shown and known', {}, [privileged]],
    [
      'why a role has no figures',
      { items: [helpdesk, { ...helpdesk, id: 'small', hidden: true }] },
      [small, privileged],
    ],
    [
      'why one figure is not shown',
      { items: [{ ...helpdesk, active: null }] },
      [small, privileged],
    ],
    [
      'what was not read',
      { roles: { ...read, eligible: 'not-read' } },
      [
        atLeast,
        'Eligible roles are not known: this has not been read.',
        'There may be more privileged people, so no target for them counts as met.',
        privileged,
      ],
    ],
    [
      'nothing of a time of which nothing was kept',
      { roles: null, privilegedRoles: null },
      [],
    ],
  ])('says %s', async (_, list, notes) => {
    showRoles(list);
    const { card } = await panel('Roles');
    expect(
      [...card.querySelectorAll('p')].map(({ textContent }) => textContent),
    ).toEqual(notes);
  });

  it('says that people may have several, what each heading means, and the way back', async () => {
    showRoles({});
    const roles = await panel('Roles');
    expect(
      roles.getByText('People may have several. Every figure opens its list.'),
    ).toBeVisible();
    expect(roles.getByRole('group', { name: 'Roles' })).toBeVisible();
    expect(roles.queryByText('Not known for this date')).toBeNull();
    expect(roles.queryByText('No one is known to have a role')).toBeNull();
    expect(
      roles
        .getAllByRole('columnheader')
        .map(
          heading =>
            (heading.getAttribute('title') ??
              heading.querySelector('[title]')?.getAttribute('title')) ||
            null,
        ),
    ).toEqual([
      null,
      'People in scope who hold the role now, also through a group',
      'People in scope who can activate the role, whether they hold it now or not',
      'People in scope who hold it or can activate it, each once',
      null,
      null,
      null,
      'Accounts with the role that are not counted, such as disabled or break-glass accounts',
    ]);
    expect(
      screen.getByRole('link', { name: 'Back to people' }),
    ).toHaveAttribute('href', '/entra-mfa/people');
  });

  it('says what went wrong, and tries again when asked', async () => {
    const api = new RecordedApi().fail('getRoles', 503, 'No database');
    renderPart(<RolesView />, api);
    expect(await screen.findByText('No database')).toBeVisible();
    expect(document.querySelector('.bui-Skeleton')).toBeNull();
    api.change('getRoles', body => body);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeVisible();
    expect(screen.queryByText('No database')).toBeNull();
  });
});

describe('what of roles is not known', () => {
  const lines = async (roles: Partial<RolesStatus>) => {
    renderInPortal(
      <div data-testid="notes">
        <RolesNotKnown roles={{ ...read, ...roles }} className="note" />
      </div>,
    );
    const notes = await screen.findByTestId('notes');
    return [...notes.children].map(line => line.textContent);
  };
  const more =
    'There may be more privileged people, so no target for them counts as met.';

  it.each<[Partial<RolesStatus>, string[]]>([
    [{}, []],
    [
      { active: 'no-permission', eligible: 'no-permission' },
      [
        'Who is privileged is not known: RoleManagement.Read.Directory is missing.',
      ],
    ],
    [
      { eligible: 'not-read' },
      ['Eligible roles are not known: this has not been read.', more],
    ],
    [
      { groups: 'no-permission', groupEligibility: 'not-read' },
      [
        'Roles held through groups are not known: GroupMember.Read.All is missing.',
        'Who can become a member of a group with a role is not known: this has not been read.',
        more,
      ],
    ],
    [
      { eligible: 'no-licence', groupEligibility: 'no-licence' },
      [
        'Nobody can be eligible for a role: the tenant has neither Entra ID P2 nor Entra ID Governance.',
      ],
    ],
  ])('of %j', async (roles, expected) => {
    expect(await lines(roles)).toEqual(expected);
  });
});

it.each([
  [1, '1 role more is configured.'],
  [2, '2 roles more are configured.'],
])('says that %s are added to Microsoft’s list', async (added, text) => {
  renderInPortal(
    <p>
      <PrivilegedRolesNote roles={{ asOf: '2026-01-20', builtIn: 29, added }} />
    </p>,
  );
  expect(
    await screen.findByText(
      `Privileged are 29 built-in roles, by Microsoft’s list of 20 Jan 2026. ${text}`,
    ),
  ).toBeVisible();
});

describe('the roles of a person', () => {
  const role: HeldRole = {
    id: helpdesk.id,
    name: 'Helpdesk Administrator',
    privileged: true,
    scope: '/',
    group: null,
    groupName: null,
    membership: null,
  };
  const show = (roles: Partial<Roles>) =>
    renderInPortal(
      <PersonRoles
        roles={{
          active: [],
          eligible: [],
          groupsKnown: true,
          groupEligibilityKnown: true,
          ...roles,
        }}
      />,
    );
  const valueOf = async (label: string) =>
    (await screen.findByText(label)).nextElementSibling?.textContent;

  it('name the group, and how they come by it', async () => {
    const group = { group: 'g1', groupName: 'Operators' };
    show({
      active: [{ ...role, ...group, membership: 'member' }],
      eligible: [
        { ...role, ...group, membership: 'eligible' },
        { ...role, group: 'g2', membership: 'eligible' },
      ],
    });
    expect(await valueOf('Active')).toBe(
      'Helpdesk Administrator privileged · through group Operators',
    );
    expect(await valueOf('Eligible')).toBe(
      'Helpdesk Administrator privileged · by becoming a member of group Operators' +
        'Helpdesk Administrator privileged · by becoming a member of group g2',
    );
  });

  it('are an id where no name is known', async () => {
    show({ active: [{ ...role, name: null, privileged: false }] });
    expect(await valueOf('Active')).toBe(`${helpdesk.id} `);
  });

  it('say that there may be more than what comes with groups', async () => {
    show({ eligible: [role], eligibleInPart: true });
    expect(
      await screen.findByText('Other eligible roles are not known.'),
    ).toBeVisible();
  });

  it('say what of groups is not known', async () => {
    show({ groupEligibilityKnown: false });
    expect(await valueOf('Eligible')).toBe('none');
    expect(
      screen.getByText(
        'Roles of groups of which the person can become a member are not known.',
      ),
    ).toBeVisible();
  });
});
