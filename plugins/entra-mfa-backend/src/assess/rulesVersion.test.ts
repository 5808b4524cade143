import { defaultRules } from '../__testUtils__/facts';
import { rulesVersion } from './rulesVersion';

const listed = [
  { objectId: 'a', owner: 'group:default/x', reason: 'shared' },
  { objectId: 'b', owner: 'group:default/x', reason: 'service' },
];

it.each([
  { basis: 'capable' as const },
  { targetPermille: 900 },
  { breakGlassIds: ['a'] },
  { countGuests: true },
  { listed },
  { privilegedRoles: ['a'] },
  { listedPatterns: [{ pattern: '^svc-', owner: 'o', reason: 'r' }] },
])('is another one with %j', settings => {
  expect(rulesVersion({ ...defaultRules, ...settings })).not.toBe(
    rulesVersion(defaultRules),
  );
});

it('is the same with no role added as before roles could be', () => {
  expect(rulesVersion({ ...defaultRules, privilegedRoles: [] })).toBe(
    rulesVersion(defaultRules),
  );
});

it('is the same in whatever order lists are configured', () => {
  expect(rulesVersion({ ...defaultRules, listed })).toBe(
    rulesVersion({ ...defaultRules, listed: [...listed].reverse() }),
  );
  const privilegedRoles = ['a', 'b'];
  expect(rulesVersion({ ...defaultRules, privilegedRoles })).toBe(
    rulesVersion({ ...defaultRules, privilegedRoles: ['b', 'a'] }),
  );
});
