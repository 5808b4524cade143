import { assessed } from '../../__testUtils__/facts';

const exception = {
  id: 'e1',
  until: '2027-03-04',
  approver: 'user:default/lead',
};

it.each([
  [
    'who has not registered',
    { row: { isMfaRegistered: false } },
    'exempt (exception)',
  ],
  ['who has registered', {}, 'exempt (exception)'],
  ['without a row', { row: null }, 'exempt (exception)'],
  [
    'who is left out',
    { user: { accountEnabled: false } },
    'out-of-scope (disabled)',
  ],
])('an exception of a person %s', (_, facts, expected) => {
  expect(assessed({ ...facts, exception })).toBe(expected);
});
