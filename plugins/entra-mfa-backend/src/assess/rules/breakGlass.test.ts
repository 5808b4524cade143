import { assessed } from '../../__testUtils__/facts';

const id = '8169c097-e5c5-4022-b0db-c8d23498a7b6';

it.each([
  ['a configured id', [id], {}, 'out-of-scope (break-glass)'],
  [
    'another id',
    ['11111111-1111-4111-8111-111111111111'],
    {},
    'covered (registered)',
  ],
  [
    'a disabled one, because break-glass is asked first',
    [id],
    { accountEnabled: false },
    'out-of-scope (break-glass)',
  ],
  [
    'a telling name, which proves nothing',
    [],
    { displayName: 'Break Glass 1' },
    'covered (registered)',
  ],
])('break-glass: %s', (_, breakGlassIds, user, expected) => {
  expect(assessed({ user }, { breakGlassIds })).toBe(expected);
});

it('looks at ids without regard to case', () => {
  expect(
    assessed({ objectId: id.toUpperCase() }, { breakGlassIds: [id] }),
  ).toBe('out-of-scope (break-glass)');
});
