import { assessed } from '../../__testUtils__/facts';

it.each([
  ['#microsoft.graph.agentUser', 'out-of-scope (agent)'],
  ['#microsoft.graph.user', 'covered (registered)'],
  [null, 'covered (registered)'],
])('type %s', (type, expected) => {
  expect(assessed({ user: { type } })).toBe(expected);
});

it('guesses nothing from names', () => {
  const user = { displayName: 'Agent', userPrincipalName: 'agent@contoso.com' };
  expect(assessed({ user })).toBe('covered (registered)');
});
