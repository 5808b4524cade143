import fc from 'fast-check';
import type {
  AskedLevel,
  PolicyLimit,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PolicyBody, PolicyPeople } from '../../collectors/types';
import { PolicyReach, type PolicySubject } from './PolicyReach';

const nobody: PolicyPeople = { users: [], groups: [], roles: [] };
const ada = 'ada';
const subject: PolicySubject = {
  objectId: ada,
  userType: 'member',
  roles: {
    active: ['admin'],
    eligible: ['auditor'],
    groupsKnown: true,
    groupEligibilityKnown: true,
  },
  groups: ['payments'],
};

type Some = Partial<Omit<PolicyBody, 'include' | 'exclude'>> & {
  include?: Partial<PolicyPeople>;
  exclude?: Partial<PolicyPeople>;
};

const policy = ({ include, exclude, ...rest }: Some): PolicyBody => ({
  displayName: 'A policy',
  state: 'enabled',
  demands: 'mfa',
  limits: [],
  include: { ...nobody, ...include },
  exclude: { ...nobody, ...exclude },
  ...rest,
});

const reachOf = (policies: Some[], securityDefaults: boolean | null = false) =>
  new PolicyReach(
    securityDefaults,
    policies.map((some, index) => ({ id: `${index}`, body: policy(some) })),
  );

const all = { users: ['all'] };
const reportOnly = 'enabledForReportingButNotEnforced';
const unknownGroups = { groups: null };
const unknownRoles = {
  roles: { ...subject.roles, active: null, groupsKnown: false },
};
const rolesInPart = { roles: { ...subject.roles, groupsKnown: false } };

it.each<
  [
    string,
    Some[],
    Partial<PolicySubject>,
    AskedLevel | null,
    (AskedLevel | null)?,
  ]
>([
  ['no policy', [], {}, 'never'],
  ['everybody', [{ include: all }], {}, 'always'],
  ['by name', [{ include: { users: [ada] } }], {}, 'always'],
  ['another by name', [{ include: { users: ['tom'] } }], {}, 'never'],
  ['by a group', [{ include: { groups: ['payments'] } }], {}, 'always'],
  ['another group', [{ include: { groups: ['sales'] } }], {}, 'never'],
  ['by a role', [{ include: { roles: ['admin'] } }], {}, 'always'],
  [
    'a role that is eligible',
    [{ include: { roles: ['auditor'] } }],
    {},
    'never',
  ],
  ['the token None', [{ include: { users: ['none'] } }], {}, 'never'],
  [
    'excluded by name',
    [{ include: all, exclude: { users: [ada] } }],
    {},
    'never',
  ],
  [
    'excluded by a group, included by name',
    [{ include: { users: [ada] }, exclude: { groups: ['payments'] } }],
    {},
    'never',
  ],
  [
    'excluded by a role',
    [{ include: all, exclude: { roles: ['admin'] } }],
    {},
    'never',
  ],
  [
    'excluded of one policy, included by another',
    [{ include: all, exclude: { users: [ada] } }, { include: all }],
    {},
    'always',
  ],
  ['disabled', [{ include: all, state: 'disabled' }], {}, 'never'],
  ['without MFA', [{ include: all, demands: null }], {}, 'never'],
  ['a strength', [{ include: all, demands: 'strength' }], {}, 'always'],
  ['only some apps', [{ include: all, limits: ['apps'] }], {}, 'sometimes'],
  [
    'only some apps, and everywhere by another',
    [{ include: all, limits: ['apps'] }, { include: all }],
    {},
    'always',
  ],
  [
    'only reporting',
    [{ include: all, state: reportOnly }],
    {},
    'never',
    'always',
  ],
  [
    'at a risk, and everywhere once what reports is on',
    [
      { include: all, limits: ['risk'] },
      { include: all, state: reportOnly },
    ],
    {},
    'sometimes',
    'always',
  ],
  [
    'groups that are not known',
    [{ include: { groups: ['payments'] } }],
    unknownGroups,
    null,
  ],
  [
    'groups that are not known, of a policy that names none',
    [{ include: { users: ['tom'] } }],
    unknownGroups,
    'never',
  ],
  [
    'groups that are not known, excluded by name',
    [{ include: { groups: ['payments'] }, exclude: { users: [ada] } }],
    unknownGroups,
    'never',
  ],
  [
    'a group that is not known excludes',
    [{ include: all, exclude: { groups: ['payments'] } }],
    unknownGroups,
    null,
  ],
  [
    'groups that are not known, and everywhere by another',
    [{ include: { groups: ['payments'] } }, { include: all }],
    unknownGroups,
    'always',
  ],
  [
    'roles that are not known',
    [{ include: { roles: ['auditor'] } }],
    unknownRoles,
    null,
  ],
  [
    'roles of which those by groups are not known',
    [{ include: { roles: ['auditor'] } }],
    rolesInPart,
    null,
  ],
  [
    'a role that is known, whatever is not',
    [{ include: { roles: ['admin'] } }],
    rolesInPart,
    'always',
  ],
  [
    'all guests, of a guest',
    [{ include: { users: ['guestsorexternalusers'] } }],
    { userType: 'guest' },
    'always',
  ],
  [
    'all guests, of a member',
    [{ include: { users: ['guestsorexternalusers'] } }],
    {},
    'never',
  ],
  [
    'some kinds of guests, of a guest',
    [{ include: { guests: true } }],
    { userType: 'guest' },
    null,
  ],
  [
    'guests, of whom nobody says what they are',
    [{ include: { users: ['guestsorexternalusers'] } }],
    { userType: null },
    null,
  ],
])('%s', (_, policies, change, now, withReportOnly = now) => {
  expect(reachOf(policies).of({ ...subject, ...change })).toEqual({
    now,
    withReportOnly,
  });
});

it('takes everybody as asked where security defaults are on, and nothing as known where they are not read', () => {
  expect(reachOf([], true).of(subject)).toEqual({
    now: 'always',
    withReportOnly: 'always',
  });
  expect(reachOf([{ include: all }], null).of(subject).now).toBeNull();
  expect(new PolicyReach(false, null).of(subject).now).toBeNull();
  expect(new PolicyReach(null, null).isUnknown).toBe(true);
  expect(new PolicyReach(false, null).isUnknown).toBe(false);
});

it('names the policies that are about a person or leave them out, and no others', () => {
  const verdicts = reachOf([
    { displayName: 'Asks', include: all, strength: 'Strong', limits: ['apps'] },
    { displayName: 'Leaves out', include: all, exclude: { users: [ada] } },
    { displayName: 'Of others', include: { users: ['tom'] } },
    { displayName: 'Reports', include: all, state: reportOnly },
    { displayName: 'Without MFA', include: all, demands: null },
  ]).verdicts(subject, new Map(), []);
  expect(
    verdicts.map(({ name, applies, excluded, reportOnly: only, strength }) => [
      name,
      applies,
      excluded,
      only,
      strength,
    ]),
  ).toEqual([
    ['Asks', true, false, false, 'Strong'],
    ['Leaves out', false, true, false, null],
    ['Reports', true, false, true, null],
  ]);
  expect(verdicts[0].limits).toEqual(['apps']);
});

const ids = (names: string[]) => fc.subarray(names);
const anyPeople = fc.record({
  users: ids(['all', ada, 'tom']),
  groups: ids(['payments', 'sales']),
  roles: ids(['admin', 'auditor']),
});
const anyPolicy = fc.record({
  state: fc.constantFrom('enabled', 'disabled', reportOnly),
  demands: fc.constantFrom('mfa' as const, 'strength' as const, null),
  limits: fc.subarray<PolicyLimit>(['apps', 'risk']),
  include: anyPeople,
  exclude: anyPeople,
});
const anySubject = fc.record({
  groups: fc.option(ids(['payments', 'sales'])),
  roles: fc.record({
    active: fc.option(ids(['admin', 'auditor'])),
    eligible: fc.constant(null),
    groupsKnown: fc.boolean(),
    groupEligibilityKnown: fc.constant(true),
  }),
});
const rank = { never: 0, sometimes: 1, always: 2 };

it('what is not known never decides: any way it turns out, what was said stays true', () => {
  fc.assert(
    fc.property(fc.array(anyPolicy), anySubject, fc.gen(), (some, who, any) => {
      const reach = reachOf(some);
      const { now, withReportOnly } = reach.of({ ...subject, ...who });
      const turnedOut: PolicySubject = {
        ...subject,
        groups: who.groups ?? any(() => ids(['payments', 'sales'])),
        roles: {
          ...who.roles,
          active: [
            ...(who.roles.active ?? any(() => ids(['admin', 'auditor']))),
            ...(who.roles.groupsKnown
              ? []
              : any(() => ids(['admin', 'auditor']))),
          ],
          groupsKnown: true,
        },
      };
      const then = reach.of(turnedOut);
      expect(then.now).not.toBeNull();
      expect({
        now: now ?? then.now,
        withReportOnly: withReportOnly ?? then.withReportOnly,
      }).toEqual(then);
    }),
  );
});

it('is never asked less once what only reports is on, nor by one policy more', () => {
  fc.assert(
    fc.property(fc.array(anyPolicy), anyPolicy, (some, more) => {
      const before = reachOf(some).of(subject);
      const after = reachOf([...some, more]).of(subject);
      expect(rank[before.withReportOnly!]).toBeGreaterThanOrEqual(
        rank[before.now!],
      );
      expect(rank[after.now!]).toBeGreaterThanOrEqual(rank[before.now!]);
    }),
  );
});
