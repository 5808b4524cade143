import type { RoleSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { sortRoles } from './sortRoles';

const role = (id: string, name: string | null, outOfScope: number | null) =>
  ({ id, name, outOfScope } as RoleSummary);

const roles = [
  role('1', 'Reader', 4),
  role('2', null, null),
  role('3', 'Admin', 0),
  role('4', 'Helpdesk', 9),
];

const columns = [
  { id: 'out-of-scope', valueOf: ({ outOfScope }: RoleSummary) => outOfScope },
];

it.each([
  ['privileged', 'desc', '1234'],
  ['name', 'asc', '2341'],
  ['name', 'desc', '1432'],
  ['out-of-scope', 'asc', '3142'],
  ['out-of-scope', 'desc', '4132'],
] as const)('by %s %s', (by, order, expected) => {
  const sorted = sortRoles(roles, by, order, columns);
  expect(sorted.map(({ id }) => id).join('')).toBe(expected);
});
