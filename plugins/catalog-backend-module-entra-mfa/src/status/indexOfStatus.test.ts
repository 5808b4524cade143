import type { EntityStatus } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { indexOfStatus } from './indexOfStatus';

const status: EntityStatus = {
  version: '1',
  basis: 'registered',
  users: [
    { objectId: 'HOME', entityRef: 'user:default/ada', state: 'uncovered' },
    { objectId: 'guest', entityRef: 'user:default/ada', state: 'out-of-scope' },
  ],
  groups: [],
};

const tagsOf = (users: EntityStatus['users'], key: string) =>
  indexOfStatus({ ...status, users }, 'all').get(key)?.tags;

describe('indexOfStatus', () => {
  it('tells of a User who is somebody in two tenants what needs doing, in any order', () => {
    for (const users of [status.users, [...status.users].reverse()]) {
      expect(tagsOf(users, 'entra-mfa:user:user:default/ada')).toEqual([
        'mfa-not-registered',
      ]);
      expect(tagsOf(users, 'entra-mfa:user:home')).toEqual([
        'mfa-not-registered',
      ]);
      expect(tagsOf(users, 'entra-mfa:user:guest')).toEqual([
        'mfa-not-counted',
      ]);
    }
  });

  it('tells the same of each User of a person, found by id or by ref', () => {
    const users = ['user:default/ada', 'user:hr/a.berg'].map(entityRef => ({
      objectId: 'HOME',
      entityRef,
      state: 'uncovered',
    }));
    for (const key of ['home', 'user:default/ada', 'user:hr/a.berg']) {
      expect(tagsOf(users, `entra-mfa:user:${key}`)).toEqual([
        'mfa-not-registered',
      ]);
    }
  });

  it('holds nobody where only groups are exposed', () => {
    expect(indexOfStatus(status, 'groups').size).toBe(0);
  });
});
