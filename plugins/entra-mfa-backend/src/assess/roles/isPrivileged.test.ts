import type { PersonRoles } from '../types';
import { isPrivileged } from './isPrivileged';
import { globalAdministrator, privilegedRoles } from './privilegedRoles';

const reportsReader = '4a5d8f65-41da-4de4-8968-e035b65339cf';

it.each<[string, PersonRoles, boolean | null]>([
  ['no role', { active: [], eligible: [], groupsKnown: true }, false],
  [
    'an active privileged one',
    { active: [globalAdministrator], eligible: [], groupsKnown: true },
    true,
  ],
  [
    'an eligible privileged one',
    { active: [], eligible: [globalAdministrator], groupsKnown: true },
    true,
  ],
  [
    'one that is not privileged',
    { active: [reportsReader], eligible: [], groupsKnown: true },
    false,
  ],
  [
    'roles not read',
    { active: null, eligible: null, groupsKnown: false },
    null,
  ],
  [
    'an active privileged one, eligible roles not read',
    { active: [globalAdministrator], eligible: null, groupsKnown: true },
    true,
  ],
  [
    'no active one, eligible roles not read: it may be eligible',
    { active: [], eligible: null, groupsKnown: true },
    null,
  ],
  [
    'no active one, groups not read: it may be in one',
    { active: [], eligible: [], groupsKnown: false },
    null,
  ],
  [
    'an eligible privileged one, active roles not read',
    { active: null, eligible: [globalAdministrator], groupsKnown: true },
    true,
  ],
])('%s', (_, roles, expected) => {
  expect(isPrivileged(roles)).toBe(expected);
});

it('knows the 29 documented roles by their template ids', () => {
  expect(privilegedRoles.size).toBe(29);
  for (const id of privilegedRoles.keys()) {
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});
