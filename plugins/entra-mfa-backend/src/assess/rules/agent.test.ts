import { judged } from '../../__testUtils__/facts';

it.each([
  ['#microsoft.graph.agentUser', 'out-of-scope (agent)'],
  ['#microsoft.graph.user', 'covered (registered)'],
  [null, 'covered (registered)'],
])('type %s', (type, expected) => {
  expect(judged({ user: { type } })).toBe(expected);
});

it('guesses nothing from names', () => {
  const user = { displayName: 'Agent', userPrincipalName: 'agent@contoso.com' };
  expect(judged({ user })).toBe('covered (registered)');
});
