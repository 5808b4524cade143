import type { PropertyOnDemand } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { dateTime } from './dateTime';
import { orNone } from './orNone';
import type { Collector, UserBody } from './types';

const text = orNone(z.string());
const flag = orNone(z.boolean());

const row = z.looseObject({
  id: z.string().min(1),
  userPrincipalName: text,
  displayName: text,
  mail: text,
  accountEnabled: flag,
  userType: text,
  createdDateTime: dateTime,
  employeeHireDate: dateTime,
  onPremisesSyncEnabled: flag,
  '@odata.type': text,
});

type Row = z.infer<typeof row>;

/** The people and accounts of the directory: the population. */
export const users: Collector<Row> = {
  id: 'users',
  title: 'Users',
  source: 'graph',
  endpoint: '/users',
  query: {
    $select:
      'id,userPrincipalName,displayName,mail,accountEnabled,userType,createdDateTime,employeeHireDate,onPremisesSyncEnabled',
    $top: '999',
  },
  pace: 'directory',
  permission: 'User.Read.All',
  licence: null,
  why: 'To know everybody in the directory, and who is disabled, a guest or not hired yet',
  documentation: 'https://learn.microsoft.com/graph/api/user-list',
  required: 'always',
  refuseEmpty: 'never',
  doubtLoss: 'tenth',
  expected: true,
  ofEverybody: true,
  decisive: ['accountEnabled', 'userType'],
  // A disabled account and an agent are out of scope, whatever else they are.
  decides: (property, { accountEnabled, type }) =>
    type === null && (property !== 'userType' || accountEnabled !== false),
  row,
  toRecords(user) {
    const type = user['@odata.type'];
    const userPrincipalName = user.userPrincipalName ?? '';
    const body: UserBody = {
      displayName: user.displayName || userPrincipalName || user.id,
      userPrincipalName,
      mail: user.mail || null,
      accountEnabled: user.accountEnabled ?? null,
      userType: user.userType?.trim() || null,
      createdDateTime: user.createdDateTime || null,
      employeeHireDate: user.employeeHireDate || null,
      type: type && type !== '#microsoft.graph.user' ? type : null,
      ...(user.onPremisesSyncEnabled && { onPremisesSyncEnabled: true }),
    };
    return [{ key: user.id.toLowerCase(), body: { ...body } }];
  },
};

/** The same with properties that scope rules name: they are read and kept only then. */
export function usersWith(
  properties: readonly PropertyOnDemand[],
): Collector<Row> {
  if (properties.length === 0) {
    return users;
  }
  return {
    ...users,
    query: {
      ...users.query,
      $select: [users.query.$select, ...properties].join(','),
    },
    toRecords(user) {
      const known = properties.map(property => {
        const { data } = text.safeParse(user[property]);
        return [property, data || null];
      });
      return users.toRecords(user).map(({ key, body }) => ({
        key,
        body: { ...body, properties: Object.fromEntries(known) },
      }));
    },
  };
}
