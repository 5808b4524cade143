import { z } from 'zod';
import type { Collector, SecurityDefaultsBody } from './types';

const row = z.object({ isEnabled: z.boolean() });

type Row = z.infer<typeof row>;

/** Whether Microsoft's security defaults ask everybody for MFA; they and Conditional Access exclude each other. */
export const securityDefaults: Collector<Row> = {
  id: 'security-defaults',
  title: 'Security defaults',
  source: 'graph',
  endpoint: '/policies/identitySecurityDefaultsEnforcementPolicy',
  query: {},
  pace: 'directory',
  permission: 'Policy.Read.All',
  licence: null,
  why: 'To know who is asked for MFA',
  documentation:
    'https://learn.microsoft.com/graph/api/identitysecuritydefaultsenforcementpolicy-get',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  answer: 'one',
  row,
  toRecords({ isEnabled }) {
    const body: SecurityDefaultsBody = { isEnabled };
    return [{ key: 'all', body: { ...body } }];
  },
};
