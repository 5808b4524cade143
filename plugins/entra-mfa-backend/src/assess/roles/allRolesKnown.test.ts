import type { RolesStatus } from '../types';
import { allRolesKnown } from './allRolesKnown';

const read: RolesStatus = {
  active: 'read',
  eligible: 'read',
  groups: 'read',
  groupEligibility: 'read',
};

it.each<[Partial<RolesStatus>, boolean]>([
  [{}, true],
  [{ eligible: 'no-licence', groupEligibility: 'no-licence' }, true],
  [{ eligible: 'no-licence' }, true],
  [{ active: 'no-permission' }, false],
  [{ active: 'no-licence' }, false],
  [{ eligible: 'no-permission' }, false],
  [{ eligible: 'not-read' }, false],
  [{ groups: 'no-permission' }, false],
  [{ groupEligibility: 'no-permission' }, false],
  [{ groupEligibility: 'not-read' }, false],
  // As snapshots of earlier versions have it.
  [{ groupEligibility: undefined }, false],
])('of all that was read, but %j: %s', (some, expected) => {
  expect(allRolesKnown({ ...read, ...some })).toBe(expected);
});

it('knows nothing where nothing was told', () => {
  expect(allRolesKnown(undefined)).toBe(false);
});
