import { defaultLeads, leadsOf } from './leadsOf';

const maya = 'user:default/maya';

it.each([
  ['a relation', { relations: { ownedBy: ['user:default/maya'] } }, [maya]],
  ['a ref', { annotations: { 'entra-mfa/lead': [maya] } }, [maya]],
  ['a short name', { annotations: { 'entra-mfa/lead': ['Maya'] } }, [maya]],
  ['the profile', { profile: { lead: ['maya'] } }, [maya]],
  [
    'several in one text',
    { annotations: { 'entra-mfa/lead': ['maya, other/tom;  group:guild'] } },
    ['group:default/guild', 'user:default/maya', 'user:other/tom'],
  ],
  [
    'the same by two ways',
    { relations: { ownedBy: [maya] }, profile: { lead: ['MAYA'] } },
    [maya],
  ],
  ['a relation that does not count', { relations: { ledBy: [maya] } }, []],
  ['a field that does not count', { profile: { manager: ['maya'] } }, []],
  ['a service', { relations: { ownedBy: ['component:default/x'] } }, []],
  ['nonsense', { profile: { lead: ['a:b:c', '/', ','] } }, []],
  ['a name too long to keep', { profile: { lead: ['x'.repeat(250)] } }, []],
  ['nothing', undefined, []],
])('by %s', (_, candidates, leads) => {
  expect(leadsOf(candidates)).toEqual(leads);
});

it('follows the setting', () => {
  const candidates = {
    relations: { ownedBy: [maya] },
    profile: { manager: ['tom'] },
  };
  const settings = { ...defaultLeads, relations: [], profile: ['manager'] };
  expect(leadsOf(candidates, settings)).toEqual(['user:default/tom']);
});
