import type { PersonRoles } from '../types';
import { addedRoles, isPrivileged } from './isPrivileged';
import {
  globalAdministrator,
  privilegedRoles,
  privilegedRolesAsOf,
} from './privilegedRoles';

const reportsReader = '4a5d8f65-41da-4de4-8968-e035b65339cf';

const custom = 'c0570de0-0000-4000-8000-000000000001';

it.each<[string, PersonRoles, boolean | null]>([
  [
    'no role',
    {
      active: [],
      eligible: [],
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    false,
  ],
  [
    'an active privileged one',
    {
      active: [globalAdministrator],
      eligible: [],
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    true,
  ],
  [
    'an eligible privileged one',
    {
      active: [],
      eligible: [globalAdministrator],
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    true,
  ],
  [
    'one that is not privileged',
    {
      active: [reportsReader],
      eligible: [],
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    false,
  ],
  [
    'roles not read',
    {
      active: null,
      eligible: null,
      groupsKnown: false,
      groupEligibilityKnown: false,
    },
    null,
  ],
  [
    'an active privileged one, eligible roles not read',
    {
      active: [globalAdministrator],
      eligible: null,
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    true,
  ],
  [
    'no active one, eligible roles not read: it may be eligible',
    {
      active: [],
      eligible: null,
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    null,
  ],
  [
    'no active one, groups not read: it may be in one',
    {
      active: [],
      eligible: [],
      groupsKnown: false,
      groupEligibilityKnown: false,
    },
    null,
  ],
  [
    'no role, eligible members of groups not read: it may become one',
    {
      active: [],
      eligible: [],
      groupsKnown: true,
      groupEligibilityKnown: false,
    },
    null,
  ],
  [
    'an active privileged one, eligible members of groups not read',
    {
      active: [globalAdministrator],
      eligible: [],
      groupsKnown: true,
      groupEligibilityKnown: false,
    },
    true,
  ],
  [
    'an eligible one that is not privileged, others not read: it may be more',
    {
      active: [],
      eligible: [reportsReader],
      eligibleInPart: true,
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    null,
  ],
  [
    'an eligible privileged one, active roles not read',
    {
      active: null,
      eligible: [globalAdministrator],
      groupsKnown: true,
      groupEligibilityKnown: true,
    },
    true,
  ],
])('%s', (_, roles, expected) => {
  expect(isPrivileged(roles, {})).toBe(expected);
});

it.each([
  [{ privilegedRoles: [custom] }, true],
  [{ privilegedRoles: [reportsReader] }, false],
  [{}, false],
])(
  'with the settings %j, a custom role makes privileged: %s',
  (settings, is) => {
    const roles = {
      active: [],
      eligible: [custom],
      groupsKnown: true,
      groupEligibilityKnown: true,
    };
    expect(isPrivileged(roles, settings)).toBe(is);
  },
);

it('counts a role of Microsoft’s list that is configured too for none of its own', () => {
  const settings = { privilegedRoles: [globalAdministrator, custom] };
  expect(addedRoles(settings)).toEqual([custom]);
});

it('knows the 35 roles of Microsoft’s list of 24 September 2026 by their template ids', () => {
  expect(privilegedRolesAsOf).toBe('2026-09-24');
  expect(privilegedRoles.size).toBe(35);
  expect(new Set(privilegedRoles.values()).size).toBe(35);
  expect([...privilegedRoles.keys()]).toEqual(
    expect.arrayContaining([
      'd2562ede-74db-457e-a7b6-544e236ebb61',
      '1fe13547-53f6-408d-ac04-7f8eed167b38',
      '0b00bede-4072-4d22-b441-e7df02a1ef63',
      '58f930cc-fcf4-4152-852c-1d7dbf502139',
      '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e',
      '1981f584-96e9-4a6f-95b0-f522373f8fae',
    ]),
  );
  for (const id of privilegedRoles.keys()) {
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});
