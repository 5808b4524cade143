import { assessed, defaultRules, factsOf } from '../../__testUtils__/facts';
import type { UserBody } from '../../collectors/types';
import { assessPerson } from '../assessPerson';
import { explain } from '../explain';
import { rulesVersion } from '../rulesVersion';
import { predicateOf } from '../scope/matchScopeRules';
import type { ScopeRule } from '../scope/types';

const rule = (some: Partial<ScopeRule>): ScopeRule => ({
  name: 'Partners',
  filter: null,
  group: null,
  owner: 'group:default/partners',
  reason: 'their own tenant asks them',
  ...some,
});

describe('a filter', () => {
  const user = (some: Partial<UserBody>) => factsOf({ user: some }).user;
  const guest = user({
    displayName: 'Ada BERG',
    userType: 'Guest',
    mail: null,
    createdDateTime: '2026-01-31T00:00:00Z',
    employeeHireDate: null,
    onPremisesSyncEnabled: true,
    properties: { department: 'Sales', country: null },
  });
  const unknown = user({ userType: null, accountEnabled: null });

  it.each<[string, UserBody, boolean | null]>([
    ["userType eq 'guest'", guest, true],
    ["userType ne 'GUEST'", guest, false],
    ["displayName eq 'ada berg'", guest, true],
    ["displayName in ('x','ADA Berg')", guest, true],
    ["contains(displayName,'A b')", guest, true],
    ["startswith(displayName,'berg')", guest, false],
    ["endswith(displayName,'berg')", guest, true],
    ['accountEnabled eq true', guest, true],
    ['onPremisesSyncEnabled eq true', guest, true],
    ['onPremisesSyncEnabled ne true', user({}), true],
    ['createdDateTime ge 2026-01-31', guest, true],
    ['createdDateTime gt 2026-01-31', guest, false],
    ['createdDateTime lt 2026-01-31T01:00:00+02:00', guest, false],
    ['createdDateTime le 2026-01-31T01:00:00Z', guest, true],
    ['createdDateTime eq 2026-01-31', guest, true],
    // Null is a value of these: the directory has none.
    ['mail eq null', guest, true],
    ['mail ne null', guest, false],
    ["mail eq 'a'", guest, false],
    ["mail ne 'a'", guest, true],
    ["mail in ('a')", guest, false],
    ['employeeHireDate gt 2026-01-01', guest, false],
    ['not (employeeHireDate gt 2026-01-01)', guest, true],
    ["country eq null and department eq 'sales'", guest, true],
    // A text function of null is not known, and so is its contrary.
    ["contains(mail,'a')", guest, null],
    ["not contains(mail,'a')", guest, null],
    // What was not read, or decides who counts as what and is null, is not known.
    ["department eq 'sales'", user({}), null],
    ["department ne 'sales'", user({}), null],
    ['department eq null', user({}), null],
    ["userType eq 'guest'", unknown, null],
    ["not (userType eq 'guest')", unknown, null],
    ['accountEnabled ne true', unknown, null],
    // Where one side decides, the other need not be known.
    ["userType eq 'guest' and displayName eq 'x'", unknown, false],
    ["userType eq 'guest' and displayName ne 'x'", unknown, null],
    ["userType eq 'guest' or displayName ne 'x'", unknown, true],
    ["userType eq 'guest' or displayName eq 'x'", unknown, null],
  ])('%s', (filter, of, expected) => {
    expect(predicateOf(filter)(of)).toBe(expected);
  });
});

const inGroup = new Map([['g', true]]);
const notInGroup = new Map([['g', false]]);
const guests = "userType eq 'Guest'";

it.each([
  ['a filter that fits', rule({ filter: "mail ne 'x'" }), {}, true],
  ['one that does not', rule({ filter: "mail eq 'x'" }), {}, false],
  ['its group', rule({ group: 'g' }), { scopeGroups: inGroup }, true],
  ['another group', rule({ group: 'g' }), { scopeGroups: notInGroup }, false],
  ['a group that is not known', rule({ group: 'g' }), {}, false],
  [
    'a filter and a group',
    rule({ filter: "mail ne 'x'", group: 'g' }),
    { scopeGroups: inGroup },
    true,
  ],
  [
    'a filter alone of the two',
    rule({ filter: "mail ne 'x'", group: 'g' }),
    { scopeGroups: notInGroup },
    false,
  ],
  [
    'a user type that is not known',
    rule({ filter: "userType ne 'Guest'" }),
    { user: { userType: null } },
    false,
  ],
])('leaves out by %s', (_, scopeRule, facts, isOut) => {
  const scoped = assessed(facts, { scopeRules: [scopeRule] });
  expect(scoped === 'out-of-scope (scope-rule)').toBe(isOut);
});

it('goes after the classes that are told first, and takes a null user type as configured', () => {
  const guest = { user: { userType: 'Guest' } };
  const scopeRules = [rule({ filter: guests })];
  expect(assessed(guest, { scopeRules })).toBe('out-of-scope (guest)');
  expect(assessed(guest, { scopeRules, countGuests: true })).toBe(
    'out-of-scope (scope-rule)',
  );
  expect(
    assessed(
      { user: { userType: null } },
      {
        scopeRules: [rule({ filter: "userType eq 'Member'" })],
        userTypeNull: 'member',
      },
    ),
  ).toBe('out-of-scope (scope-rule)');
});

it('names the first rule that fits, its owner and reason, and what it looked at', () => {
  const settings = {
    ...defaultRules,
    scopeRules: [
      rule({ name: 'No', filter: "mail eq 'x'" }),
      rule({ name: 'First', filter: "endsWith(mail,'@contoso.com')" }),
      rule({ name: 'Second', filter: 'mail ne null' }),
    ],
  };
  const facts = factsOf({});
  expect(assessPerson(facts, settings, new Date()).scopeRule).toBe('First');
  const steps = explain(facts, settings, new Date());
  expect(steps.find(each => each.rule === 'scope-rule')).toMatchObject({
    outcome: 'decided',
    text: 'Left out by the rule “First” that group:default/partners owns: their own tenant asks them',
    facts: { filter: "endsWith(mail,'@contoso.com')", mail: facts.user.mail },
  });
  const others = {
    ...defaultRules,
    scopeRules: [settings.scopeRules[0], rule({ name: 'G', group: 'g' })],
  };
  const passed = explain(facts, others, new Date());
  expect(passed.find(each => each.rule === 'scope-rule')).toMatchObject({
    outcome: 'passed',
    facts: { No: 'does not fit', G: 'not known' },
  });
});

it('is of the version of the rules, which stays as it was without one', () => {
  const version = rulesVersion(defaultRules);
  const one = rule({ filter: guests });
  expect(rulesVersion({ ...defaultRules, scopeRules: undefined })).toBe(
    version,
  );
  const versions = [
    one,
    rule({ filter: "userType eq 'guest'" }),
    rule({ group: 'g' }),
    { ...one, name: 'x' },
    { ...one, owner: 'group:default/x' },
    { ...one, reason: 'x' },
  ].map(each => rulesVersion({ ...defaultRules, scopeRules: [each] }));
  expect(new Set([version, ...versions]).size).toBe(versions.length + 1);
});
