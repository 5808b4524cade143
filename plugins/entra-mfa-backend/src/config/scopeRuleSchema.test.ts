import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from './readEntraMfaConfig';
import { rulesOf } from './rulesOf';

const contoso = '9632810c-f3ce-4279-9468-4a8946a56bd1';
const fabrikam = '7e0c3a51-2c1c-4a9e-8a55-1d1f0f4c2b90';
const group = 'AAAAAAAA-0000-4000-8000-000000000001';

const rule = {
  name: ' Partners ',
  leaveOut: { filter: "userType eq 'Guest'" },
  owner: 'group:partners',
  reason: 'their own tenant',
};

const read = (rules: object[], tenants = [contoso], rest: object = {}) =>
  readEntraMfaConfig(
    new ConfigReader({
      entraMfa: {
        ...rest,
        tenants: tenants.map(tenantId => ({
          tenantId,
          clientId: tenantId,
          clientSecret: 'a~Secret',
        })),
        scope: { rules: rules as {}[] },
      },
    }),
  );

it('gives each tenant its rules, and none where there are none', () => {
  const config = read(
    [
      rule,
      {
        ...rule,
        name: 'Mailboxes',
        leaveOut: { group },
        tenantId: fabrikam.toUpperCase(),
      },
    ],
    [contoso, fabrikam],
  );
  const partners = {
    name: 'Partners',
    filter: "userType eq 'Guest'",
    group: null,
    owner: 'group:default/partners',
    reason: 'their own tenant',
  };
  expect(rulesOf(config, contoso).scopeRules).toEqual([partners]);
  expect(rulesOf(config, fabrikam).scopeRules).toEqual([
    partners,
    {
      ...partners,
      name: 'Mailboxes',
      filter: null,
      group: group.toLowerCase(),
    },
  ]);
  expect(rulesOf(read([]), contoso)).not.toHaveProperty('scopeRules');
});

it.each<[string, object, string]>([
  ['name', { name: ' ' }, 'called'],
  ['name', { name: 'a, b' }, 'comma'],
  ['name', { name: 'x'.repeat(101) }, '100 characters'],
  ['leaveOut', { leaveOut: {} }, 'filter, group or both'],
  ['leaveOut', { leaveOut: { group, people: [] } }, 'nothing else'],
  ['leaveOut.group', { leaveOut: { group: 'Partners' } }, 'a GUID'],
  [
    'leaveOut.filter',
    { leaveOut: { filter: "salary eq 'high'" } },
    'character 1: there is no property salary; there are displayName',
  ],
  [
    'leaveOut.filter',
    { leaveOut: { filter: "mail like 'x'" } },
    'character 6: like stands where one of these is expected: eq, ne, in',
  ],
  [
    'leaveOut.filter',
    { leaveOut: { filter: 'mail eq' } },
    "character 8: the filter ends; write 'text' or null",
  ],
  ['owner', { owner: 'somebody' }, 'entity ref'],
  ['reason', { reason: ' ' }, 'why'],
  ['tenantId', { tenantId: fabrikam }, 'a tenant in entraMfa.tenants'],
])('refuses %s: %j', (key, wrong, says) => {
  expect(() => read([{ ...rule, ...wrong }])).toThrow(
    new RegExp(`entraMfa\\.scope\\.rules\\[0\\]\\.${key}\\b.*${says}`),
  );
});

it('refuses a name twice, and a group that may be of any of several tenants', () => {
  expect(() => read([rule, rule])).toThrow(/rules\[1\]\.name.*twice/);
  expect(() =>
    read([{ ...rule, leaveOut: { group } }], [contoso, fabrikam]),
  ).toThrow(/rules\[0\]\.tenantId.*in which tenant/);
});

it('takes a tenant that can be connected in the portal, and wants it named for a group', () => {
  const connect = { clientId: contoso, clientSecret: 'a~Secret' };
  const of = { ...rule, leaveOut: { group }, tenantId: fabrikam };
  const config = read([of], [contoso], { connect });
  expect(rulesOf(config, fabrikam).scopeRules).toHaveLength(1);
  expect(rulesOf(config, contoso)).not.toHaveProperty('scopeRules');
  expect(() =>
    read([{ ...rule, leaveOut: { group } }], [contoso], { connect }),
  ).toThrow(/rules\[0\]\.tenantId.*may be, several/);
});
