import { CrossCheckCounter } from './CrossCheckCounter';
import type { CountedAccount } from './types';

const member: CountedAccount = { enabled: true, guest: false, member: true };

/** Ten capable members, three not; two capable guests; one disabled account. */
function tenant() {
  const line = new CrossCheckCounter();
  for (let i = 0; i < 10; i += 1) line.add(true, member);
  for (let i = 0; i < 2; i += 1) line.add(false, member);
  line.add(null, member);
  const guest = { enabled: true, guest: true, member: false };
  for (let i = 0; i < 2; i += 1) line.add(true, guest);
  line.add(true, { ...member, enabled: false });
  return line;
}

it.each([
  ['the same', 15, 12, 0, null],
  ['the same people, another time', 15, 11, 0, 'refreshed'],
  ['somebody more, who just joined', 16, 13, 4, 'disabled'],
  ['the guests are left out', 13, 10, 0, 'guests'],
  ['one guest less is not all guests', 14, 11, 0, 'refreshed'],
])('%s', (_, users, mfaCapable, rowsWithoutPerson, reason) => {
  expect(tenant().line({ users, mfaCapable }, rowsWithoutPerson)).toEqual({
    microsoft: { users, capable: mfaCapable },
    here: { users: 15, capable: 12 },
    difference: mfaCapable - 12,
    reason,
  });
});

it('suspects rows without a person where nobody is disabled', () => {
  const line = new CrossCheckCounter();
  line.add(true, member);
  expect(line.line({ users: 3, mfaCapable: 3 }, 2)).toMatchObject({
    difference: 2,
    reason: 'rows-without-person',
  });
});

it.each([[null], [{ users: 5, mfaCapable: null }]])(
  'says nothing where Microsoft said %j',
  microsoft => {
    expect(tenant().line(microsoft, 0)).toBeNull();
  },
);
