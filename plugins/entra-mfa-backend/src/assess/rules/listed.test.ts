import { defaultRules, factsOf, assessed } from '../../__testUtils__/facts';
import { explain } from '../explain';

const objectId = '8169c097-e5c5-4022-b0db-c8d23498a7b6';
const owner = 'group:default/workplace';
const reason = 'shared mailbox';

it.each([
  [
    'its object id',
    { listed: [{ objectId, owner, reason }] },
    'out-of-scope (listed)',
  ],
  [
    'its object id in capitals',
    { listed: [{ objectId: objectId.toUpperCase(), owner, reason }] },
    'out-of-scope (listed)',
  ],
  [
    'a pattern',
    { listedPatterns: [{ pattern: '^ADA\\.', owner, reason }] },
    'out-of-scope (listed)',
  ],
  [
    'a pattern that does not fit',
    { listedPatterns: [{ pattern: '^svc-', owner, reason }] },
    'covered (registered)',
  ],
])('listed by %s', (_, settings, expected) => {
  expect(assessed({}, settings)).toBe(expected);
});

it('names the owner and the reason', () => {
  const settings = { ...defaultRules, listed: [{ objectId, owner, reason }] };
  const step = explain(factsOf({}), settings, new Date()).find(
    each => each.rule === 'listed',
  );
  expect(step).toMatchObject({
    text: 'Left out by the list that group:default/workplace owns: shared mailbox',
    facts: { owner, reason },
  });
});
